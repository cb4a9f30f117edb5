package dev.lungfish.checker.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules. Nothing else declares a rule; documentation, SARIF descriptors, suppression and tests are checked against this table. */
public final class RuleCatalog {
    private static final List<String> RACE = List.of("CWE-362", "CWE-366");
    private static final List<String> UNSYNCHRONIZED = List.of("CWE-820", "CWE-366");
    private static final List<String> IMMUTABLE = List.of("CWE-471", "CWE-362");
    private static final List<String> LEAK = List.of("CWE-668", "CWE-362");

    private static final Map<String, Rule> RULES = table(
            row("use.after.move", Level.ERROR, "read, write, capture or second move of something already moved or still lent", RACE),
            row("move.not.owned", Level.ERROR, "moving (or capturing in a task) what the caller, 'this' or a field still owns", RACE),
            row("move.guarded", Level.ERROR, "moving what a lock, cown or open region guards", RACE),
            row("move.shared", Level.ERROR, "moving what is also reachable from shared mutable state", RACE),
            row("move.while.borrowed", Level.ERROR, "moving, freezing or releasing a region that still has a live borrow", RACE),
            row("return.not.owned", Level.ERROR, "a @Moved result that is not isolated", RACE),
            row("capture.not.owned", Level.ERROR, "storing a parameter into longer-lived state against its declared contract", LEAK),
            row("capture.multi", Level.ERROR, "a lambda that may run many times at once writes something it captures", RACE),
            row("two.consumers", Level.ERROR, "one future's mutable value given to two stages", RACE),
            row("region.escape", Level.ERROR, "a reference into a region outlives the scope in which the region is open", LEAK),
            row("region.not.open", Level.ERROR, "touching @InRegion state while its lock is not held or its region not open", UNSYNCHRONIZED),
            row("region.cross.reference", Level.ERROR, "a reference from one region to the inside of another", LEAK),
            row("region.two.owners", Level.ERROR, "a second owning edge to one bridge, or cown and parent at once", LEAK),
            row("region.cycle", Level.ERROR, "nesting that would make a region its own ancestor", LEAK),
            row("region.not.bridge", Level.ERROR, "an operation on a region that got something else", LEAK),
            row("isolated.aliased", Level.ERROR, "an @Isolated slot read other than destructively, or given a second name", LEAK),
            row("isolated.not.restored", Level.ERROR, "an @Isolated slot or cown left without a valid value on some exit", LEAK),
            row("frozen.write", Level.ERROR, "a write to a frozen object or through a @Frozen reference", IMMUTABLE),
            row("frozen.mutable.part", Level.ERROR, "a @Frozen class, type argument or value with a mutable part", IMMUTABLE),
            row("frozen.this.escape", Level.ERROR, "a constructor of a frozen or thread-safe class lets 'this' out", IMMUTABLE),
            row("freeze.not.owned", Level.ERROR, "freezing what someone else may still write", IMMUTABLE),
            row("freeze.unfreezable", Level.ERROR, "freezing a graph that contains something that cannot be frozen", IMMUTABLE),
            row("cown.not.acquired", Level.ERROR, "touching a cown's content without it", UNSYNCHRONIZED),
            row("static.mutable", Level.ERROR, "mutable static state, reachable from more than one thread, that nothing protects", UNSYNCHRONIZED),
            row("threadsafe.unprotected", Level.ERROR, "a @ThreadSafe class with a field nothing protects", UNSYNCHRONIZED),
            row("confined.wrong.thread", Level.ERROR, "@Confined state reached from elsewhere", RACE),
            row("override.contract", Level.ERROR, "an override that demands or keeps more than the method it overrides promises", LEAK),
            row("annotation.invalid", Level.ERROR, "an annotation whose expression or place makes no sense", List.of()),
            row("residual.check", Level.NOTE, "not provable here: a runtime check verifies it", List.of()),
            row("not.understood", Level.WARNING, "a construct that the analysis cannot follow; says what it assumed", List.of()));

    private RuleCatalog() {
    }

    /** All rules in the order of the table. */
    public static List<Rule> all() {
        return List.copyOf(RULES.values());
    }

    /** The rule with this key. */
    public static Optional<Rule> find(String key) {
        return Optional.ofNullable(RULES.get(key));
    }

    /** The rule with this key, which the code knows to exist. */
    public static Rule of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no rule " + key));
    }

    private static Rule row(String key, Level level, String says, List<String> cwe) {
        return new Rule(key, level, says, cwe, "0.1.0");
    }

    private static Map<String, Rule> table(Rule... rows) {
        Map<String, Rule> table = new LinkedHashMap<>();
        for (Rule row : rows) {
            if (table.put(row.key(), row) != null) {
                throw new IllegalStateException("two rows for " + row.key());
            }
        }
        return java.util.Collections.unmodifiableMap(table);
    }
}
