package dev.lungfish.processor.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Verdicts that rest on contracts which have changed since: what they say may be wrong, and only compiling their classes again can tell. Holds no
 * state.
 */
public final class OutdatedVerdicts {
    private static final int MOST = 10;

    private OutdatedVerdicts() {
    }

    /**
     * One sentence for each class, at most ten and one that counts the rest.
     *
     * @param all the grounds of the verdicts, in order
     * @param contracts the contract of a class by method as it is now; nothing for a class that is not seen
     */
    public static List<String> among(Iterable<Grounds> all, Function<String, Optional<? extends Map<String, String>>> contracts) {
        SortedMap<String, String> sentences = new TreeMap<>();
        for (Grounds grounds : all) {
            List<String> changed = grounds.outdated(contracts);
            if (!changed.isEmpty()) {
                sentences.put(grounds.className(), "the verdict about '" + grounds.className() + "' rests on what '" + changed.get(0)
                        + "' did before" + (changed.size() == 1 ? "" : " (and " + (changed.size() - 1) + " more)")
                        + ": compile the class again");
            }
        }
        if (sentences.size() <= MOST) {
            return List.copyOf(sentences.values());
        }
        List<String> first = new ArrayList<>(sentences.values().stream().limit(MOST).toList());
        first.add("so do the verdicts about " + (sentences.size() - MOST) + " more classes: build from clean");
        return first;
    }
}
