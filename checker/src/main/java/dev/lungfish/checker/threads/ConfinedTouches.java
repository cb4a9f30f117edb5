package dev.lungfish.checker.threads;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Which expressions of a piece of code touch something that belongs to a named thread. Confined to the compiler's thread. */
final class ConfinedTouches {
    private final ThreadReach reach;
    private final TypeVerdicts verdicts;
    private final Map<ExecutableElement, Optional<String>> declared = new HashMap<>();
    private final Map<List<Element>, Optional<String>> byLibrary = new HashMap<>();

    ConfinedTouches(ThreadReach reach, TypeVerdicts verdicts) {
        this.reach = reach;
        this.verdicts = verdicts;
    }

    /**
     * One expression.
     *
     * @param at the call or the field access
     * @param name what it touches, as the source names it
     * @param thread the thread to which that belongs
     */
    record Touch(TreePath at, String name, String thread) {
    }

    /** The one thread on which code runs: by its start, by {@code @Confined}, or as a library method that is called on one thread only. */
    Optional<String> threadOf(Body body) {
        Optional<ThreadStart> start = reach.startOf(body);
        if (start.isPresent()) {
            return start.map(ThreadStart::thread).filter(thread -> !thread.isEmpty());
        }
        if (body.kind() == Body.Kind.LAMBDA || body.kind() == Body.Kind.REFERENCE) {
            return reach.index().around(body).flatMap(this::threadOf);
        }
        if (body.member().getKind() == ElementKind.CONSTRUCTOR || body.kind() == Body.Kind.INSTANCE_INIT) {
            return Optional.empty();
        }
        Optional<String> declared = Annotations.confinement(body.member());
        if (declared.isPresent() || body.kind() != Body.Kind.METHOD) {
            return declared;
        }
        return reach.library().entryModel((ExecutableElement) body.member()).flatMap(model -> model.first(Effect.OnlyOn.class)).map(Effect.OnlyOn::thread);
    }

    /** The touches of a body itself, in source order; lambdas inside are bodies of their own. */
    List<Touch> of(Body body) {
        List<Touch> found = new ArrayList<>();
        if (isConstruction(body)) {
            return found;
        }
        new Finder(body, found).scan(body.path(), null);
        return found;
    }

    /** A component may be built anywhere, as long as nobody sees it. */
    private boolean isConstruction(Body body) {
        return body.kind() == Body.Kind.STATIC_INIT || body.kind() == Body.Kind.INSTANCE_INIT
                || body.kind() == Body.Kind.METHOD && body.member().getKind() == ElementKind.CONSTRUCTOR;
    }

    private final class Finder extends TreePathScanner<Void, Void> {
        private final Body body;
        private final List<Touch> found;

        Finder(Body body, List<Touch> found) {
            this.body = body;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            return null;
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
            return tree == body.path().getLeaf() ? super.visitLambdaExpression(tree, null) : null;
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
            if (tree == body.path().getLeaf() && reach.index().trees().getElement(getCurrentPath()) instanceof ExecutableElement callee) {
                TreePath qualifier = new TreePath(getCurrentPath(), tree.getQualifierExpression());
                TypeElement receiver = reach.library().elementOf(reach.index().trees().getTypeMirror(qualifier)).orElse(null);
                if (receiver != null && callee.getKind() == ElementKind.METHOD) {
                    called(callee, receiver, qualifier);
                }
            }
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            if (reach.index().trees().getElement(getCurrentPath()) instanceof ExecutableElement callee && callee.getKind() == ElementKind.METHOD) {
                Call call = new Call(getCurrentPath(), callee, body);
                called(callee, reach.library().receiverType(call), call.receiver().orElse(null));
            }
            return super.visitMethodInvocation(tree, null);
        }

        private void called(ExecutableElement callee, TypeElement receiver, TreePath on) {
            Optional<String> thread = declared.computeIfAbsent(callee, Annotations::confinement)
                    .or(() -> byLibrary.computeIfAbsent(List.of(callee, receiver), key -> byLibrary(callee, receiver)));
            if (thread.isPresent() && !isFresh(on)) {
                String name = on == null || callee.getModifiers().contains(Modifier.STATIC)
                        ? callee.getSimpleName() + "()" : nameOf(on);
                add(getCurrentPath(), name, thread.get());
            }
        }

        /** Library methods of confined types, unless a model describes them without a thread. Methods with source are looked into. */
        private Optional<String> byLibrary(ExecutableElement callee, TypeElement receiver) {
            TypeElement owner = (TypeElement) callee.getEnclosingElement();
            if (reach.index().isSource(owner) || owner.getQualifiedName().contentEquals("java.lang.Object")) {
                return Optional.empty();
            }
            Optional<MethodModel> model = reach.library().modelOf(callee, receiver);
            if (model.isPresent()) {
                return model.get().first(Effect.OnlyOn.class).map(Effect.OnlyOn::thread);
            }
            return callee.getModifiers().contains(Modifier.STATIC) ? Optional.empty() : verdicts.confinement(receiver.asType());
        }

        private boolean isFresh(TreePath on) {
            if (on == null) {
                return false;
            }
            TreePath bare = Shapes.bare(on);
            if (bare.getLeaf() instanceof NewClassTree) {
                return true;
            }
            if (!(reach.index().trees().getElement(bare) instanceof VariableElement variable) || variable.getKind() != ElementKind.LOCAL_VARIABLE) {
                return false;
            }
            List<TreePath> given = reach.index().given(variable);
            return !given.isEmpty() && given.stream().allMatch(value -> Shapes.bare(value).getLeaf() instanceof NewClassTree
                    && Shapes.isWithin(value, body.path().getLeaf()));
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void unused) {
            field(tree.getName().toString());
            return null;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
            field(tree.getIdentifier().toString());
            return super.visitMemberSelect(tree, null);
        }

        private void field(String name) {
            Element element = reach.index().trees().getElement(getCurrentPath());
            if (element == null || element.getKind() != ElementKind.FIELD || name.equals("this") || name.equals("super") || name.equals("class")) {
                return;
            }
            boolean isConstant = element.getModifiers().contains(Modifier.FINAL) && verdicts.isFrozen(element.asType());
            if (!isConstant) {
                Annotations.confinement(element).ifPresent(thread -> add(getCurrentPath(), name, thread));
            }
        }

        private void add(TreePath at, String name, String thread) {
            if (!ThreadGuards.isGuarded(at, body)) {
                found.add(new Touch(at, name, thread));
            }
        }

        private static String nameOf(TreePath on) {
            String text = Shapes.bare(on).getLeaf().toString();
            return text.length() > 40 || text.contains("\n") ? "the receiver" : text;
        }
    }
}
