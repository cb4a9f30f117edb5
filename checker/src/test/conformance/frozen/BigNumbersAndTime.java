package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/*
 * All the usual immutable types of the JDK.
 * Verdict: derived.
 */
@Frozen
public record BigNumbersAndTime(java.math.BigDecimal price, java.time.LocalDate day, java.time.Duration time, java.util.UUID id, java.net.URI uri, java.util.regex.Pattern pattern, Optional<String> note, Locale locale, java.nio.charset.Charset cs, Class<?> type, java.nio.file.Path file, Currency currency) {
}
