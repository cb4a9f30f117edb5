package dev.lungfish.checker;

import java.nio.file.Path;
import java.util.List;

/**
 * What a user can say about an analysis.
 *
 * @param strict whether everything unknown is a finding, as inside {@code @RegionAware}
 * @param models files with library models of the user's own, read after ours
 * @param contracts which methods other compilations are told about
 */
public record AnalysisOptions(boolean strict, List<Path> models, Contracts contracts) {
    /** Which methods other compilations are told about, in contract files. */
    public enum Contracts {
        /** Those that the analysis looks at anyway. */
        NEEDED,
        /** Every one that other classes can call. */
        ALL,
        /** None. */
        OFF
    }

    public AnalysisOptions {
        models = List.copyOf(models);
    }

    /** Not strict, no models, contracts of what was looked at. */
    public static AnalysisOptions defaults() {
        return new AnalysisOptions(false, List.of(), Contracts.NEEDED);
    }
}
