package dev.lungfish.checker.conformance;

import dev.lungfish.checker.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Suppression is the processor's affair; here it is enough to see the annotation above the method of a finding. */
final class Suppressed {
    private Suppressed() {
    }

    static boolean isSuppressed(Finding finding) {
        try {
            List<String> lines = Files.readAllLines(Path.of(finding.at().file()));
            for (int i = finding.at().line() - 1; i >= 0 && i < lines.size(); i--) {
                String line = lines.get(i);
                if (line.contains("@SuppressWarnings(\"lungfish:" + finding.rule().key() + "\")")) {
                    return true;
                }
                if (line.startsWith("    }") || line.startsWith("public class")) {
                    return false;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
