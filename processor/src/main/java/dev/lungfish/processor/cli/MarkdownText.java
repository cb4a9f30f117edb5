package dev.lungfish.processor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes terminal text of the plain Markdown of rule pages: headings, paragraphs, lists, code. */
final class MarkdownText {
    private static final int WIDTH = 100;
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^)]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern EMPHASIS = Pattern.compile("(?<![\\w*/`])\\*([^*`]+)\\*(?![\\w*])");
    private static final Pattern HEADING = Pattern.compile("(#+) (.*)");
    private static final Pattern ITEM = Pattern.compile("([-*]|\\d+\\.) (.*)");

    private final Terminal terminal;
    private final StringBuilder out = new StringBuilder();
    private final List<String> words = new ArrayList<>();
    private String first = "";

    MarkdownText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The whole page. Used once per object. */
    String render(String markdown) {
        boolean inCode = false;
        for (String line : markdown.strip().split("\n", -1)) {
            if (line.strip().startsWith("```")) {
                endParagraph();
                inCode = !inCode;
            } else if (inCode) {
                out.append(("    " + terminal.code(line)).stripTrailing()).append('\n');
            } else {
                prose(line);
            }
        }
        endParagraph();
        return out.toString().stripTrailing();
    }

    private void prose(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher item = ITEM.matcher(line);
        if (line.isBlank()) {
            endParagraph();
            out.append('\n');
        } else if (heading.matches()) {
            endParagraph();
            heading(heading.group(1).length(), inline(heading.group(2)));
        } else if (line.startsWith("|")) {
            endParagraph();
            out.append(inline(line)).append('\n');
        } else if (item.matches()) {
            endParagraph();
            first = "  " + (item.group(1).equals("*") ? "-" : item.group(1)) + " ";
            addWords(item.group(2));
        } else {
            addWords(line.strip());
        }
    }

    private void heading(int depth, String title) {
        out.append(terminal.bold(title)).append('\n');
        if (!terminal.colours()) {
            out.append((depth == 1 ? "=" : "-").repeat(title.length())).append('\n');
        }
    }

    private void addWords(String line) {
        String linked = LINK.matcher(line).replaceAll(found -> Matcher.quoteReplacement(
                found.group(2).startsWith("http") ? found.group(1) + " (" + found.group(2) + ")" : found.group(1)));
        words.addAll(List.of(linked.split("\\s+")));
    }

    /** Breaks the words collected so far into lines; later lines stand under the first word. */
    private void endParagraph() {
        if (words.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(first);
        String indentation = " ".repeat(first.length());
        int column = first.length();
        for (String word : words) {
            int length = word.replace("`", "").replace("**", "").length();
            if (column > indentation.length() && column + 1 + length > WIDTH) {
                text.append('\n').append(indentation);
                column = indentation.length();
            } else if (column > indentation.length()) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += length;
        }
        out.append(inline(text.toString())).append('\n');
        words.clear();
        first = "";
    }

    private String inline(String text) {
        String strong = STRONG.matcher(text).replaceAll(found -> Matcher.quoteReplacement(terminal.bold(found.group(1))));
        String emphasised = EMPHASIS.matcher(strong).replaceAll("$1");
        return CODE.matcher(emphasised).replaceAll(found -> Matcher.quoteReplacement(terminal.colours() ? terminal.code(found.group(1))
                : "'" + found.group(1) + "'"));
    }
}
