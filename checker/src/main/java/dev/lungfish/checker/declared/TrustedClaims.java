package dev.lungfish.checker.declared;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Counts what a program asks to be believed: classes with {@code @ThreadSafe(trusted = "why")}. Holds no state. */
public final class TrustedClaims {
    private TrustedClaims() {
    }

    /** How many classes and member classes of the program claim something. */
    public static long in(Program program) {
        long claims = 0;
        for (CompilationUnitTree unit : program.units()) {
            for (var tree : Program.topLevelClasses(unit)) {
                claims += program.trees().getElement(new TreePath(new TreePath(unit), tree)) instanceof TypeElement type ? in(type) : 0;
            }
        }
        return claims;
    }

    private static long in(TypeElement type) {
        return (Annotations.trustedBecause(type).isEmpty() ? 0 : 1) + ElementFilter.typesIn(type.getEnclosedElements()).stream().mapToLong(TrustedClaims::in).sum();
    }
}
