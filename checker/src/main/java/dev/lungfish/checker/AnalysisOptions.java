package dev.lungfish.checker;

import java.nio.file.Path;
import java.util.List;

/**
 * What a user can say about an analysis.
 *
 * @param strict whether everything unknown is a finding, as inside {@code @RegionAware}
 * @param models files with library models of the user's own, read after ours
 */
public record AnalysisOptions(boolean strict, List<Path> models) {
    public AnalysisOptions {
        models = List.copyOf(models);
    }

    /** Not strict, no models. */
    public static AnalysisOptions defaults() {
        return new AnalysisOptions(false, List.of());
    }
}
