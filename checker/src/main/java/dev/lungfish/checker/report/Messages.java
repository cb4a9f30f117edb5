package dev.lungfish.checker.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The words of all messages: one file, {@code messages.properties}. Placeholders are {@code {0}}, {@code {1}}, ...; a placeholder without
 * a name is an internal failure. Immutable after loading, safe for all threads.
 */
public final class Messages {
    private static final String FILE = "/dev/lungfish/checker/messages.properties";

    private final Properties texts;

    private Messages(Properties texts) {
        this.texts = texts;
    }

    /** Reads the file that ships with the checker. */
    public static Messages load() {
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(FILE)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return new Messages(texts);
    }

    /** All message ids. */
    public java.util.Set<String> ids() {
        return texts.stringPropertyNames();
    }

    /** The sentence with this id; an id that is not there is a defect of ours and fails. */
    public String text(String id, List<String> names) {
        return find(id, names).orElseThrow(() -> new IllegalArgumentException("no message " + id));
    }

    /** The sentence with this id, if there is one. */
    public Optional<String> find(String id, List<String> names) {
        String pattern = texts.getProperty(id);
        return pattern == null ? Optional.empty() : Optional.of(fill(pattern, names));
    }

    private static String fill(String pattern, List<String> names) {
        StringBuilder text = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int close = c == '{' ? pattern.indexOf('}', i) : -1;
            if (close < 0) {
                text.append(c);
            } else {
                text.append(names.get(Integer.parseInt(pattern.substring(i + 1, close))));
                i = close;
            }
        }
        return text.toString();
    }
}
