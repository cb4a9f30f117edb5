package dev.lungfish.checker.frozen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/** Answers about classes that refer to each other, decided together (greatest fixpoint): what is being asked is taken to hold. Confined to one thread. */
final class TogetherDecided {
    private final Predicate<TypeElement> decision;
    private final Map<TypeElement, Boolean> decided = new HashMap<>();
    private Set<TypeElement> assumed = new HashSet<>();

    /** @param decision the answer about one class, which asks this object about others */
    TogetherDecided(Predicate<TypeElement> decision) {
        this.decision = decision;
    }

    boolean test(TypeElement type) {
        Boolean known = decided.get(type);
        if (known != null) {
            return known;
        }
        if (!assumed.add(type)) {
            return true;
        }
        boolean isOutermost = assumed.size() == 1;
        boolean answer = decision.test(type);
        // An answer that rests on an assumption about a class still being decided counts only for the outermost question.
        if (!answer || isOutermost) {
            decided.put(type, answer);
        }
        if (isOutermost) {
            assumed = new HashSet<>();
        } else {
            assumed.remove(type);
        }
        return answer;
    }
}
