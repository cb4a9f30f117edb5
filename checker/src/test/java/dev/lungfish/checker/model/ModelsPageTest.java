package dev.lungfish.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The user's page about models says what the reader of the files understands, and its example is one. */
class ModelsPageTest {
    private static String page() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/models.md"))) {
            folder = folder.getParent();
            assertTrue(folder != null, "docs/models.md is not above the working directory");
        }
        return Files.readString(folder.resolve("docs/models.md"));
    }

    @Test
    void everyWordIsExplained() throws IOException {
        String page = page();
        List<String> missing = new ArrayList<>();
        EffectParser.words().stream().filter(word -> !page.contains("`" + word + "`") && !page.contains("`" + word + "(")).forEach(missing::add);
        for (RunKind kind : RunKind.values()) {
            String text = kind == RunKind.CONFINED ? "`runs(P,confined:NAME)`" : "`runs(P," + kind.word() + ")`";
            if (!page.contains(text)) {
                missing.add(text);
            }
        }
        for (Guard guard : Guard.values()) {
            if (!page.contains("`" + guard.suffix() + "`") && guard != Guard.ALWAYS) {
                missing.add(guard.suffix());
            }
        }
        for (TypeVerdict verdict : TypeVerdict.values()) {
            if (!page.contains("| `" + verdict.word() + (verdict == TypeVerdict.CONFINED ? ":NAME`" : "`"))) {
                missing.add(verdict.word());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void exampleIsAModelFile() throws IOException {
        String page = page();
        int start = page.indexOf("```\n# what") + 4;
        ModelFile example = ModelFile.parse("example", page.substring(start, page.indexOf("```", start)));
        example.methods().forEach(ModelRow::model);
        assertEquals(3, example.types().size());
        assertEquals(8, example.methods().size());
    }
}
