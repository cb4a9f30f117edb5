package dev.lungfish.processor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {
    private static String render(String markdown, boolean colours) {
        PrintWriter out = new PrintWriter(new StringWriter());
        return new MarkdownText(new Terminal(out, out, colours, false)).render(markdown);
    }

    @Test
    void pagesBecomePlainText() {
        assertEquals("""
                use.after.move
                ==============

                Says no more than 'x' and a page.
                  - one and
                    two
                    int x = 1; // `not` touched

                end""".replace("one and\n    two", "one and two"), render("""
                # use.after.move

                Says **no** *more* than `x` and [a page](other.md).
                - one and
                  two
                ```java
                int x = 1; // `not` touched
                ```

                end
                """, false));
    }

    @Test
    void longParagraphsAreBroken_andItemsStayUnderTheirFirstWord() {
        String text = render("- " + "word ".repeat(30), false);

        assertEquals(List.of("  - " + "word ".repeat(19).strip(), "    " + "word ".repeat(11).strip()), text.lines().toList());
    }

    @Test
    void coloursOnlyWhereTheyAreWanted() {
        assertEquals("\u001b[1mtitle\u001b[0m", render("## title", true));
        assertEquals("title\n-----", render("## title", false));
    }
}
