package dev.lungfish.checker.flow;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Objects that keep to themselves, and methods that look at nothing but their object: of one task among many these are back when it has ended.
 * Confined to the compiler's thread.
 */
final class Loners {
    /** Code that may look behind the fields of its object. */
    private static final Set<Tree.Kind> LOOKING_FURTHER = EnumSet.of(Tree.Kind.METHOD_INVOCATION, Tree.Kind.NEW_CLASS, Tree.Kind.ARRAY_ACCESS,
            Tree.Kind.LAMBDA_EXPRESSION, Tree.Kind.MEMBER_REFERENCE, Tree.Kind.CLASS, Tree.Kind.RECORD, Tree.Kind.ENUM, Tree.Kind.INTERFACE);

    private final World world;
    private final Map<TypeElement, Boolean> alone = new HashMap<>();
    private final Map<ExecutableElement, Boolean> modest = new HashMap<>();

    Loners(World world) {
        this.world = world;
    }

    /**
     * Whether all that objects of a class reach is their own: containers that they make themselves, of what has no owner. A class that is nested in
     * another may have its private fields written, and a getter's result filled, by anybody; so neither may bring in what others have.
     */
    boolean isAlone(TypeElement type) {
        return alone.computeIfAbsent(type, this::findAlone);
    }

    private boolean findAlone(TypeElement type) {
        boolean isPlain = world.classes().trees().containsKey(type) && (type.getNestingKind() == NestingKind.TOP_LEVEL
                || type.getNestingKind() == NestingKind.MEMBER && type.getModifiers().contains(Modifier.STATIC));
        return isPlain && world.classes().trees().keySet().stream().noneMatch(other -> world.classes().ancestorsOf(other).contains(type))
                && world.classes().ancestorsOf(type).stream().noneMatch(world.classes().trees()::containsKey)
                && Stream.concat(ElementFilter.constructorsIn(type.getEnclosedElements()).stream(), ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                        .allMatch(method -> method.getParameters().stream().noneMatch(parameter -> world.isTracked(parameter.asType())))
                && ElementFilter.fieldsIn(type.getEnclosedElements()).stream().allMatch(this::isOwn);
    }

    private boolean isOwn(VariableElement field) {
        if (field.getModifiers().contains(Modifier.STATIC) || !world.isTracked(field.asType())) {
            return true;
        }
        boolean allSeen = field.getModifiers().contains(Modifier.PRIVATE) || field.getModifiers().contains(Modifier.FINAL);
        return allSeen && holdsWhatHasNoOwner(field.asType()) && world.verdicts().valuesOf(field).stream().map(value -> value.getLeaf())
                .allMatch(value -> value instanceof NewClassTree || value instanceof NewArrayTree || value.getKind() == Tree.Kind.NULL_LITERAL);
    }

    /** A container of a library whose elements need no owner, or an array of such. */
    private boolean holdsWhatHasNoOwner(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return !world.isTracked(array.getComponentType());
        }
        return type instanceof DeclaredType container && !world.classes().trees().containsKey((TypeElement) container.asElement())
                && container.getTypeArguments().size() == ((TypeElement) container.asElement()).getTypeParameters().size()
                && container.getTypeArguments().stream().noneMatch(world::isTracked);
    }

    /** Whether a call of a method reads fields of its object, and nothing behind them. */
    boolean readsOnlyItself(ExecutableElement method) {
        return modest.computeIfAbsent(method, this::findModest);
    }

    private boolean findModest(ExecutableElement method) {
        Classes.Source source = world.classes().sourceOf(method);
        return source != null && source.tree().getBody() != null && method.getKind() == ElementKind.METHOD && !method.getModifiers().contains(Modifier.STATIC)
                && !world.isTracked(method.getReturnType()) && world.classes().overridersOf(method).isEmpty() && looksAtFieldsOnly(source.tree().getBody());
    }

    private boolean looksAtFieldsOnly(Tree code) {
        boolean[] only = {true};
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void unused) {
                only[0] &= tree == null || !LOOKING_FURTHER.contains(tree.getKind());
                return only[0] ? super.scan(tree, null) : null;
            }

            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                only[0] &= name.getName().contentEquals("this") || !(TreeUtils.elementFromUse(name) instanceof VariableElement variable) || !world.isTracked(variable.asType());
                return null;
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void unused) {
                only[0] &= select.getExpression() instanceof IdentifierTree object && object.getName().contentEquals("this")
                        && TreeUtils.elementFromUse(select) instanceof VariableElement field && !world.isTracked(field.asType());
                return null;
            }
        }.scan(code, null);
        return only[0];
    }
}
