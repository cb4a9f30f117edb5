package dev.lungfish.checker.flow;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** The locals of enclosing bodies that a piece of code reads. */
final class Captures {
    private Captures() {
    }

    /** In the order in which they are met. */
    static List<VariableElement> of(Tree tree) {
        Set<VariableElement> used = new LinkedHashSet<>();
        Set<VariableElement> declared = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void unused) {
                declared.add(TreeUtils.elementFromDeclaration(variable));
                return super.visitVariable(variable, unused);
            }

            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                if (TreeUtils.elementFromUse(name) instanceof VariableElement variable && isLocal(variable)) {
                    used.add(variable);
                }
                return super.visitIdentifier(name, unused);
            }
        }.scan(tree, null);
        List<VariableElement> captured = new ArrayList<>(used);
        captured.removeAll(declared);
        return captured;
    }

    /** Whether it is a local variable or a parameter. */
    static boolean isLocal(VariableElement variable) {
        return switch (variable.getKind()) {
            case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE -> true;
            default -> false;
        };
    }
}
