package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.RegionKey;
import java.util.ArrayList;
import java.util.List;

/**
 * What a field declares by annotations of its type, which compilers before JDK 22 do not read from class files. Immutable.
 *
 * @param regions the regions that its value lives in
 * @param isolated whether it is an owning slot
 * @param frozen whether its value is promised to be frozen
 */
record FieldContract(List<RegionKey> regions, boolean isolated, boolean frozen) {
    /** Declares nothing. */
    static final FieldContract NONE = new FieldContract(List.of(), false, false);

    FieldContract {
        regions = List.copyOf(regions);
    }

    boolean saysAnything() {
        return !equals(NONE);
    }

    /** As the words of a line in a contract file. */
    String text() {
        List<String> words = new ArrayList<>();
        regions.forEach(region -> words.add("in=" + SummaryText.text(region)));
        if (isolated) {
            words.add("isolated");
        }
        if (frozen) {
            words.add("frozen");
        }
        return String.join(" ", words);
    }

    /**
     * Reads the words of a line.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    static FieldContract parse(String line) {
        List<RegionKey> regions = new ArrayList<>();
        boolean isolated = false;
        boolean frozen = false;
        for (String word : line.split(" ", -1)) {
            if (word.startsWith("in=")) {
                regions.add(SummaryText.region(word.substring(3)));
            } else if (word.equals("isolated")) {
                isolated = true;
            } else if (word.equals("frozen")) {
                frozen = true;
            } else {
                throw new IllegalArgumentException(word);
            }
        }
        return new FieldContract(regions, isolated, frozen);
    }
}
