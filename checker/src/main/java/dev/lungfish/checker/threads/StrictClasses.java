package dev.lungfish.checker.threads;

import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.javac.Program;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Classes whose statics any thread may touch: declared thread-safe, or in strict code. Stateless. */
final class StrictClasses {
    private StrictClasses() {
    }

    /** Whether the program has any. */
    static boolean areIn(Program program) {
        return program.survey().classes().map(program.trees()::getElement).anyMatch(type -> type != null && isStrict(type));
    }

    /** Whether the member belongs to one. */
    static boolean isIn(Element member) {
        return isStrict(member.getEnclosingElement());
    }

    private static boolean isStrict(Element type) {
        return Annotations.isRegionAware(type) || type instanceof TypeElement element && Annotations.isThreadSafe(element)
                && Annotations.trustedBecause(element).isEmpty();
    }
}
