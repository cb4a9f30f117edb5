package dev.lungfish.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    private static String problem(Path... files) {
        String ofMethods = assertThrows(ModelFormatException.class, () -> LibraryModels.load(List.of(files))).getMessage();
        String ofTypes = assertThrows(ModelFormatException.class, () -> KnownTypes.load(List.of(files))).getMessage();
        assertEquals(ofMethods, ofTypes, "both loaders read the same files");
        return ofMethods;
    }

    @Test
    void commentsBlankLinesAndRowsOfBothKinds_areAccepted() throws IOException {
        Path path = file("good.tsv", "# a comment", "", "a.B\tshareable+\tlocks itself", "a.B#m(int,String[])\tmove(1)\tkept by another thread\tsince=21",
                "a.B#m\tfresh\tnew\r");
        ModelFile read = ModelFile.readStrictly(path);
        assertEquals(List.of(new TypeModel("a.B", TypeVerdict.SHAREABLE, "", true, "locks itself")), read.types());
        assertEquals(List.of("a.B#m(int,String[])", "a.B#m"), read.methods().stream().map(ModelRow::signature).toList());
        assertEquals(21, read.methods().get(0).since());
        assertEquals("new", read.methods().get(1).model().reason());
    }

    @Test
    void rowWithoutReason_isRejectedWithItsPlace() throws IOException {
        Path path = file("bad.tsv", "a.B\tfrozen\tfinal", "a.B#m\tfresh");
        assertEquals(path + ":2: the row has no reason; a row is: what TAB says TAB reason", problem(path));
        assertTrue(problem(file("blank.tsv", "a.B#m\tfresh\t  ")).contains(":1: the row has no reason"));
    }

    @Test
    void unknownWord_isRejectedWithItsPlace() throws IOException {
        Path path = file("bad.tsv", "# one", "a.B#m\tfresh burn(0)\twhy");
        assertEquals(path + ":2: unknown effect 'burn(0)'", problem(path));
    }

    @Test
    void unknownVerdict_isRejected_andTheKnownOnesListed() throws IOException {
        String message = problem(file("bad.tsv", "a.B\tmaybe\twhy"));
        assertTrue(message.contains(":1: unknown verdict 'maybe'; known are frozen frozen-if-arguments"), message);
        assertTrue(problem(file("c.tsv", "a.B\tconfined\twhy")).contains("names a thread"));
        assertTrue(problem(file("d.tsv", "a.B\tfrozen:EDT\twhy")).contains("names a thread"));
    }

    @Test
    void duplicate_isRejected_inOneFileAndAcrossFiles() throws IOException {
        Path one = file("one.tsv", "a.B#m(int)\tfresh\twhy", "a.B#m(int)\tfresh\twhy");
        assertEquals(one + ":2: 'a.B#m(int)' was described in line 1 already", problem(one));
        Path two = file("two.tsv", "a.B\tfrozen\twhy");
        Path three = file("three.tsv", "# x", "a.B\ttracked\twhy");
        assertEquals(three + ":2: 'a.B' was described at " + two + ":1 already", problem(two, three));
    }

    @Test
    void malformedSignature_isRejected() throws IOException {
        assertTrue(problem(file("a.tsv", "a.B#m(int\tfresh\twhy")).contains("'a.B#m(int' is not of the form package.Class#method(Type,Type)"));
        assertTrue(problem(file("b.tsv", "a.B#\tfresh\twhy")).contains("is not of the form"));
    }

    @Test
    void fourthColumn_isARelease() throws IOException {
        assertTrue(problem(file("a.tsv", "a.B#m\tfresh\twhy\tlater")).contains("unexpected column 'later'"));
        assertTrue(problem(file("b.tsv", "a.B#m\tfresh\twhy\tsince=x")).contains("'since=x' does not name a release"));
    }

    @Test
    void missingFile_isNamed() {
        Path missing = folder.resolve("missing.tsv");
        UncheckedIOException thrown = assertThrows(UncheckedIOException.class, () -> LibraryModels.load(List.of(missing)));
        assertTrue(thrown.getMessage().contains(missing.toString()), thrown.getMessage());
    }
}
