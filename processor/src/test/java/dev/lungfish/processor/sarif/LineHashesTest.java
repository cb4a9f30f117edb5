package dev.lungfish.processor.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first vectors are those that the public algorithm is known by. */
class LineHashesTest {
    private static List<String> hashes(String text) {
        LineHashes hashes = LineHashes.of(text);
        List<String> all = new ArrayList<>();
        for (int line = 1; line <= hashes.size(); line++) {
            all.add(hashes.ofLine(line));
        }
        return all;
    }

    @Test
    void anEmptyTextHasOneLine() {
        assertEquals(List.of("c129715d7a2bc9a3:1"), hashes(""));
    }

    @Test
    void blanksAndKindsOfLineEndsDoNotMatter() {
        List<String> expected = List.of("271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");

        assertEquals(expected, hashes(" a\nb\n  \t\tc\n d"));
        assertEquals(expected, hashes("a\r\nb\r\nc\r\nd"));
        assertEquals(expected, hashes("a\rb\rc\rd"));
    }

    @Test
    void emptyLinesCount() {
        assertEquals(List.of("8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1",
                "e6ceba753e1a442:1"), hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End"));
    }

    @Test
    void equalBlocksAreToldApartByTheirCount() {
        List<String> hashes = hashes("x\n".repeat(300));

        assertEquals(301, hashes.size());
        assertEquals(hashes.get(0).replace(":1", ":2"), hashes.get(1));
    }

    @Test
    void aLineKeepsItsHashWhenLinesBeforeItAreAdded() {
        String block = "one\ntwo\nthree\n";

        assertEquals(LineHashes.of(block).ofLine(2), LineHashes.of("new\nlines\n" + block).ofLine(4));
    }

    @Test
    void linesThatAreNotThereHaveNoHash() {
        assertEquals("", LineHashes.of("a").ofLine(0));
        assertEquals("", LineHashes.of("a").ofLine(2));
    }
}
