package dev.lungfish.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Code that is analysed on its own: a method, a constructor, a lambda, or what initialises a class or its objects.
 *
 * @param tree the method, lambda, initialiser block or field
 * @param method the method, or the one around the lambda; null in initialisers
 * @param type the class whose {@code this} it sees
 * @param captures the locals of enclosing bodies that it reads, in source order
 */
record Body(CompilationUnitTree unit, ClassTree classTree, Tree tree, ExecutableElement method, TypeElement type, List<VariableElement> parameters,
        List<VariableElement> captures, String member) {
    Body {
        parameters = List.copyOf(parameters);
        captures = List.copyOf(captures);
    }

    /** A lambda in this code, as code of its own. */
    Body inner(LambdaExpressionTree lambda) {
        List<VariableElement> own = lambda.getParameters().stream().map(p -> (VariableElement) TreeUtils.elementFromDeclaration(p)).toList();
        return new Body(unit, classTree, lambda, method, type, own, Captures.of(lambda), member);
    }

    /** Whether it is no method: callers do not see it, and what it does to what is around it is not declared. */
    boolean isLambda() {
        return !(tree instanceof MethodTree);
    }

    boolean isConstructor() {
        return !isLambda() && method.getKind() == javax.lang.model.element.ElementKind.CONSTRUCTOR;
    }

    boolean isStatic() {
        Element at = method;
        return at != null && at.getModifiers().contains(javax.lang.model.element.Modifier.STATIC);
    }

    /** Whether everything unknown is a finding here. */
    boolean isStrict(World world) {
        return world.isStrict(method == null ? type : method);
    }

    /** The number of a captured local among the formals. */
    int formalOfCapture(VariableElement variable) {
        int at = captures.indexOf(variable);
        return at < 0 ? -1 : 1 + parameters.size() + at;
    }

    /** The formal that stands for the object around {@code this}: the one that an inner class or its lambda sees. */
    int outerFormal() {
        return 1 + parameters.size() + captures.size();
    }

    /** How many formals there are, {@code this} and the object around it included. */
    int formals() {
        return outerFormal() + 1;
    }

    /** The code to run: the body of a method or a lambda, or the initialiser itself. */
    Tree code() {
        return tree instanceof MethodTree m ? m.getBody() : tree instanceof LambdaExpressionTree lambda ? lambda.getBody() : tree;
    }
}
