package dev.lungfish.processor.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes terminal text of the plain Markdown of rule pages: headings, paragraphs, lists, tables, code. */
final class MarkdownText {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^)]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");

    private final Terminal terminal;

    MarkdownText(Terminal terminal) {
        this.terminal = terminal;
    }

    String render(String markdown) {
        StringBuilder text = new StringBuilder();
        boolean inCode = false;
        for (String line : markdown.strip().split("\n", -1)) {
            if (line.strip().startsWith("```")) {
                inCode = !inCode;
            } else if (inCode) {
                text.append("    ").append(terminal.code(line)).append('\n');
            } else {
                text.append(prose(line)).append('\n');
            }
        }
        return text.toString().stripTrailing();
    }

    private String prose(String line) {
        int hashes = 0;
        while (hashes < line.length() && line.charAt(hashes) == '#') {
            hashes++;
        }
        if (hashes > 0 && hashes < line.length() && line.charAt(hashes) == ' ') {
            String title = inline(line.substring(hashes + 1));
            return terminal.bold(title);
        }
        if (line.startsWith("- ") || line.startsWith("* ")) {
            return "  - " + inline(line.substring(2));
        }
        return inline(line);
    }

    private String inline(String text) {
        String linked = LINK.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                found.group(2).startsWith("http") ? found.group(1) + " (" + found.group(2) + ")" : found.group(1)));
        String strong = STRONG.matcher(linked).replaceAll(found -> Matcher.quoteReplacement(terminal.bold(found.group(1))));
        return CODE.matcher(strong).replaceAll(found -> Matcher.quoteReplacement(terminal.colours() ? terminal.code(found.group(1))
                : "'" + found.group(1) + "'"));
    }
}
