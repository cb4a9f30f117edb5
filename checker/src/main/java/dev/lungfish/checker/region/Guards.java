package dev.lungfish.checker.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What tells, where two paths meet, on which of them something was handed over: a boolean that is true on the one and false on the other.
 *
 * <p>Errs towards "handed over": a guard is added only to what the other path does not know to be out, and never beyond two literals.
 */
final class Guards {
    /** Most literals of a guard. */
    static final int MOST_LITERALS = 2;

    private Guards() {
    }

    /** The partition of {@code mine}, in which each hand-over that {@code other} knows nothing of remembers what is different there. */
    static Partition against(State mine, State other) {
        if (mine.facts().isEmpty()) {
            return mine.partition();
        }
        List<OutEntry> there = new ArrayList<>();
        other.partition().allRegions().forEach(r -> there.addAll(other.partition().state(r).outs()));
        return mine.partition().updateAll(region -> {
            TreeSet<OutEntry> outs = new TreeSet<>();
            region.outs().forEach(out -> outs.add(guarded(out, mine.facts(), other.facts(), there)));
            return region.withOuts(outs);
        });
    }

    private static OutEntry guarded(OutEntry out, Map<Integer, Boolean> facts, Map<Integer, Boolean> others, List<OutEntry> there) {
        return there.contains(out) ? out : there.stream().filter(o -> coversUnder(facts, out, o)).findFirst().orElseGet(() -> out.under(guard(out, facts, others)));
    }

    /** Whether the other path has met this one before: it knows the same hand-over, under a guard that holds wherever this one does. */
    private static boolean coversUnder(Map<Integer, Boolean> facts, OutEntry out, OutEntry other) {
        return other.under(out.guard()).equals(out)
                && other.guard().entrySet().stream().allMatch(g -> g.getValue().equals(out.guard().getOrDefault(g.getKey(), facts.get(g.getKey()))));
    }

    /** Its own guard and what differs; what nobody can ask again gives way first. */
    private static Map<Integer, Boolean> guard(OutEntry out, Map<Integer, Boolean> facts, Map<Integer, Boolean> others) {
        TreeMap<Integer, Boolean> differing = new TreeMap<>(facts);
        differing.keySet().removeIf(v -> !others.containsKey(v) || facts.get(v).equals(others.get(v)) || out.guard().containsKey(v));
        if (differing.isEmpty()) {
            return out.guard();
        }
        TreeMap<Integer, Boolean> literals = new TreeMap<>();
        Stream.concat(out.guard().entrySet().stream(), differing.entrySet().stream())
                .sorted(Comparator.comparing(literal -> literal.getKey() >= RegionOp.FIRST_TEMPORARY))
                .limit(MOST_LITERALS).forEach(literal -> literals.put(literal.getKey(), literal.getValue()));
        return literals;
    }
}
