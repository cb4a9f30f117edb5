package dev.lungfish.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectParserTest {
    private static Effect only(String text) {
        List<Effect> effects = EffectParser.parse(text);
        assertEquals(1, effects.size(), text);
        return effects.get(0);
    }

    @Test
    void emptyColumn_hasNoEffects() {
        assertEquals(List.of(), EffectParser.parse(""));
    }

    @Test
    void severalWords_keepTheirOrder() {
        assertEquals(List.of(new Effect.Use(Place.THIS, UseMode.WRITE), new Effect.Merge(Place.THIS, Place.arg(0)), new Effect.Fresh()),
                EffectParser.parse("write(this)  merge(this,0) fresh"));
    }

    @Test
    void placesOfEveryForm_areRead() {
        assertEquals(new Effect.Move(new Place.Elements(Place.arg(12)), Guard.ALWAYS, List.of()), only("move(elements(12))"));
        assertEquals(new Effect.Boxes(new Place.Content(Place.ARGS)), only("boxes(content(args))"));
        assertEquals(new Effect.Merge(Place.arg(0), Place.LAST), only("merge(0,last)"));
        assertEquals(new Effect.Fill(Place.arg(0), Place.FRESH), only("fill(0,fresh)"));
    }

    @Test
    void content_standsForTheReceiversBoxInFeeds_andForTheResultsBoxInYields() {
        assertEquals(new Effect.Feeds(Place.arg(1), 0, new Place.Content(Place.THIS)), only("feeds(1,0,content)"));
        assertEquals(new Effect.Yields(Place.arg(1), new Place.Content(Place.RESULT)), only("yields(1,content)"));
    }

    @Test
    void conditionAndExceptions_areReadTogether() {
        assertEquals(new Effect.Move(Place.arg(0), Guard.IF_TRUE, List.of("InterruptedException", "TimeoutException")),
                only("move(0)?!InterruptedException!TimeoutException"));
        assertEquals(new Effect.Await(Place.THIS, Guard.ALWAYS, List.of("ExecutionException")), only("await(this)+ExecutionException"));
        assertEquals(new Effect.Move(Place.arg(0), Guard.ALWAYS, List.of("*")), only("move(0)!*"));
    }

    @ParameterizedTest
    @CsvSource({"'opens(this,W)',ALWAYS", "'opens(this,W)?',IF_TRUE", "'opens(this,W)?false',IF_FALSE", "'opens(this,W)?null',IF_NULL",
        "'opens(this,W)?nonzero',IF_NONZERO", "'opens(this,W)?all',IF_WAITS_ALL"})
    void everyCondition_isRead(String text, Guard guard) {
        assertEquals(new Effect.Opens(Place.THIS, OpenMode.WRITE, guard), only(text));
    }

    @Test
    void loanWithSeveralHandles_keepsThem_andNoneIsNoHandle() {
        assertEquals(new Effect.Lend(Place.arg(0), List.of(Place.RESULT, Place.THIS), List.of("RejectedExecutionException")),
                only("lend(0,result,this)!RejectedExecutionException"));
        assertEquals(new Effect.Lend(Place.arg(0), List.of(), List.of()), only("lend(0,none)"));
    }

    @Test
    void waysToRun_areRead_andConfinedNamesItsThread() {
        for (RunKind kind : RunKind.values()) {
            String thread = kind == RunKind.CONFINED ? "EDT" : "";
            String word = kind == RunKind.CONFINED ? "confined:EDT" : kind.word();
            assertEquals(new Effect.Runs(Place.arg(0), kind, thread), only("runs(0," + word + ")"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"moves(0)", "move", "move(0", "move(x)", "move(0,1)", "move(0)?sometimes", "move(0)!", "move(-1)", "fresh(0)",
        "read(this)?", "merge(this)", "runs(0,often)", "runs(0,confined)", "runs(0,task:EDT)", "feeds(0,x,this)", "opens(this,X)",
        "opens(this)", "lend(0)", "lockview(RW)", "same()", "onlyon()x"})
    void malformedWord_isRejected_andQuoted(String text) {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> EffectParser.parse("fresh " + text));
        assertTrue(thrown.getMessage().contains("'" + text + "'"), thrown.getMessage());
    }

    @Test
    void everyListedWord_isKnown() {
        for (String word : EffectParser.words()) {
            try {
                EffectParser.parse(word);
            } catch (IllegalArgumentException e) {
                assertTrue(!e.getMessage().startsWith("unknown effect"), e.getMessage());
            }
        }
        assertEquals(EffectParser.words().stream().sorted().distinct().toList(), EffectParser.words());
    }

    @Test
    void useOf_isReadUnlessTheRowSaysOtherwise() {
        MethodModel row = new MethodModel("a.B", "m", null, EffectParser.parse("write(this) ident(args) write(1)"), "why");
        assertEquals(UseMode.WRITE, row.useOf(Place.THIS));
        assertEquals(UseMode.IDENTITY, row.useOf(Place.arg(0)));
        assertEquals(UseMode.WRITE, row.useOf(Place.arg(1)));
        assertEquals(UseMode.READ, row.useOf(Place.RESULT));
    }
}
