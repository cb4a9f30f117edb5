package dev.lungfish.processor.sarif;

import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lungfish.processor.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of SARIF: the same log always gives the same text. Holds no state. */
public final class SarifJson {
    private static final ObjectMapper MAPPER = mapper();

    private SarifJson() {
    }

    /** The library leaves out values that equal a default; a level left out would be read as a warning, or as an error. */
    private abstract static class LevelAlways {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        abstract Object getLevel();
    }

    /** The text of a log, ending with a line feed. */
    public static String write(SarifSchema210 log) {
        try {
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            printer.indentObjectsWith(indenter);
            printer.indentArraysWith(indenter);
            return MAPPER.writer(printer).writeValueAsString(log) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write SARIF: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a log.
     *
     * @throws InputException if the file cannot be read or is no SARIF
     */
    public static SarifSchema210 read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException("cannot read '" + file + "': " + e.getMessage());
        }
        try {
            SarifSchema210 log = MAPPER.readValue(text, SarifSchema210.class);
            if (log.getRuns() == null) {
                throw new InputException("'" + file + "' is not SARIF: it has no runs");
            }
            return log;
        } catch (JsonProcessingException e) {
            throw new InputException("'" + file + "' is not SARIF 2.1.0: " + e.getOriginalMessage());
        }
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addMixIn(Result.class, LevelAlways.class)
                .addMixIn(ReportingConfiguration.class, LevelAlways.class)
                .addMixIn(Notification.class, LevelAlways.class)
                .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .build();
    }
}
