package dev.lungfish.processor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are checked in and compared; {@code -Dgolden=write} writes them anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/golden");

    private Golden() {
    }

    /** Compares a text with the golden one. */
    public static void check(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, actual);
            }
            assertEquals(Files.readString(file), actual, "differs from " + file + "; run with -Dgolden=write if the new text is right");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
