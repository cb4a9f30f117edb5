package dev.lungfish.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.model.Triggers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Which methods can matter ({@code static-core.md} 19): one pass over the names in each. A method that names nothing concurrent and nothing that
 * we annotate has no graph.
 */
final class Relevance {
    private static final Set<String> OURS = Set.of("Moved", "Borrowed", "CapturedBy", "Isolated", "InRegion", "Frozen", "Confined", "ThreadSafe");

    private final World world;
    private final Map<ExecutableElement, Set<String>> names = new LinkedHashMap<>();
    private final Set<ExecutableElement> directly = new HashSet<>();
    private final Map<Element, Boolean> annotated = new java.util.HashMap<>();

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

    /** Whether the method mentions one of these names. */
    boolean mentions(ExecutableElement method, Set<String> wanted) {
        Set<String> mentioned = names.getOrDefault(method, Set.of());
        return mentioned.stream().anyMatch(wanted::contains);
    }

    private void scan(Classes.Source source) {
        Set<String> mentioned = new HashSet<>();
        boolean[] matters = {source.method().getModifiers().contains(Modifier.SYNCHRONIZED) || isAnnotated(source.method())
                || world.classes().overridden(source.method()).stream().anyMatch(this::isAnnotated)};
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
                ExecutableElement constructor = TreeUtils.elementFromUse(made);
                mentioned.add("new " + constructor.getEnclosingElement().getSimpleName());
                matters[0] |= isAnnotated(constructor) || isTrigger("<init>", constructor, null);
                return super.visitNewClass(made, unused);
            }

            @Override
            public Void visitSynchronized(SynchronizedTree tree, Void unused) {
                matters[0] = true;
                return super.visitSynchronized(tree, unused);
            }

            @Override
            public Void visitVariable(VariableTree variable, Void unused) {
                matters[0] |= isAnnotated(TreeUtils.elementFromDeclaration(variable));
                return super.visitVariable(variable, unused);
            }

            private void meet(String name, Tree use, ExpressionTree receiver) {
                if (mentioned.add(name) || !matters[0]) {
                    Element element = TreeUtils.elementFromTree(use);
                    if (element instanceof ExecutableElement called) {
                        matters[0] |= isTrigger(name, called, receiver) || isAnnotated(called);
                    } else if (element instanceof VariableElement variable) {
                        matters[0] |= isAnnotated(variable);
                    }
                }
            }
        }.scan(source.tree(), null);
        names.put(source.method(), mentioned);
        if (matters[0]) {
            directly.add(source.method());
        }
    }

    /** The name alone is cheap to ask and mostly enough to say no; the row of the method called decides. */
    private boolean isTrigger(String name, ExecutableElement called, ExpressionTree receiver) {
        return world.models().isTriggerName(name) && world.classes().sourceOf(called) == null
                && world.model(called, Receivers.typeOf(called, receiver, world)).filter(Triggers::isTrigger).isPresent();
    }

    private boolean isAnnotated(Element element) {
        Boolean known = annotated.get(element);
        if (known == null) {
            known = carries(element) || element instanceof ExecutableElement method && method.getParameters().stream().anyMatch(this::carries);
            annotated.put(element, known);
        }
        return known;
    }

    private boolean carries(Element element) {
        if (element instanceof TypeElement) {
            return false;
        }
        if (element instanceof VariableElement variable && (!world.regionsOf(variable).isEmpty() || Contract.hasFrozenVariable(variable))) {
            return true;
        }
        if (element instanceof ExecutableElement method && !world.onEntry(method).isEmpty()) {
            return true;
        }
        return OURS.stream().anyMatch(name -> Annotations.has(element, name));
    }
}
