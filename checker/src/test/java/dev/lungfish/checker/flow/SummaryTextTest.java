package dev.lungfish.checker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.model.ContractFile;
import dev.lungfish.checker.model.ContractFormatException;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.Touch;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a contract file says is what was written into it, and nothing else can be read from one. */
class SummaryTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"nothing", "use=0i,1r,2u,3w", "holds=0<1,1<2", "same=0~1,2~3~4", "moves=1 result=free", "freezes=1", "unknown=result,0,1", "publishes=1,2", "frozen=1",
        "keeps=1@lock:static:com.acme.Reg/LOCK,1@lock:this/items,2@cown:parameter:0/cown", "needs=r@lock:this,w@lock:class:com.acme.Cart",
        "opens=lock:this/lock()", "closes=lock:this/lock", "result=same of=0,1", "result=inside@lock:this/items", "result=shared of=0", "result=frozen",
        "use=0w,1w,2r touches=0@com.acme.Cart.count:w,0@com.acme.Cart.items*:r,1@com.acme.Cart.count:u,1@anything,2@many",
        "moves=1,2 lent=1", "moves=1,2 iftrue=2", "ends=1,3,all@lock:parameter:0,closed@lock:parameter:1,latch@lock:this/done", "moves=0,1,2 leaves=0@com.acme.Cart.count:w,0@gives,1@nothing,2@anything,2@gives perhaps=0,2"})
    void wordsAreReadAsTheyWereWritten(String words) {
        assertEquals(words, SummaryText.of(SummaryText.parse(words)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "use", "use=", "use=0", "use=0x", "use=r", "uses=0r", "use=0r use=1r", "use=0r  moves=1", "holds=0", "holds=0<1<2", "moves=a",
        "moves=-1", "moves=99999", "keeps=1", "keeps=1@this", "keeps=1@lock:", "keeps=1@lock:this/", "needs=x@lock:this", "result=", "result=inside",
        "result=free,same", "of=x", "use=0w touches=0", "use=0w touches=0@", "use=0w touches=0@some", "use=0w touches=0@:w", "use=0w touches=0@Cart.count:x",
        "moves=0 leaves=@gives", "moves=0 perhaps=x", "lent=x", "ends=x", "ends=all", "ends=all@", "ends=some@lock:this"})
    void nothingElseIsRead(String words) {
        assertThrows(IllegalArgumentException.class, () -> SummaryText.parse(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in=lock:this/lock", "in=lock:static:com.acme.Reg/LOCK isolated", "frozen", "isolated frozen"})
    void fieldsToo(String words) {
        assertEquals(words, FieldContract.parse(words).text());
    }

    @Test
    void aFieldWithAnUnknownWordIsNone() {
        assertThrows(IllegalArgumentException.class, () -> FieldContract.parse("in=lock:this volatile"));
    }

    @Test
    void theFileIsReadAsItWasWritten() {
        ContractFile file = new ContractFile("com.acme.Cart", new TreeMap<>(java.util.Map.of("Cart#add(I)V", "use=0w", "Cart#a()V", "nothing")));

        assertEquals("lungfish-contract 1 com.acme.Cart\nCart#a()V nothing\nCart#add(I)V use=0w\n", file.text());
        assertEquals(file, ContractFile.read(file.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lungfish-contract", "lungfish-contract x A\n", "lungfish-contract 1\n", "lungfish-contract 1 A", "lungfish-contract 1 A\nA#m()V",
        "lungfish-contract 1 A\nA#m()V\n", "lungfish-contract 1 A\n\nA#m()V nothing\n", "lungfish-contract 1 A\nA#m()V nothing\nA#m()V nothing\n",
        "lungfish-contract 1 A\r\nA#m()V nothing\r\n x\n"})
    void aBrokenFileIsSaidToBe(String text) {
        ContractFormatException e = assertThrows(ContractFormatException.class, () -> ContractFile.read(text));

        assertTrue(e.line() > 0 && !e.isOtherVersion(), e.getMessage());
    }

    @Test
    void aLaterVersionIsNoBrokenFile() {
        ContractFormatException e = assertThrows(ContractFormatException.class, () -> ContractFile.read("lungfish-contract 2 A of=another;shape\n\n"));

        assertTrue(e.isOtherVersion());
        assertEquals("2", e.found());
    }

    @Test
    void whatIsNotSaidOfFieldsCountsAsTouched() {
        Summary summary = SummaryText.parse("use=0w,1r moves=1 touches=1@com.acme.Cart.count:r");

        assertEquals(Touch.ANYTHING, summary.touches().of(0));
        assertEquals(Touch.EVERYTHING, summary.touches().ofMoved(1));
    }

    @Test
    void aFormalOfWhichNothingIsKnownIsTouchedByEitherOfTwo() {
        Summary known = SummaryText.parse("use=0r touches=0@com.acme.Cart.count:r");
        Summary unknown = SummaryText.parse("use=0w");

        assertEquals(Touch.Rest.ANYTHING, known.touches().or(unknown.touches()).of(0).rest());
    }

    @Test
    void theOrderOfSetsDoesNotShow() {
        Summary summary = new Summary(java.util.Map.of(2, dev.lungfish.checker.region.Access.READ, 0, dev.lungfish.checker.region.Access.WRITE), List.of(),
                List.of(java.util.Set.of(3, 1, 2)), java.util.Set.of(2, 1), java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), java.util.Set.of(),
                java.util.Map.of(), List.of(),
                java.util.Set.of(opened("b"), opened("a")), java.util.Set.of(), Summary.Result.SAME, java.util.Set.of(2, 0), null,
                java.util.Set.of(1, Summary.RESULT));

        assertEquals("use=0w,2r same=1~2~3 moves=1,2 opens=lock:this/a,lock:this/b unknown=result,1 result=same of=0,2", SummaryText.of(summary));
    }

    private static Summary.Opened opened(String field) {
        return new Summary.Opened(RegionKey.lock("this", field), RegionKey.Mode.WRITE, null);
    }

    @Test
    void whatIsOpenForReading_orOnlyIfTrue_isSaid() {
        String line = "opens=lock:this/a,r@lock:this/b,w+@lock:this/inner:c,w-@lock:this/d closes=lock:this/inner:c";

        Summary summary = SummaryText.parse(line);

        assertEquals(java.util.Set.of(opened("a"), new Summary.Opened(RegionKey.lock("this", "b"), RegionKey.Mode.READ, null),
                new Summary.Opened(RegionKey.lock("this", RegionKey.inner("c")), RegionKey.Mode.WRITE, true),
                new Summary.Opened(RegionKey.lock("this", "d"), RegionKey.Mode.WRITE, false)), summary.opened());
        assertEquals(line, SummaryText.of(summary));
    }
}
