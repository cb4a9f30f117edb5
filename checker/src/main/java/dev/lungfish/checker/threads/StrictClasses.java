package dev.lungfish.checker.threads;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePathScanner;
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
        for (CompilationUnitTree unit : program.units()) {
            Boolean found = new TreePathScanner<Boolean, Void>() {
                @Override
                public Boolean visitClass(ClassTree tree, Void unused) {
                    Element type = program.trees().getElement(getCurrentPath());
                    return type != null && isStrict(type) ? Boolean.TRUE : super.visitClass(tree, null);
                }

                @Override
                public Boolean reduce(Boolean one, Boolean other) {
                    return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
                }
            }.scan(unit, null);
            if (Boolean.TRUE.equals(found)) {
                return true;
            }
        }
        return false;
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
