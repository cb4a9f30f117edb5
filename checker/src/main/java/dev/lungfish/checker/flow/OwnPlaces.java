package dev.lungfish.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * At which places a lambda touches the arrays that it captures, seen from its parameters. Arrays are known by their names as messages show them.
 *
 * @param distances how far from a parameter of the lambda the places are, by array; null stands for any other computation
 * @param elsewhere the arrays that are touched otherwise, too
 */
record OwnPlaces(Map<String, Set<Integer>> distances, Set<String> elsewhere) {
    static OwnPlaces in(Tree tree) {
        OwnPlaces found = new OwnPlaces(new HashMap<>(), new HashSet<>());
        if (!(tree instanceof LambdaExpressionTree lambda)) {
            return found;
        }
        Set<VariableElement> own = new HashSet<>();
        lambda.getParameters().forEach(p -> own.add((VariableElement) TreeUtils.elementFromDeclaration(p)));
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitArrayAccess(ArrayAccessTree access, Void unused) {
                if (access.getExpression() instanceof IdentifierTree array && mentions(access.getIndex(), own)) {
                    found.distances.computeIfAbsent("'" + array.getName() + "'", a -> new HashSet<>()).add(distance(access.getIndex(), own));
                    return scan(access.getIndex(), null);
                }
                return super.visitArrayAccess(access, unused);
            }

            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                if (TreeUtils.elementFromUse(name) instanceof VariableElement variable && variable.asType().getKind() == TypeKind.ARRAY) {
                    found.elsewhere.add("'" + name.getName() + "'");
                }
                return null;
            }
        }.scan(lambda.getBody(), null);
        return found;
    }

    /** Whether all places of an array are computed from the parameters. */
    boolean isComputed(String array) {
        return distances.containsKey(array) && !elsewhere.contains(array);
    }

    /** Whether a run touches the place of another run as well as its own. */
    boolean isNeighbours(String array) {
        return isComputed(array) && distances.get(array).size() > 1 && !distances.get(array).contains(null);
    }

    private static Integer distance(ExpressionTree index, Set<VariableElement> own) {
        ExpressionTree bare = TreeUtils.withoutParens(index);
        if (own.contains(CountedLoops.variable(bare))) {
            return 0;
        }
        Integer more = bare instanceof BinaryTree sum && own.contains(CountedLoops.variable(sum.getLeftOperand())) ? CountedLoops.number(sum.getRightOperand()) : null;
        return more == null || bare.getKind() != Tree.Kind.PLUS && bare.getKind() != Tree.Kind.MINUS ? null : bare.getKind() == Tree.Kind.PLUS ? more : Integer.valueOf(-more);
    }

    private static boolean mentions(Tree index, Set<VariableElement> variables) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                found[0] |= variables.contains(TreeUtils.elementFromUse(name));
                return null;
            }
        }.scan(index, null);
        return found[0];
    }
}
