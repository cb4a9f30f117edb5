package dev.lungfish.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.util.ElementFilter;

/**
 * The assignments that nobody wrote: a record's canonical constructor without assignments to fields stores its parameters at its end. A
 * parameter that the constructor replaces (by a copy, most often) is not what the caller gave.
 */
final class CompactConstructors {
    private CompactConstructors() {
    }

    /** The formals that become part of the new record when this body ends. */
    static List<Integer> keptBy(Body body) {
        if (body.isLambda() || !body.isConstructor() || body.type().getKind() != ElementKind.RECORD || !isCanonical(body)) {
            return List.of();
        }
        Set<String> replaced = new HashSet<>();
        boolean[] writesFields = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitAssignment(AssignmentTree tree, Void nothing) {
                note(tree.getVariable());
                return super.visitAssignment(tree, nothing);
            }

            @Override
            public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
                note(tree.getVariable());
                return super.visitCompoundAssignment(tree, nothing);
            }

            private void note(ExpressionTree variable) {
                if (variable instanceof IdentifierTree name) {
                    replaced.add(name.getName().toString());
                } else if (variable instanceof MemberSelectTree field && field.getExpression().toString().equals("this")) {
                    writesFields[0] = true;
                }
            }
        }.scan(body.tree(), null);
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < body.parameters().size() && !writesFields[0]; i++) {
            if (!replaced.contains(body.parameters().get(i).getSimpleName().toString())) {
                kept.add(i + 1);
            }
        }
        return kept;
    }

    private static boolean isCanonical(Body body) {
        List<RecordComponentElement> components = ElementFilter.recordComponentsIn(body.type().getEnclosedElements());
        if (components.size() != body.parameters().size()) {
            return false;
        }
        for (int i = 0; i < components.size(); i++) {
            if (!components.get(i).getSimpleName().equals(body.parameters().get(i).getSimpleName())) {
                return false;
            }
        }
        return true;
    }
}
