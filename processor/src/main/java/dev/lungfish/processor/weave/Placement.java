package dev.lungfish.processor.weave;

import dev.lungfish.processor.weave.ClassScan.Compiled;
import dev.lungfish.processor.weave.ClassScan.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds spots in a class file. Never guesses: where the compiler has copied code so that it is not certain which instruction is meant, the spot
 * is not found, and whoever asked is told.
 */
final class Placement {
    private final Map<String, TreeMap<Integer, List<Insertion>>> byMethod = new HashMap<>();
    private final List<Insertion> lost = new ArrayList<>();

    /** Places the insertions of one class. */
    static Placement of(List<Insertion> insertions, List<Method> methods) {
        Placement placement = new Placement();
        for (Insertion insertion : insertions) {
            boolean placed = false;
            for (Method method : methods) {
                for (Compiled found : find(insertion.spot(), method)) {
                    placement.byMethod.computeIfAbsent(keyOf(method.name(), method.descriptor()), key -> new TreeMap<>())
                            .computeIfAbsent(found.number(), number -> new ArrayList<>()).add(insertion);
                    placed = true;
                }
            }
            if (!placed) {
                placement.lost.add(insertion);
            }
        }
        return placement;
    }

    /** The instructions that a spot means in a method; none if that is not certain. */
    static List<Compiled> find(Spot spot, Method method) {
        if (!spot.body().matches(method.name(), method.descriptor())) {
            return List.of();
        }
        List<Compiled> alike = method.instructions().stream().filter(each -> spot.instruction().matches(each.instruction())).toList();
        boolean hasLines = method.hasLines() && spot.instruction().hasLine();
        boolean mayBeAnother = spot.body().isLambda() && (hasLines ? spot.rivalsOnLine() : spot.rivals()) > 0;
        if (mayBeAnother) {
            return List.of();
        }
        if (alike.size() == spot.inBody().count()) {
            Compiled nth = alike.get(spot.inBody().index());
            if (!hasLines || nth.line() == spot.line()) {
                return List.of(nth);
            }
        }
        if (!hasLines) {
            return spot.inBody().count() == 1 ? alike : List.of();
        }
        List<Compiled> onLine = alike.stream().filter(each -> each.line() == spot.line()).toList();
        if (onLine.size() == spot.onLine().count()) {
            return List.of(onLine.get(spot.onLine().index()));
        }
        return spot.onLine().count() == 1 ? onLine : List.of();
    }

    /** What belongs before the instructions of a method, by their numbers; empty if nothing does. */
    Map<Integer, List<Insertion>> of(String name, String descriptor) {
        return byMethod.getOrDefault(keyOf(name, descriptor), new TreeMap<>());
    }

    /** Those whose spot is not certain. */
    List<Insertion> lost() {
        return lost;
    }

    boolean isEmpty() {
        return byMethod.isEmpty();
    }

    static String keyOf(String name, String descriptor) {
        return name + descriptor;
    }
}
