package dev.lungfish.processor;

/**
 * Writes JSON, indented by two blanks. Small and quick to load: it runs inside every build. Bytes depend on nothing but the calls. Not
 * thread-safe; wrong nesting is the caller's fault and not noticed.
 */
public final class JsonText {
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean first = true;
    private boolean afterName;

    /** Opens an object. */
    public JsonText beginObject() {
        return open('{');
    }

    /** Closes the object. */
    public JsonText endObject() {
        return close('}');
    }

    /** Opens an array. */
    public JsonText beginArray() {
        return open('[');
    }

    /** Closes the array. */
    public JsonText endArray() {
        return close(']');
    }

    /** The name of the next value. */
    public JsonText name(String name) {
        separate();
        quote(name);
        text.append(": ");
        afterName = true;
        return this;
    }

    /** A string. */
    public JsonText value(String value) {
        separate();
        quote(value);
        return this;
    }

    /** A number. */
    public JsonText value(long value) {
        separate();
        text.append(value);
        return this;
    }

    /** What was written so far. */
    public String text() {
        return text.toString();
    }

    private JsonText open(char bracket) {
        separate();
        text.append(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonText close(char bracket) {
        depth--;
        if (!first) {
            newLine();
        }
        text.append(bracket);
        first = false;
        return this;
    }

    private void separate() {
        if (afterName) {
            afterName = false;
            return;
        }
        if (depth > 0) {
            if (!first) {
                text.append(',');
            }
            newLine();
        }
        first = false;
    }

    private void newLine() {
        text.append('\n').append("  ".repeat(depth));
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) && !paired(value, i)) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean paired(String value, int i) {
        char c = value.charAt(i);
        return Character.isHighSurrogate(c) ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
