package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/*
 * Constants with bodies and a static index built once.
 * Verdict: derived.
 */
@Frozen
public enum EnumWithMethods {
    PLUS("+") { @Override int apply(int a, int b) { return a + b; } },
    TIMES("*") { @Override int apply(int a, int b) { return a * b; } };
    private static final Map<String, EnumWithMethods> INDEX = Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(v -> v.sign, v -> v));
    private final String sign;
    EnumWithMethods(String sign) { this.sign = sign; }
    abstract int apply(int a, int b);
    static EnumWithMethods of(String s) { return INDEX.get(s); }
}
