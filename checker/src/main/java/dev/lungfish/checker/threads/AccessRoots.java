package dev.lungfish.checker.threads;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What is done with the value of a variable: read or changed, by looking outwards from the place where the variable is named. */
final class AccessRoots {
    private static final int GETTERS = 2;

    private final ThreadReach reach;
    private final Mutations mutations;

    AccessRoots(ThreadReach reach, Mutations mutations) {
        this.reach = reach;
        this.mutations = mutations;
    }

    /**
     * One access.
     *
     * @param at the expression to show: the assignment, call or name
     * @param in the code in which it stands: a getter's caller may change what the getter returns
     * @param writes whether the variable or what it refers to is changed
     * @param ofVariable whether the variable itself is assigned
     */
    record Access(TreePath at, Body in, boolean writes, boolean ofVariable) {
    }

    /** What happens to the variable named here, or to what is reached through it. */
    List<Access> of(TreePath name, Body body) {
        List<Access> found = new ArrayList<>();
        if (isAssigned(name)) {
            found.add(new Access(assignment(name), body, true, true));
            return found;
        }
        if (!mutations.isProtected(reach.index().trees().getTypeMirror(name))) {
            found.addAll(outwards(name, body, 0));
            if (!found.isEmpty() && found.stream().noneMatch(access -> access.in().equals(body))) {
                found.add(new Access(name, body, false, false));
            }
        }
        if (found.isEmpty()) {
            found.add(new Access(name, body, false, false));
        }
        return found;
    }

    /** Follows fields, elements, calls and local aliases from an unprotected value to what changes it. */
    private List<Access> outwards(TreePath value, Body body, int getters) {
        TreePath inner = value;
        TreePath outer = value.getParentPath();
        while (outer.getLeaf() instanceof ParenthesizedTree || outer.getLeaf() instanceof TypeCastTree) {
            inner = outer;
            outer = outer.getParentPath();
        }
        Tree tree = outer.getLeaf();
        if (tree instanceof VariableTree variable && variable.getInitializer() == inner.getLeaf()) {
            return throughAlias(outer, body, getters);
        }
        if (tree instanceof ReturnTree && body.kind() == Body.Kind.METHOD && getters < GETTERS) {
            return returned((ExecutableElement) body.member(), getters + 1);
        }
        if (tree instanceof MemberReferenceTree) {
            return referenced(outer, body);
        }
        if (tree instanceof NewClassTree || tree instanceof MethodInvocationTree) {
            return passed(outer, inner, body);
        }
        if (tree instanceof MemberSelectTree && outer.getParentPath().getLeaf() instanceof MethodInvocationTree call && call.getMethodSelect() == tree) {
            return called(outer.getParentPath(), body, getters);
        }
        if (Shapes.holder(outer) != null && Shapes.holder(outer).getLeaf() == inner.getLeaf()) {
            if (isAssigned(outer)) {
                return List.of(new Access(assignment(outer), body, true, false));
            }
            return mutations.isProtected(reach.index().trees().getTypeMirror(outer)) ? List.of() : outwards(outer, body, getters);
        }
        return List.of();
    }

    /** What the callers of a method do with its result. */
    private List<Access> returned(ExecutableElement getter, int getters) {
        List<Access> found = new ArrayList<>();
        reach.index().callsOf(getter).forEach(call -> found.addAll(outwards(call.path(), call.from(), getters)));
        return found;
    }

    private List<Access> called(TreePath invocation, Body body, int getters) {
        if (!(reach.index().trees().getElement(invocation) instanceof ExecutableElement callee)) {
            return List.of();
        }
        Call call = new Call(invocation, callee, body);
        if (mutations.changesReceiver(call)) {
            return List.of(new Access(invocation, body, true, false));
        }
        TypeMirror result = callee.getReturnType();
        return mutations.isProtected(result) || !mutations.returnsOwnState(call) ? List.of() : outwards(invocation, body, getters);
    }

    private List<Access> passed(TreePath invocation, TreePath argument, Body body) {
        if (!(reach.index().trees().getElement(invocation) instanceof ExecutableElement callee)) {
            return List.of();
        }
        Call call = new Call(invocation, callee, body);
        List<TreePath> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).getLeaf() == argument.getLeaf() && mutations.changesArgument(call, i)) {
                return List.of(new Access(invocation, body, true, false));
            }
        }
        return List.of();
    }

    private List<Access> referenced(TreePath reference, Body body) {
        if (!(reach.index().trees().getElement(reference) instanceof ExecutableElement callee) || callee.getKind() == ElementKind.CONSTRUCTOR) {
            return List.of();
        }
        MemberReferenceTree tree = (MemberReferenceTree) reference.getLeaf();
        TypeMirror type = reach.index().trees().getTypeMirror(new TreePath(reference, tree.getQualifierExpression()));
        Optional<TypeElement> receiver = reach.library().elementOf(type);
        return receiver.isPresent() && mutations.changesReceiver(callee, receiver.get()) ? List.of(new Access(reference, body, true, false)) : List.of();
    }

    /** A local name for the value: what is done through it is done to the value. */
    private List<Access> throughAlias(TreePath declaration, Body body, int getters) {
        Element alias = reach.index().trees().getElement(declaration);
        if (alias == null || alias.getKind() != ElementKind.LOCAL_VARIABLE) {
            return List.of();
        }
        List<Access> found = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(com.sun.source.tree.IdentifierTree tree, Void unused) {
                if (alias.equals(reach.index().trees().getElement(getCurrentPath())) && !isAssigned(getCurrentPath())) {
                    found.addAll(outwards(getCurrentPath(), body, getters));
                }
                return null;
            }
        }.scan(body.path(), null);
        return found;
    }

    /** Whether a model says that the result of a call is new: changing it changes nothing else. */
    static boolean isFresh(Call call, Library library) {
        Optional<MethodModel> model = library.modelOf(call);
        return model.isPresent() && (model.get().has(Effect.Fresh.class) || model.get().has(Effect.Take.class)
                || model.get().has(Effect.FrozenCopy.class) || model.get().has(Effect.Frozen.class));
    }

    private static boolean isAssigned(TreePath target) {
        Tree tree = target.getLeaf();
        Tree around = target.getParentPath().getLeaf();
        if (around instanceof AssignmentTree assignment) {
            return assignment.getVariable() == tree;
        }
        if (around instanceof CompoundAssignmentTree assignment) {
            return assignment.getVariable() == tree;
        }
        if (around instanceof UnaryTree unary) {
            return switch (unary.getKind()) {
                case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
                default -> false;
            };
        }
        return around instanceof ParenthesizedTree && isAssigned(target.getParentPath());
    }

    private static TreePath assignment(TreePath target) {
        TreePath path = target.getParentPath();
        while (path.getLeaf() instanceof ParenthesizedTree) {
            path = path.getParentPath();
        }
        return path;
    }
}
