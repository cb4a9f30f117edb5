package dev.lungfish.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.Triggers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Which methods can matter ({@code static-core.md} 19): one pass over the names in each. A method that hands nothing over and names nothing that
 * we annotate has no graph, unless it calls one whose summary does something to what it is given.
 */
final class Relevance {

    private final World world;
    private final Map<ExecutableElement, Set<ExecutableElement>> callers = new HashMap<>();
    private final Set<ExecutableElement> directly = new HashSet<>();
    private final Set<ExecutableElement> wrapping = new HashSet<>();
    private final boolean isAnnotatedSource;
    private final Map<Element, Boolean> mayCarry = new HashMap<>();
    private final Map<Element, Boolean> annotated = new HashMap<>();
    private final Map<Name, Boolean> triggerNames = new HashMap<>();
    private final Map<Name, Boolean> wrappedNames = new HashMap<>();

    Relevance(World world) {
        this.world = world;
        this.isAnnotatedSource = world.program().survey().hasAnnotation(Annotations.CONTRACTS);
        for (Classes.Source source : world.classes().all()) {
            if (source.tree().getBody() != null) {
                scan(source);
            }
        }
    }

    /** Whether the method itself does something that the rules are about. */
    boolean mattersDirectly(ExecutableElement method) {
        return directly.contains(method);
    }

    /** Whether the method calls anything that is called as methods which lock, unlock or wait are. */
    boolean mayWrap(ExecutableElement method) {
        return wrapping.contains(method);
    }

    /** The methods of the program whose code names this one: calls it, makes an object with it, or makes it a function. */
    Set<ExecutableElement> callersOf(ExecutableElement method) {
        return callers.getOrDefault(method, Set.of());
    }

    /**
     * Whether code that is no method does something that the rules are about, by itself or by what it calls.
     *
     * @param concerning the methods that do something to what they are given
     */
    boolean matters(Tree code, Predicate<ExecutableElement> concerning) {
        Set<ExecutableElement> called = new LinkedHashSet<>();
        Names names = new Names(called, null, false);
        names.scan(code, null);
        return names.matter || called.stream().anyMatch(concerning);
    }

    private void scan(Classes.Source source) {
        ExecutableElement method = source.method();
        Set<ExecutableElement> called = new LinkedHashSet<>();
        Names names = new Names(called, method, Annotations.isThreadSafe(source.type()));
        names.scan(source.tree(), null);
        if (names.mayWrap) {
            wrapping.add(method);
        }
        called.forEach(callee -> callers.computeIfAbsent(callee, c -> new LinkedHashSet<>()).add(method));
        if (names.matter || world.isStrict(method) || isAnnotated(method) || !world.classes().overridden(method, this::isAnnotated).isEmpty()) {
            directly.add(method);
        }
    }

    /** Looks at the names in one piece of code: whether they say that it matters, and which methods of the program it calls. */
    private final class Names extends TreeScanner<Void, Void> {
        private final Set<ExecutableElement> ours;
        /** The method whose code this is, or null. */
        private final ExecutableElement member;
        private final boolean inThreadSafe;
        private boolean matter;
        private boolean mayWrap;

        Names(Set<ExecutableElement> ours, ExecutableElement member, boolean inThreadSafe) {
            this.ours = ours;
            this.member = member;
            this.inThreadSafe = inThreadSafe;
        }

        @Override
        public Void visitIdentifier(IdentifierTree name, Void unused) {
            used(TreeUtils.elementFromUse(name));
            return null;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree select, Void unused) {
            used(TreeUtils.elementFromUse(select));
            return super.visitMemberSelect(select, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            ExpressionTree select = call.getMethodSelect();
            ExpressionTree receiver = select instanceof MemberSelectTree member ? member.getExpression() : null;
            called(TreeUtils.elementFromUse(call), receiver, call.getArguments(), call);
            scan(receiver, null);
            scan(call.getArguments(), null);
            return null;
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
            called(TreeUtils.elementFromUse(reference), reference.getQualifierExpression(), null, null);
            return super.visitMemberReference(reference, null);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void unused) {
            called(TreeUtils.elementFromUse(made), null, made.getArguments(), null);
            return super.visitNewClass(made, null);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void unused) {
            matter = matter || isAnnotated(TreeUtils.elementFromDeclaration(variable));
            return super.visitVariable(variable, null);
        }

        /** What the method itself declares is looked at where it does. */
        private void used(Element element) {
            if (!matter && element instanceof VariableElement variable && !variable.getEnclosingElement().equals(member)) {
                matter = isAnnotated(variable);
            }
        }

        private void called(ExecutableElement method, ExpressionTree receiver, List<? extends ExpressionTree> arguments, ExpressionTree call) {
            mayWrap = mayWrap || wrappedNames.computeIfAbsent(method.getSimpleName(), world.models()::isWrappedName);
            boolean isOurs = world.classes().sourceOf(method) != null;
            if (isOurs) {
                ours.add(method);
            }
            matter = matter || !isOurs && isTrigger(method, receiver, arguments, call) || isAnnotated(method);
        }

        /** A contract decides, then the row of the method called; a name that no row has is cheap to ask. */
        private boolean isTrigger(ExecutableElement called, ExpressionTree receiver, List<? extends ExpressionTree> arguments, ExpressionTree call) {
            Optional<Summary> written = world.written().of(called);
            if (written.isPresent()) {
                return written.get().concernsCallers();
            }
            return triggerNames.computeIfAbsent(called.getSimpleName(), world.models()::isTriggerName)
                    && world.model(called, Receivers.typeOf(called, receiver, world)).filter(row ->
                            Triggers.isTrigger(row, place -> mayBeShared(place, arguments, call == null ? null : TreeUtils.typeOf(call))) || inThreadSafe && Triggers.readsOut(row)).isPresent();
        }
    }

    /** Whether something that needs an owner may stand at this place of a call; what is frozen by its type passes every rule. */
    private boolean mayBeShared(Place place, List<? extends ExpressionTree> arguments, TypeMirror result) {
        if (place instanceof Place.Result) {
            return result == null || result.getKind() == TypeKind.VOID || world.isTracked(result);
        }
        return !(place instanceof Place.Arg argument) || arguments == null || argument.index() >= arguments.size()
                || world.isTracked(TreeUtils.typeOf(arguments.get(argument.index())));
    }

    private boolean isAnnotated(Element element) {
        Element type = element.getEnclosingElement();
        while (type != null && !(type instanceof TypeElement)) {
            type = type.getEnclosingElement();
        }
        return (type == null || mayCarry.computeIfAbsent(type, t -> mayCarry((TypeElement) t))) && isAnnotatedThere(element);
    }

    /** Whether anything in the class may have an annotation of ours: not in the JDK, nor in a source that names none. */
    private boolean mayCarry(TypeElement type) {
        return world.classes().trees().containsKey(type) ? isAnnotatedSource : !type.getQualifiedName().toString().startsWith("java.");
    }

    private boolean isAnnotatedThere(Element element) {
        Boolean known = annotated.get(element);
        if (known == null) {
            known = carries(element) || element instanceof VariableElement variable && world.written().of(variable).saysAnything() || element instanceof ExecutableElement method && method.getParameters().stream().anyMatch(Relevance::carries);
            annotated.put(element, known);
        }
        return known;
    }

    private static boolean carries(Element element) {
        if (element instanceof VariableElement variable) {
            return Contract.hasFrozenVariable(variable) || Annotations.hasContract(variable) || Annotations.hasContract(variable.asType());
        }
        return element instanceof ExecutableElement method && (Annotations.hasContract(method) || Annotations.hasContract(method.getReturnType()));
    }
}
