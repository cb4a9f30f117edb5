package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Unproved;
import dev.lungfish.checker.residual.ResidualCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one body leaves to the run time. A place is met once for each state that reaches it: one doubt there is enough. */
final class Residuals {
    private final String member;
    private final Set<ResidualCheck> open = new TreeSet<>();
    private final Map<Integer, ResidualCheck> owned = new TreeMap<>();
    private final Set<Integer> doubted = new HashSet<>();

    Residuals(String member) {
        this.member = member;
    }

    /** The question at this site is left open; one that nothing at run time can answer is none of ours. */
    void open(Unproved question, String message, List<String> names, Site site, SourcePoint value) {
        switch (question) {
            case ISOLATED -> open.add(new ResidualCheck(ResidualCheck.Kind.ISOLATED, value, site.at(), message, names, member));
            case DISJOINT -> open.add(new ResidualCheck(ResidualCheck.Kind.DISJOINT, value, site.at(), message, names, member));
            case RUNS_APART, HELD -> {
            }
        }
    }

    /** Whether this thread holds the lock to which these fields of the value lead. */
    void held(String message, List<String> names, Site site, ValuePlaces.Guarded guarded) {
        open.add(new ResidualCheck(ResidualCheck.Kind.HELD, guarded.owner(), site.at(), message, names, guarded.lock(), member));
    }

    /** A write to what is frozen on some paths. What a method of the program writes is not known well enough to fail there. */
    void mayBeFrozen(Site site, SourcePoint value) {
        if (value.isKnown()) {
            open.add(new ResidualCheck(ResidualCheck.Kind.NOT_FROZEN, value, site.at(), "", List.of(), member));
        }
    }

    /** A reference that somebody may have kept, into a region whose isolation is left open: a failure of its check will name the place. */
    void unaware(Site site, SourcePoint value) {
        if (value.isKnown()) {
            open.add(new ResidualCheck(ResidualCheck.Kind.UNAWARE, value, site.at(), "", List.of(), member));
        }
    }

    /** The freeze at this site is of something that nobody else refers to. */
    void owned(Site site, SourcePoint value) {
        if (value.isKnown()) {
            owned.put(site.id(), new ResidualCheck(ResidualCheck.Kind.FREEZE_OWNED, value, site.at(), "", List.of(), member));
        }
    }

    /** Not everything is proved at this site. */
    void doubt(Site site) {
        doubted.add(site.id());
    }

    /** All of them. */
    Set<ResidualCheck> found() {
        Set<ResidualCheck> all = new TreeSet<>(open);
        owned.forEach((site, mark) -> {
            if (!doubted.contains(site)) {
                all.add(mark);
            }
        });
        return all;
    }
}
