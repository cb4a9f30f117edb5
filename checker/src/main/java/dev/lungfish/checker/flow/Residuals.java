package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Unproved;
import dev.lungfish.checker.residual.HandOver;
import dev.lungfish.checker.residual.ResidualCheck;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one body leaves to the run time. A place is met once for each state that reaches it: one doubt there is enough. */
final class Residuals {
    private final String member;
    private final Set<ResidualCheck> open = new TreeSet<>();
    private final Map<Integer, ResidualCheck> owned = new TreeMap<>();
    private final Set<Integer> doubted = new HashSet<>();
    private final Map<SourcePoint, Moved> moved = new TreeMap<>();
    private final Set<Integer> returned = new HashSet<>();

    /** The name that is used, and the hand-overs that may lie on the way, by their numbers. */
    private record Moved(SourcePoint name, Map<Integer, Site> handOvers) {
    }

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

    /** A use of what is gone if the path has come by one of these hand-overs; another state may know of others. */
    void usedAfterMove(Site use, SourcePoint value, List<Site> handOvers) {
        SourcePoint name = value.isKnown() ? value : use.at();
        moved.computeIfAbsent(use.at(), at -> new Moved(name, new TreeMap<>())).handOvers().putAll(
                handOvers.stream().collect(Collectors.toMap(Site::id, site -> site, (one, same) -> one)));
    }

    /** What was lent here comes back on some path: whether it has is not known where it is used. */
    void cameBack(Site lent) {
        returned.add(lent.id());
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
    Set<ResidualCheck> found(ValuePlaces places) {
        Set<ResidualCheck> all = new TreeSet<>(open);
        moved.forEach((at, use) -> {
            List<HandOver> handOvers = use.handOvers().values().stream().filter(site -> !returned.contains(site.id())).map(places::handOver).distinct()
                    .sorted(Comparator.comparing(HandOver::at)).toList();
            if (!handOvers.isEmpty()) {
                all.add(new ResidualCheck(ResidualCheck.Kind.NOT_MOVED, use.name(), at, "", List.of(), handOvers, "", member));
            }
        });
        owned.forEach((site, mark) -> {
            if (!doubted.contains(site)) {
                all.add(mark);
            }
        });
        return all;
    }
}
