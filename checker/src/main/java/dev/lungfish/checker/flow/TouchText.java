package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What formals are touched of, as words of a contract file, and back: {@code 0@com.acme.Box.count:w,0@com.acme.Box.list*:r,1@nothing}. */
final class TouchText {
    private static final String OWN_VALUES = "gives";

    private TouchText() {
    }

    /** One word for each field, and for what is touched besides; a formal of which only this can be said has none. */
    static List<String> of(Map<Integer, Touch> touches, Touch unsaid) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(touches).forEach((formal, touch) -> {
            if (!touch.equals(unsaid)) {
                int before = words.size();
                touch.fields().entrySet().stream().filter(field -> SummaryText.LETTERS.containsKey(field.getValue()))
                        .forEach(field -> words.add(formal + "@" + field.getKey() + ":" + SummaryText.LETTERS.get(field.getValue())));
                if (words.size() == before || touch.rest() != Touch.Rest.NOTHING) {
                    words.add(formal + "@" + word(touch.rest()));
                }
                if (touch.gives()) {
                    words.add(formal + "@" + OWN_VALUES);
                }
            }
        });
        return words;
    }

    /**
     * Reads the words.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    static Map<Integer, Touch> parse(List<String> words) {
        Map<Integer, Touch> touches = new TreeMap<>();
        for (String word : words) {
            int at = Math.max(0, word.indexOf('@'));
            touches.merge(SummaryText.number(word.substring(0, at)), one(word.substring(at + 1)), Touch::or);
        }
        return touches;
    }

    private static Touch one(String word) {
        int colon = word.lastIndexOf(':');
        if (colon > 0) {
            return Touch.of(word.substring(0, colon), SummaryText.keyOf(SummaryText.LETTERS, word.substring(colon + 1)));
        }
        if (word.equals(OWN_VALUES)) {
            return Touch.NOTHING.giving(true);
        }
        for (Touch.Rest rest : Touch.Rest.values()) {
            if (word(rest).equals(word)) {
                return new Touch(new TreeMap<String, Access>(), rest, false);
            }
        }
        throw new IllegalArgumentException(word);
    }

    private static String word(Touch.Rest rest) {
        return rest == Touch.Rest.TOO_MANY ? "many" : rest.name().toLowerCase(Locale.ROOT);
    }
}
