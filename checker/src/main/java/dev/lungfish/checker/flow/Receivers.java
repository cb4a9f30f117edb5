package dev.lungfish.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.lungfish.checker.model.Place;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Through which class a method is called. */
final class Receivers {
    private Receivers() {
    }

    /** The static type of the receiver; for static methods and unqualified calls the class that declares the method. */
    static TypeElement typeOf(ExecutableElement method, ExpressionTree receiver, World world) {
        TypeElement declared = (TypeElement) method.getEnclosingElement();
        if (receiver == null || method.getModifiers().contains(Modifier.STATIC)) {
            return declared;
        }
        return typeOf(method, TreeUtils.typeOf(receiver), world);
    }

    static TypeElement typeOf(ExecutableElement method, TypeMirror receiver, World world) {
        TypeMirror type = receiver;
        while (type instanceof TypeVariable variable) {
            type = variable.getUpperBound();
        }
        if (type != null && type.getKind() == TypeKind.DECLARED && world.program().types().asElement(type) instanceof TypeElement element
                && Hierarchy.isSubclass(element, (TypeElement) method.getEnclosingElement())) {
            return element;
        }
        return (TypeElement) method.getEnclosingElement();
    }

    /** The expression at a place of a call, or null. */
    static ExpressionTree argument(Place place, ExpressionTree receiver, MethodInvocationTree call) {
        if (place instanceof Place.This) {
            return receiver;
        }
        return place instanceof Place.Arg arg && arg.index() < call.getArguments().size() ? call.getArguments().get(arg.index()) : null;
    }
}
