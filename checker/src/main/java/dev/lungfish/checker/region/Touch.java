package dev.lungfish.checker.region;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What somebody touches of the objects of a region: which fields, and how. A field is named with its class, whatever object it is reached
 * through; {@code Type.field*} means what the field refers to, as far as classes of libraries work on it. Immutable.
 *
 * <pre>
 *   EVERYTHING  the objects themselves, wholly: their new owner may do with them what it likes
 *   ANYTHING    something, nobody can tell what: unknown code, a value that no field leads to
 *   {A.x:READ A.list*:WRITE}
 * </pre>
 *
 * Errs towards "touches more".
 *
 * @param fields the fields that are known
 * @param rest what is touched besides the fields that are known
 * @param gives whether the task was made with values of its own: if they were free, they are no longer
 * @param held the locks of which each is held, alone, while anything of this is touched
 */
public record Touch(SortedMap<String, Access> fields, Rest rest, boolean gives, SortedSet<RegionKey> held) {
    /** What is touched besides known fields; TOO_MANY fields to tell apart absorb all others, so that summaries of recursive methods settle. */
    public enum Rest { NOTHING, ANYTHING, TOO_MANY, EVERYTHING }

    /** All of it belongs to the other side. */
    public static final Touch EVERYTHING = new Touch(Collections.emptySortedMap(), Rest.EVERYTHING, false);

    /** Something, and nobody can tell what. */
    public static final Touch ANYTHING = new Touch(Collections.emptySortedMap(), Rest.ANYTHING, false);

    /** Nothing at all. */
    public static final Touch NOTHING = new Touch(Collections.emptySortedMap(), Rest.NOTHING, false);

    /** More fields than this are no longer told apart. */
    private static final int MOST_FIELDS = 200;

    public Touch {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        held = Collections.unmodifiableSortedSet(new TreeSet<>(held));
    }

    /** What is touched without any lock, as far as is known. */
    public Touch(SortedMap<String, Access> fields, Rest rest, boolean gives) {
        this(fields, rest, gives, Collections.emptySortedSet());
    }

    /** One field. */
    public static Touch of(String field, Access access) {
        return new Touch(new TreeMap<>(java.util.Map.of(field, access)), Rest.NOTHING, false);
    }

    /** What either of them touches. */
    public Touch or(Touch other) {
        if (equals(other) || other.isNothing() && !other.gives) {
            return this;
        }
        if (isNothing() && !gives) {
            return other;
        }
        TreeSet<RegionKey> both = new TreeSet<>(held);
        both.retainAll(other.held);
        TreeMap<String, Access> all = new TreeMap<>(fields);
        other.fields.forEach((field, access) -> all.merge(field, access, Access::or));
        return new Touch(all, rest.compareTo(other.rest) >= 0 ? rest : other.rest, gives || other.gives, both).atMost(MOST_FIELDS);
    }

    /** The same, but for fields that nobody else can touch. */
    public Touch without(Predicate<String> own) {
        TreeMap<String, Access> others = new TreeMap<>(fields);
        others.keySet().removeIf(own);
        return others.size() == fields.size() ? this : new Touch(others, rest, gives, held);
    }

    /** The same, where more than so many fields are not told apart. */
    public Touch atMost(int most) {
        Rest more = fields.size() > most && rest.compareTo(Rest.TOO_MANY) < 0 ? Rest.TOO_MANY : rest;
        return fields.size() > most || more == Rest.TOO_MANY ? new Touch(Collections.emptySortedMap(), more, gives, held) : this;
    }

    /** The same, by a task that was made with values of its own. */
    public Touch giving(boolean ownValues) {
        return gives == ownValues ? this : new Touch(fields, rest, ownValues, held);
    }

    /** The same while these locks are held, too. */
    public Touch under(Set<RegionKey> locks) {
        TreeSet<RegionKey> all = new TreeSet<>(held);
        return (!isNothing() || gives) && all.addAll(locks) ? new Touch(fields, rest, gives, all) : this;
    }

    /** The same, where only some of the locks are one and the same for all who name them so. */
    public Touch heldOnly(Predicate<RegionKey> same) {
        TreeSet<RegionKey> some = new TreeSet<>(held);
        return some.removeIf(same.negate()) ? new Touch(fields, rest, gives, some) : this;
    }

    /** Whether one lock is held by both while they touch anything. */
    public boolean isApartByLock(Touch other) {
        return held.stream().anyMatch(other.held::contains);
    }

    /** Whether all of it belongs to the other side. */
    public boolean isWhole() {
        return rest == Rest.EVERYTHING;
    }

    /** The known fields that both touch, one of them to write. */
    public SortedMap<String, Access> common(Touch other) {
        TreeMap<String, Access> both = new TreeMap<>();
        fields.forEach((field, access) -> {
            Access theirs = other.fields.get(field);
            if (theirs != null && access.or(theirs).compareTo(Access.READ) > 0) {
                both.put(field, access.or(theirs));
            }
        });
        return both;
    }

    /**
     * Whether a use that touches this meets somebody who touches that at the same time.
     *
     * @return certain, possible, or {@link Certainty#UNPROVED} if they cannot meet
     */
    public Certainty meets(Touch away) {
        if (away.isWhole() || !common(away).isEmpty()) {
            return Certainty.WITNESSED;
        }
        boolean vague = rest != Rest.NOTHING && !away.isNothing() || away.rest != Rest.NOTHING && !isNothing() || contentMeets(away);
        return vague ? Certainty.POSSIBLE : Certainty.UNPROVED;
    }

    /** Whether there is nothing that could be met. */
    public boolean isNothing() {
        return rest == Rest.NOTHING && fields.isEmpty();
    }

    /** What two fields refer to may be the same object, or a part of it. */
    private boolean contentMeets(Touch away) {
        Access mine = content();
        Access theirs = away.content();
        return mine != Access.NONE && theirs != Access.NONE && mine.or(theirs).compareTo(Access.READ) > 0;
    }

    private Access content() {
        Access all = Access.NONE;
        for (java.util.Map.Entry<String, Access> field : fields.entrySet()) {
            all = field.getKey().endsWith("*") ? all.or(field.getValue()) : all;
        }
        return all;
    }

    /** For messages and contracts: the fields in alphabetical order. */
    @Override
    public String toString() {
        TreeSet<String> parts = new TreeSet<>();
        fields.forEach((field, access) -> parts.add(field + ":" + access));
        if (rest != Rest.NOTHING) {
            parts.add(rest.name().toLowerCase(java.util.Locale.ROOT));
        }
        return String.join(" ", parts) + (gives ? "!" : "") + (held.isEmpty() ? "" : " under " + held);
    }
}
