package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.Unproved;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A body that runs many times at once may read what it captures, and write only what each run has to itself. */
final class ParallelRun {
    private final World world;
    private final ElementTable elements;
    private final Translator translator;

    ParallelRun(World world, ElementTable elements, Translator translator) {
        this.world = world;
        this.elements = elements;
        this.translator = translator;
    }

    /** @param countsRange whether each run has a number of its own */
    void check(Closure closure, Function<Integer, List<Integer>> fedBy, boolean countsRange, Lowered out) {
        OwnPlaces places = OwnPlaces.in(closure.tree());
        closure.captured().forEach((formal, element) -> {
            Site site = translator.site(closure.tree(), element, "step.captured").at(closure.at(), element);
            Access access = closure.summary().use(formal);
            boolean changes = access.compareTo(Access.READ) > 0 && !closure.summary().onlyReads(formal) || closure.summary().moved().contains(formal);
            String name = elements.nameOf(element);
            if (changes && places.isComputed(name) && !(countsRange && places.isNeighbours(name))) {
                out.add(new RegionOp.Residual(Unproved.RUNS_APART, "residual.check", name, site));
            } else if (changes && closure.summary().touches().of(formal).held().isEmpty()) {
                out.add(new RegionOp.ParallelWrite(element, site));
            } else if (access.compareTo(Access.IDENTITY) > 0) {
                out.add(new RegionOp.Use(element, Access.READ, site));
            }
        });
        for (int parameter = 0; parameter < closure.parameters(); parameter++) {
            if (closure.summary().use(parameter + 1).compareTo(Access.READ) > 0) {
                for (int source : fedBy.apply(parameter)) {
                    Site site = translator.site(closure.tree(), source, "step.used").at(closure.at(), source);
                    out.add(new RegionOp.Use(source, Access.UNKNOWN, site));
                    out.add(new RegionOp.Residual(Unproved.RUNS_APART, "residual.check", elements.nameOf(source), site));
                }
            }
        }
    }

    /** What every run is given as it is may be read, not written. */
    void checkGivenToAll(Closure closure, Map<Integer, Integer> given, Lowered out) {
        given.forEach((formal, element) -> {
            if (closure.summary().use(formal).compareTo(Access.READ) > 0 && !closure.summary().onlyReads(formal)) {
                out.add(new RegionOp.ParallelWrite(element, translator.site(closure.tree(), element, "step.used").at(closure.at(), element)));
            }
        });
    }
}
