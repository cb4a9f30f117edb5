package dev.lungfish.checker.threads;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.UseMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Whether a call changes the object it is made on, or one it is given. Methods of this compilation are read, library methods asked of
 * the models; what a class does under one of its own locks does not count.
 *
 * <p>Errs towards "does not change": a library method that nothing describes is taken for a reader. Confined to the compiler's thread.
 */
final class Mutations {
    private final ThreadReach reach;
    private final TypeVerdicts verdicts;
    private final HeldLocks locks;
    private final Map<List<Object>, Boolean> known = new HashMap<>();

    Mutations(ThreadReach reach, TypeVerdicts verdicts, HeldLocks locks) {
        this.reach = reach;
        this.verdicts = verdicts;
        this.locks = locks;
    }

    /** Whether the call changes its receiver. */
    boolean changesReceiver(Call call) {
        return changesReceiver(call.callee(), reach.library().receiverType(call));
    }

    /** Whether the method changes its receiver when it is called on a value of this class. */
    boolean changesReceiver(ExecutableElement callee, TypeElement receiver) {
        return !callee.getModifiers().contains(Modifier.STATIC) && changes(callee, receiver, Place.THIS);
    }

    /** Whether the call changes its argument with this number. */
    boolean changesArgument(Call call, int argument) {
        boolean isSource = reach.index().isSource((TypeElement) call.callee().getEnclosingElement());
        Place place = Place.arg(isSource ? Math.min(argument, call.callee().getParameters().size() - 1) : argument);
        return changes(call.callee(), reach.library().receiverType(call), place);
    }

    private boolean changes(ExecutableElement callee, TypeElement receiver, Place place) {
        boolean hasSource = reach.index().bodyOf(callee).isPresent();
        if (hasSource && changes(callee, place)) {
            return true;
        }
        for (ExecutableElement override : reach.index().overriders(callee)) {
            if (reach.index().isSource((TypeElement) callee.getEnclosingElement()) && changes(override, place)) {
                return true;
            }
        }
        if (hasSource) {
            return false;
        }
        Optional<MethodModel> model = reach.library().modelOf(callee, receiver);
        if (place.equals(Place.THIS) && reach.library().readsWrite(receiver) && !isOfObject(callee)) {
            return model.isEmpty() || model.get().useOf(place).compareTo(UseMode.READ) >= 0;
        }
        return model.isPresent() && model.get().all(Effect.Use.class).stream()
                .anyMatch(use -> use.mode() == UseMode.WRITE && use.place().equals(place));
    }

    private static boolean isOfObject(ExecutableElement method) {
        return ((TypeElement) method.getEnclosingElement()).getQualifiedName().contentEquals("java.lang.Object");
    }

    /** Whether a method of this compilation changes its receiver or a parameter. */
    boolean changes(ExecutableElement method, Place place) {
        Optional<Body> body = reach.index().bodyOf(method);
        if (body.isEmpty()) {
            return false;
        }
        List<Object> question = List.of(method, place);
        Boolean answer = known.get(question);
        if (answer == null) {
            known.put(question, false);
            VariableElement root = place instanceof Place.Arg arg ? method.getParameters().get(arg.index()) : null;
            Finder finder = new Finder(body.get(), root);
            finder.scan(body.get().path(), null);
            answer = finder.found;
            known.put(question, answer);
        }
        return answer;
    }

    /** Whether a method may return something that belongs to its receiver. Library methods may, unless a model calls the result new. */
    boolean returnsOwnState(Call call) {
        ExecutableElement callee = call.callee();
        if (!reach.index().isSource((TypeElement) callee.getEnclosingElement())) {
            return !AccessRoots.isFresh(call, reach.library());
        }
        return bodyReturnsOwnState(callee) || reach.index().overriders(callee).stream().anyMatch(this::bodyReturnsOwnState);
    }

    private boolean bodyReturnsOwnState(ExecutableElement method) {
        Optional<Body> body = reach.index().bodyOf(method);
        if (body.isEmpty()) {
            return false;
        }
        Finder finder = new Finder(body.get(), null);
        finder.collectAliases();
        return reach.index().returned(body.get()).stream().anyMatch(value -> finder.isRooted(value, true));
    }

    /** Whether values of this type are beyond changing, or see to it themselves. */
    boolean isProtected(TypeMirror type) {
        return type == null || type.getKind().isPrimitive() || verdicts.isFrozen(type) || verdicts.isShareable(type);
    }

    /** Looks through one body for something that changes the root: {@code this} if there is no variable. */
    private final class Finder extends TreePathScanner<Void, Void> {
        private final Body body;
        private final VariableElement root;
        private final Set<Element> aliases = new HashSet<>();
        private boolean found;

        Finder(Body body, VariableElement root) {
            this.body = body;
            this.root = root;
        }

        @Override
        public Void scan(Tree tree, Void unused) {
            return found ? null : super.scan(tree, null);
        }

        /** The local names of what is reached from the root, without looking for changes. */
        void collectAliases() {
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitVariable(com.sun.source.tree.VariableTree tree, Void unused) {
                    if (tree.getInitializer() != null && isRooted(new TreePath(getCurrentPath(), tree.getInitializer()), true)) {
                        aliases.add(reach.index().trees().getElement(getCurrentPath()));
                    }
                    return super.visitVariable(tree, null);
                }
            }.scan(body.path(), null);
        }

        @Override
        public Void visitClass(com.sun.source.tree.ClassTree tree, Void unused) {
            return null;
        }

        @Override
        public Void visitVariable(com.sun.source.tree.VariableTree tree, Void unused) {
            TreePath path = getCurrentPath();
            if (tree.getInitializer() != null && isRooted(new TreePath(path, tree.getInitializer()), true)) {
                aliases.add(reach.index().trees().getElement(path));
            }
            return super.visitVariable(tree, null);
        }

        @Override
        public Void visitAssignment(AssignmentTree tree, Void unused) {
            written(tree.getVariable());
            return super.visitAssignment(tree, null);
        }

        @Override
        public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
            written(tree.getVariable());
            return super.visitCompoundAssignment(tree, null);
        }

        @Override
        public Void visitUnary(UnaryTree tree, Void unused) {
            switch (tree.getKind()) {
                case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> written(tree.getExpression());
                default -> { }
            }
            return super.visitUnary(tree, null);
        }

        private void written(ExpressionTree target) {
            TreePath path = Shapes.bare(new TreePath(getCurrentPath(), target));
            Element element = reach.index().trees().getElement(path);
            if (element instanceof VariableElement field && (field.getModifiers().contains(Modifier.STATIC)
                    || field.getModifiers().contains(Modifier.VOLATILE) && verdicts.isFrozen(field.asType()))) {
                return;
            }
            if (path.getLeaf() instanceof IdentifierTree) {
                mark(root == null && isOwnField(element));
                return;
            }
            TreePath holder = Shapes.holder(path);
            mark(holder != null && isRooted(holder, true));
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            TreePath path = getCurrentPath();
            if (reach.index().trees().getElement(path) instanceof ExecutableElement callee) {
                Call call = new Call(path, callee, body);
                Optional<TreePath> receiver = call.receiver();
                boolean onRoot = receiver.isPresent() ? isRooted(receiver.get(), true)
                        : root == null && !callee.getModifiers().contains(Modifier.STATIC);
                mark(onRoot && changesReceiver(call));
                List<TreePath> arguments = call.arguments();
                for (int i = 0; i < arguments.size() && !found; i++) {
                    mark(isRooted(arguments.get(i), true) && changesArgument(call, i));
                }
            }
            return super.visitMethodInvocation(tree, null);
        }

        private void mark(boolean isChange) {
            if (isChange && !found) {
                found = locks.at(getCurrentPath(), body).stream().noneMatch(key -> root != null || key.isOfInstance() || key.isGlobal());
            }
        }

        /** Whether the expression is the root or something unprotected that is reached from it. */
        private boolean isRooted(TreePath expression, boolean checkType) {
            TreePath path = Shapes.bare(expression);
            if (checkType && isProtected(reach.index().trees().getTypeMirror(path))) {
                return false;
            }
            Element element = reach.index().trees().getElement(path);
            if (path.getLeaf() instanceof IdentifierTree name) {
                if (name.getName().contentEquals("this") || name.getName().contentEquals("super")) {
                    return root == null;
                }
                return aliases.contains(element) || (root == null ? isOwnField(element) : root.equals(element));
            }
            if (path.getLeaf() instanceof MethodInvocationTree call) {
                TreePath holder = call.getMethodSelect() instanceof MemberSelectTree ? Shapes.holder(new TreePath(path, call.getMethodSelect())) : null;
                return holder != null && isRooted(holder, true) && !isFresh(path);
            }
            if (element instanceof VariableElement field && field.getModifiers().contains(Modifier.STATIC)) {
                return false;
            }
            TreePath holder = Shapes.holder(path);
            return holder != null && isRooted(holder, !(holder.getLeaf() instanceof IdentifierTree));
        }

        private boolean isFresh(TreePath path) {
            return reach.index().trees().getElement(path) instanceof ExecutableElement callee
                    && AccessRoots.isFresh(new Call(path, callee, body), reach.library());
        }

        private boolean isOwnField(Element element) {
            return element != null && element.getKind() == ElementKind.FIELD && !element.getModifiers().contains(Modifier.STATIC)
                    && !element.getSimpleName().contentEquals("this");
        }
    }
}
