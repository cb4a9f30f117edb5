package dev.lungfish.checker.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The identity of a named region: a stable path to the lock, cown, {@code Region} handle or thread that owns it.
 *
 * @param kind what owns the region
 * @param base {@code this}, {@code outer:Type}, {@code static:Type}, {@code class:Type}, or {@code var:name@offset}
 * @param fields the field names that lead from the base to the owner
 */
public record RegionKey(Kind kind, String base, List<String> fields) implements Comparable<RegionKey> {
    private static final String UNNAMED = "@lock?";
    private static final String NO_PATH = "@?";

    /** What owns a named region. */
    public enum Kind { LOCK, COWN, REGION, THREAD }

    /** Marks the last step of a path that is no field, but the variable that holds a nested region. */
    private static final String CHILD = "child:";

    /** Marks a step to the lock that stands for the whole object before it: whoever holds one is said to hold the other. */
    private static final String INNER = "inner:";

    /** The step behind an object that is no field, but the object's monitor, where its name means another lock. */
    private static final String MONITOR = "monitor:";

    /** How a region is open. Ordered from weak to strong. */
    public enum Mode { OPTIMISTIC, READ, WRITE }

    public RegionKey {
        fields = List.copyOf(fields);
    }

    /** A lock region. */
    public static RegionKey lock(String base, String... fields) {
        return new RegionKey(Kind.LOCK, base, List.of(fields));
    }

    /** A lock that an expression yields which may yield another one the next time; known by its text, and no region's. */
    public static RegionKey unnamed(String text) {
        return lock("var:" + text + UNNAMED);
    }

    /** Whether this is a lock of which nobody knows which it is. */
    public boolean isUnnamed() {
        return base.endsWith(UNNAMED);
    }

    /** The same owner reached from another base: replaces {@code this} by the receiver's own path. */
    public RegionKey rebase(RegionKey receiver) {
        if (!base.equals("this")) {
            return this;
        }
        List<String> path = new ArrayList<>(receiver.fields());
        path.addAll(fields);
        return new RegionKey(kind, receiver.base(), path);
    }

    /** The same owner reached by an expression that may yield another object the next time: replaces {@code this} by its text and class. */
    public RegionKey rebase(String expression, String type) {
        return new RegionKey(kind, "var:" + expression + NO_PATH + type, fields);
    }

    /** The class of the object at the base, if only an expression without a stable path leads to it. */
    public Optional<String> typeOfBase() {
        int at = base.lastIndexOf(NO_PATH);
        return at < 0 ? Optional.empty() : Optional.of(base.substring(at + NO_PATH.length()));
    }

    /** A region nested in this one, known by the variable that holds it. */
    public RegionKey child(String variable) {
        List<String> path = new ArrayList<>(fields);
        path.add(CHILD + variable);
        return new RegionKey(kind, base, path);
    }

    /** The step to a lock field that stands for its object. */
    public static String inner(String field) {
        return INNER + field;
    }

    /** The field or method that a step of a path names. */
    public static String member(String step) {
        return step.startsWith(INNER) ? step.substring(INNER.length()) : step;
    }

    /** Whether the path ends in a lock that stands for the object before it. */
    public boolean isInner() {
        return !fields.isEmpty() && fields.get(fields.size() - 1).startsWith(INNER);
    }

    /** The path with more steps. */
    public RegionKey with(List<String> steps) {
        List<String> path = new ArrayList<>(fields);
        path.addAll(steps);
        return new RegionKey(kind, base, path);
    }

    /** The monitor of an object whose name means another lock. */
    public RegionKey monitor() {
        return with(List.of(MONITOR));
    }

    /** Whether this is the region itself, or nested in it at some depth. */
    public boolean isWithin(RegionKey ancestor) {
        return kind == ancestor.kind() && base.equals(ancestor.base()) && fields.size() >= ancestor.fields().size()
                && fields.subList(0, ancestor.fields().size()).equals(ancestor.fields())
                && fields.stream().skip(ancestor.fields().size()).allMatch(f -> f.startsWith(CHILD));
    }

    /** Whether this region belongs to the object at the base itself or to a part of it. */
    public boolean isOf(String otherBase) {
        return base.equals(otherBase);
    }

    /** As a reader would write it. */
    public String shown() {
        String last = fields.isEmpty() ? "" : fields.get(fields.size() - 1);
        if (last.startsWith(CHILD)) {
            return last.substring(CHILD.length());
        } else if (last.equals(MONITOR)) {
            return "monitor of " + withoutLast().shown();
        } else if (isInner()) {
            boolean isOwn = fields.size() == 1 && base.equals("this");
            return isOwn ? member(last) : withoutLast().shown();
        }
        String start = base;
        if (base.startsWith("var:")) {
            start = base.substring(4, base.indexOf('@'));
        } else if (base.startsWith("static:")) {
            start = simple(base.substring(7));
        } else if (base.startsWith("class:")) {
            start = simple(base.substring(6)) + ".class";
        } else if (base.startsWith("outer:")) {
            start = simple(base.substring(6)) + ".this";
        }
        if (start.equals("this") && !fields.isEmpty()) {
            return String.join(".", fields);
        }
        return fields.isEmpty() ? start : start + "." + String.join(".", fields);
    }

    private RegionKey withoutLast() {
        return new RegionKey(kind, base, fields.subList(0, fields.size() - 1));
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    @Override
    public int compareTo(RegionKey other) {
        int byBase = kind == other.kind ? base.compareTo(other.base) : kind.name().compareTo(other.kind.name());
        for (int i = 0; byBase == 0 && i < Math.min(fields.size(), other.fields.size()); i++) {
            byBase = fields.get(i).compareTo(other.fields.get(i));
        }
        return byBase == 0 ? Integer.compare(fields.size(), other.fields.size()) : byBase;
    }
}
