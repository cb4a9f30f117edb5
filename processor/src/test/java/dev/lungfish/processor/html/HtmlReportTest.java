package dev.lungfish.processor.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.processor.testing.Examined;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    @TempDir
    private Path directory;

    private static String html(Examined program) {
        return HtmlReport.text(program.report(), program.options());
    }

    @Test
    void findingsStandWithTheirPlacesAndSource() {
        String html = html(new Examined(directory).file("src/Shop.java",
                "class Shop {\n    void sell() {\n        String s = \"<b>&\"; bad();\n    }\n    void bad() { }\n}\n"));

        assertTrue(html.contains("<h3>src/Shop.java</h3>"), html);
        assertTrue(html.contains("<span class=\"tag\">use.after.move</span>"), html);
        assertTrue(html.contains("String s = &quot;&lt;b&gt;&amp;&quot;; <mark>bad()</mark>;"), html);
        assertTrue(html.contains("<span class=\"n\">2 </span>void sell() {\n"), html);
        assertTrue(html.contains("<article data-kind=\"error\" data-file=\"src/Shop.java\">"), html);
        assertTrue(html.contains("line 2 </span>&#39;order&#39; was moved to another thread here"), html);
        assertTrue(html.contains("line 3 </span>and here it goes wrong"), html);
        assertTrue(html.contains("help: use &#39;order&#39; before the move"), html);
    }

    @Test
    void theFileNeedsNothingElse_andKnowsLightAndDark() {
        String html = html(new Examined(directory).file("src/Shop.java", "class Shop { void bad() { bad(); } }"));

        assertFalse(html.contains("http://") || html.contains("https://") || html.contains("src=") || html.contains("<link"), html);
        assertTrue(html.contains("prefers-color-scheme: dark"));
        assertFalse(html.contains(directory.toString()), "no absolute path");
    }

    @Test
    void aReportWithoutFindingsSaysSo() {
        assertTrue(html(new Examined(directory).file("A.java", "class A { }")).contains("<p>No findings.</p>"));
    }

    @Test
    void textsAreEscaped() {
        assertEquals("&lt;a href=&quot;x&quot;&gt;&#39;&amp;", HtmlText.escape("<a href=\"x\">'&"));
    }
}
