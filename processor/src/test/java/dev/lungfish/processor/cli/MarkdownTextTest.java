package dev.lungfish.processor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
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

                Says **no** more than 'x' and a page.
                  - one
                    int x = 1; // `not` touched

                end""".replace("**no**", "no"), render("""
                # use.after.move

                Says **no** more than `x` and [a page](other.md).
                - one
                ```java
                int x = 1; // `not` touched
                ```

                end
                """, false));
    }

    @Test
    void coloursOnlyWhereTheyAreWanted() {
        assertEquals("\u001b[1mtitle\u001b[0m", render("## title", true));
        assertEquals("title", render("## title", false));
    }
}
