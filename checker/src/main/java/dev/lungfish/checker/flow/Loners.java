package dev.lungfish.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Objects that keep to themselves, and methods that look at nothing but their object: of one task among many these are back when it has ended. */
final class Loners {
    private Loners() {
    }

    /**
     * Whether all that objects of a class reach is made by themselves: nobody gives them anything that has an owner, neither when they are made nor
     * later, and what they have is private or final.
     */
    static boolean isOne(TypeElement type, World world) {
        boolean isPlain = world.classes().trees().containsKey(type) && (type.getNestingKind() == NestingKind.TOP_LEVEL
                || type.getNestingKind() == NestingKind.MEMBER && type.getModifiers().contains(Modifier.STATIC));
        return isPlain && world.classes().trees().keySet().stream().noneMatch(other -> world.classes().ancestorsOf(other).contains(type))
                && world.classes().ancestorsOf(type).stream().noneMatch(world.classes().trees()::containsKey)
                && Stream.concat(ElementFilter.constructorsIn(type.getEnclosedElements()).stream(), ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                        .allMatch(method -> isGivenNothing(method, world))
                && ElementFilter.fieldsIn(type.getEnclosedElements()).stream().allMatch(field -> isKept(field, world));
    }

    private static boolean isGivenNothing(ExecutableElement method, World world) {
        return method.getModifiers().contains(Modifier.PRIVATE) && method.getKind() == ElementKind.METHOD
                || method.getParameters().stream().noneMatch(parameter -> world.isTracked(parameter.asType()));
    }

    private static boolean isKept(VariableElement field, World world) {
        return field.getModifiers().contains(Modifier.PRIVATE) || field.getModifiers().contains(Modifier.FINAL) || field.getModifiers().contains(Modifier.STATIC)
                || !world.isTracked(field.asType());
    }

    /** Whether a call of a method reads fields of its object, and nothing behind them. */
    static boolean readsOnlyItself(ExecutableElement method, World world) {
        Classes.Source source = world.classes().sourceOf(method);
        return source != null && source.tree().getBody() != null && method.getKind() == ElementKind.METHOD && !method.getModifiers().contains(Modifier.STATIC)
                && !world.isTracked(method.getReturnType()) && world.classes().overridersOf(method).isEmpty() && looksAtFieldsOnly(source, world);
    }

    private static boolean looksAtFieldsOnly(Classes.Source source, World world) {
        boolean[] only = {true};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                only[0] &= !(TreeUtils.elementFromUse(name) instanceof VariableElement variable) || variable.getSimpleName().contentEquals("this") || !world.isTracked(variable.asType());
                return null;
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void unused) {
                only[0] &= select.getExpression() instanceof IdentifierTree object && object.getName().contentEquals("this")
                        && TreeUtils.elementFromUse(select) instanceof VariableElement field && !world.isTracked(field.asType());
                return null;
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                return no();
            }

            @Override
            public Void visitNewClass(NewClassTree made, Void unused) {
                return no();
            }

            @Override
            public Void visitArrayAccess(ArrayAccessTree access, Void unused) {
                return no();
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree function, Void unused) {
                return no();
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree function, Void unused) {
                return no();
            }

            @Override
            public Void visitClass(ClassTree local, Void unused) {
                return no();
            }

            private Void no() {
                only[0] = false;
                return null;
            }
        }.scan(source.tree().getBody(), null);
        return only[0];
    }
}
