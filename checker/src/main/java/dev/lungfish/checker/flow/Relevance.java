package dev.lungfish.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.model.Triggers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Which methods can matter ({@code static-core.md} 19): one pass over the names in each. A method that hands nothing over and names nothing that
 * we annotate has no graph, unless it calls one whose summary does something to what it is given.
 */
final class Relevance {

    private final World world;
    private final Map<ExecutableElement, Set<ExecutableElement>> callers = new HashMap<>();
    private final Set<ExecutableElement> directly = new HashSet<>();
    private final Map<Element, Boolean> annotated = new HashMap<>();

    Relevance(World world) {
        this.world = world;
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
        return scan(code, called, false) || called.stream().anyMatch(concerning);
    }

    private void scan(Classes.Source source) {
        ExecutableElement method = source.method();
        Set<ExecutableElement> called = new LinkedHashSet<>();
        boolean matters = scan(source.tree(), called, Annotations.isThreadSafe(source.type()));
        called.forEach(callee -> callers.computeIfAbsent(callee, c -> new LinkedHashSet<>()).add(method));
        if (matters || world.isStrict(method) || isAnnotated(method) || world.classes().overridden(method).stream().anyMatch(this::isAnnotated)) {
            directly.add(method);
        }
    }

    /** Whether names in the code say that it matters; collects the methods of the program that it calls. */
    private boolean scan(Tree code, Set<ExecutableElement> ours, boolean inThreadSafe) {
        boolean[] matters = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                meet(name.getName().toString(), name, null);
                return null;
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void unused) {
                meet(select.getIdentifier().toString(), select, select.getExpression());
                return super.visitMemberSelect(select, unused);
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
                meet(reference.getName().toString(), reference, reference.getQualifierExpression());
                return super.visitMemberReference(reference, unused);
            }

            @Override
            public Void visitNewClass(NewClassTree made, Void unused) {
                called("<init>", TreeUtils.elementFromUse(made), null);
                return super.visitNewClass(made, unused);
            }

            @Override
            public Void visitVariable(VariableTree variable, Void unused) {
                matters[0] = matters[0] || isAnnotated(TreeUtils.elementFromDeclaration(variable));
                return super.visitVariable(variable, unused);
            }

            private void meet(String name, Tree use, ExpressionTree receiver) {
                Element element = TreeUtils.elementFromTree(use);
                if (element instanceof ExecutableElement called) {
                    called(name, called, receiver);
                } else if (element instanceof VariableElement variable) {
                    matters[0] = matters[0] || isAnnotated(variable);
                }
            }

            private void called(String name, ExecutableElement called, ExpressionTree receiver) {
                if (world.classes().sourceOf(called) != null) {
                    ours.add(called);
                }
                matters[0] = matters[0] || isTrigger(name, called, receiver, inThreadSafe) || isAnnotated(called);
            }
        }.scan(code, null);
        return matters[0];
    }

    /** A contract decides, then the row of the method called; a name that no row has is cheap to ask. */
    private boolean isTrigger(String name, ExecutableElement called, ExpressionTree receiver, boolean inThreadSafe) {
        if (world.classes().sourceOf(called) != null) {
            return false;
        }
        Optional<Summary> written = world.written().of(called);
        if (written.isPresent()) {
            return written.get().concernsCallers();
        }
        return world.models().isTriggerName(name) && world.model(called, Receivers.typeOf(called, receiver, world))
                .filter(row -> Triggers.isTrigger(row) || inThreadSafe && Triggers.readsOut(row)).isPresent();
    }

    private boolean isAnnotated(Element element) {
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
