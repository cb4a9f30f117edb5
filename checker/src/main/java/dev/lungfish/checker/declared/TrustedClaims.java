package dev.lungfish.checker.declared;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.frozen.Promises;
import dev.lungfish.checker.javac.Program;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Counts what a program asks to be believed: classes with {@code @ThreadSafe(trusted = "why")}, fields with {@code @LazyInit}. Holds no state. */
public final class TrustedClaims {
    private TrustedClaims() {
    }

    /** How many classes and member classes of the program claim something. */
    public static long in(Program program) {
        Promises promises = new Promises(program.types());
        long claims = 0;
        for (CompilationUnitTree unit : program.units()) {
            for (var tree : Program.topLevelClasses(unit)) {
                claims += program.trees().getElement(new TreePath(new TreePath(unit), tree)) instanceof TypeElement type ? in(type, promises) : 0;
            }
        }
        return claims;
    }

    private static long in(TypeElement type, Promises promises) {
        long own = Annotations.trustedBecause(type).isEmpty() ? 0 : 1;
        return own + ElementFilter.fieldsIn(type.getEnclosedElements()).stream().filter(promises::isLazyCache).count()
                + ElementFilter.typesIn(type.getEnclosedElements()).stream().mapToLong(member -> in(member, promises)).sum();
    }
}
