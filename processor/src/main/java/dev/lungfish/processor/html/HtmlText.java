package dev.lungfish.processor.html;

/** Builds HTML; all text is escaped on its way in. Not thread-safe. */
final class HtmlText {
    private final StringBuilder html = new StringBuilder();

    /** Markup of our own. */
    HtmlText raw(String markup) {
        html.append(markup);
        return this;
    }

    /** Text of anybody's. */
    HtmlText text(String text) {
        html.append(escape(text));
        return this;
    }

    /** An element with nothing but text in it. */
    HtmlText element(String name, String attributes, String text) {
        html.append('<').append(name).append(attributes.isEmpty() ? "" : " ").append(attributes).append('>').append(escape(text))
                .append("</").append(name).append('>');
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
