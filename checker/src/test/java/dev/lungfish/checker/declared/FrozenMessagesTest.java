package dev.lungfish.checker.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.frozen.Reason;
import dev.lungfish.checker.frozen.ThisEscapes;
import dev.lungfish.checker.report.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every answer that the frozen checks can give has a headline and a repair. */
class FrozenMessagesTest {
    @Test
    void reasonsAndWaysOut_haveHeadlineAndHelp() {
        Messages messages = Messages.load();
        List<String> ids = new ArrayList<>();
        Stream.of(Reason.values()).map(reason -> "frozen.mutable.part." + reason.id()).forEach(ids::add);
        Stream.of(ThisEscapes.Way.values()).map(way -> "frozen.this.escape." + way.name().toLowerCase(Locale.ROOT)).forEach(ids::add);
        ids.addAll(List.of("frozen.mutable.part.argument", "frozen.write.array.part"));
        List<String> missing = ids.stream().flatMap(id -> Stream.of(id, id + ".help")).filter(id -> !messages.ids().contains(id)).toList();
        assertEquals(List.of(), missing);
    }
}
