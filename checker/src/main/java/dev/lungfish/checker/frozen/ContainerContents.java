package dev.lungfish.checker.frozen;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.UseMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * What has to hold for the elements of a container or stream to be frozen, where the values that go in say more than the type arguments:
 * {@code copy.put(key, List.copyOf(values))}, {@code stream.map(List::copyOf)}. Empty where not all insertions are seen.
 */
final class ContainerContents {
    private final Program program;
    private final Models models;
    private final LocalValues locals;
    private final Values values;
    private final Set<VariableElement> asked = new HashSet<>();

    ContainerContents(Program program, Models models, LocalValues locals, Values values) {
        this.program = program;
        this.models = models;
        this.locals = locals;
        this.values = values;
    }

    /** What has to hold of the elements of this container or stream. */
    Optional<List<Need>> of(TreePath path, String step, Reading reading) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree inner) {
            return of(new TreePath(path, inner.getExpression()), step, reading);
        }
        if (tree instanceof IdentifierTree && program.trees().getElement(path) instanceof VariableElement variable) {
            boolean isLocal = variable.getKind() == ElementKind.LOCAL_VARIABLE;
            Optional<List<Need>> filled = isLocal ? filled(path, variable, step, reading) : Optional.empty();
            return filled.isPresent() ? filled : byDeclaration(variable, step);
        }
        if (tree instanceof NewClassTree creation) {
            return created(path, creation, step, reading);
        }
        return tree instanceof MethodInvocationTree && program.trees().getElement(path) instanceof ExecutableElement method
                ? called(path, method, step, reading) : Optional.empty();
    }

    /** The declared type arguments of a name: they carry annotations that inferred types have lost. */
    private static Optional<List<Need>> byDeclaration(VariableElement variable, String step) {
        if (!(variable.asType() instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty()) {
            return Optional.empty();
        }
        List<Need> needs = new ArrayList<>();
        declared.getTypeArguments().forEach(argument -> needs.add(Need.typed(step + "[*]", argument)));
        return Optional.of(needs);
    }

    private Optional<List<Need>> created(TreePath path, NewClassTree creation, String step, Reading reading) {
        if (creation.getClassBody() != null || !(program.trees().getElement(path) instanceof ExecutableElement constructor)) {
            return Optional.empty();
        }
        Optional<MethodModel> model = models.of(path, constructor);
        if (creation.getArguments().isEmpty()) {
            return model.isPresent() ? Optional.of(List.of()) : Optional.empty();
        }
        return model.flatMap(row -> row.first(Effect.Copy.class)).flatMap(copy -> of(new TreePath(path, creation.getArguments().get(0)), step, reading));
    }

    private Optional<List<Need>> called(TreePath path, ExecutableElement method, String step, Reading reading) {
        Optional<MethodModel> model = models.of(path, method);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        for (Effect effect : model.get().effects()) {
            if (effect instanceof Effect.Yields yields && yields.target().equals(Place.RESULT) && yields.functional() instanceof Place.Arg function
                    && !method.getSimpleName().contentEquals("flatMap")) {
                return Optional.of(results(argument(path, function.index()), step, reading));
            }
            Place source = effect instanceof Effect.Copy copy ? copy.place() : effect instanceof Effect.FrozenCopy copy ? copy.place()
                    : effect instanceof Effect.View view ? view.place() : effect instanceof Effect.Same same ? same.place() : null;
            if (source instanceof Place.This && isStreamStep(method) && receiver(path).isPresent()) {
                return of(receiver(path).get(), step, reading);
            }
            if (source instanceof Place.Arg argument && !(effect instanceof Effect.Same) && argument.index() < arguments(path).size()) {
                return of(argument(path, argument.index()), step, reading);
            }
            if (source instanceof Place.AllArgs) {
                List<Need> needs = new ArrayList<>();
                for (int i = 0; i < arguments(path).size(); i++) {
                    needs.addAll(values.needs(argument(path, i), step + "[*]", reading));
                }
                return Optional.of(needs);
            }
        }
        return Optional.empty();
    }

    /** Steps that pass the elements on as they are; a map's views, for example, do not. */
    private boolean isStreamStep(ExecutableElement method) {
        return TypeVerdicts.elementOf(method.getReturnType()).filter(type -> program.elements().getPackageOf(type)
                .getQualifiedName().contentEquals("java.util.stream")).isPresent() || method.getSimpleName().contentEquals("toList");
    }

    /** What a function returns. */
    List<Need> results(TreePath function, String step, Reading reading) {
        if (function.getLeaf() instanceof ParenthesizedTree inner) {
            return results(new TreePath(function, inner.getExpression()), step, reading);
        }
        if (function.getLeaf() instanceof LambdaExpressionTree lambda) {
            TreePath body = new TreePath(function, lambda.getBody());
            if (lambda.getBody() instanceof ExpressionTree) {
                return values.needs(body, step + "[*]", reading);
            }
            List<Need> needs = new ArrayList<>();
            Values.returnedFrom(body).forEach(result -> needs.addAll(values.needs(result, step + "[*]", reading)));
            return needs;
        }
        List<Need> needs = new ArrayList<>();
        TypeMirror result = resultType(function);
        Need byType = Need.typed(step + "[*]", result);
        if (function.getLeaf() instanceof MemberReferenceTree && program.trees().getElement(function) instanceof ExecutableElement method) {
            if (method.getKind() == ElementKind.CONSTRUCTOR) {
                return List.of(new Need.Typed(step + "[*]", result, true));
            }
            Optional<MethodModel> model = models.of(function, method);
            if (model.filter(row -> row.has(Effect.Frozen.class)).isPresent()) {
                return List.of();
            }
            if (model.filter(row -> row.has(Effect.FrozenCopy.class)).isPresent() && result instanceof DeclaredType declared) {
                declared.getTypeArguments().forEach(argument -> needs.add(Need.typed(step + "[*][*]", argument)));
                return List.of(new Need.Either(byType, needs));
            }
        }
        return List.of(byType);
    }

    private TypeMirror resultType(TreePath function) {
        TypeMirror type = values.typeOf(function);
        return type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()
                ? declared.getTypeArguments().get(declared.getTypeArguments().size() - 1) : type;
    }

    /** A local container that starts empty or as a copy, and is only filled and read here. */
    private Optional<List<Need>> filled(TreePath use, VariableElement variable, String step, Reading reading) {
        LocalValues.Found found = locals.before(use, variable);
        if (!found.isComplete() || !asked.add(variable)) {
            return Optional.empty();
        }
        try {
            List<Need> needs = new ArrayList<>();
            for (TreePath value : found.values()) {
                Optional<List<Need>> start = of(value, step, reading);
                if (start.isEmpty()) {
                    return Optional.empty();
                }
                needs.addAll(start.get());
            }
            for (TreePath each : usesOf(variable, use)) {
                Optional<List<Need>> added = added(SourceFields.withParentheses(each), step, reading);
                if (added.isEmpty()) {
                    return Optional.empty();
                }
                needs.addAll(added.get());
            }
            return Optional.of(needs);
        } finally {
            asked.remove(variable);
        }
    }

    /** What one use of the container puts in. */
    private Optional<List<Need>> added(TreePath use, String step, Reading reading) {
        TreePath parent = use.getParentPath();
        Tree tree = parent.getLeaf();
        if (tree instanceof MemberSelectTree && parent.getParentPath().getLeaf() instanceof MethodInvocationTree) {
            return byCall(parent.getParentPath(), Place.THIS, step, reading);
        }
        if (tree instanceof MethodInvocationTree || tree instanceof NewClassTree) {
            int index = Models.indexOf(arguments(parent), use.getLeaf());
            return index < 0 ? Optional.empty() : byCall(parent, Place.arg(index), step, reading);
        }
        boolean isHarmless = tree instanceof EnhancedForLoopTree
                || tree instanceof AssignmentTree assignment && assignment.getVariable() == use.getLeaf();
        return isHarmless ? Optional.of(List.of()) : Optional.empty();
    }

    private Optional<List<Need>> byCall(TreePath call, Place container, String step, Reading reading) {
        Optional<MethodModel> model = program.trees().getElement(call) instanceof ExecutableElement method ? models.of(call, method) : Optional.empty();
        if (model.isEmpty() || isWrittenBehind(call, model.get(), container)) {
            return Optional.empty();
        }
        List<Need> needs = new ArrayList<>();
        for (Effect effect : model.get().effects()) {
            if (effect instanceof Effect.Merge merge && merge.holder().equals(container)) {
                for (TreePath value : at(call, merge.value())) {
                    needs.addAll(values.needs(value, step + "[*]", reading));
                }
            } else if (effect instanceof Effect.Fill fill && fill.holder().equals(container)) {
                for (TreePath source : at(call, fill.source())) {
                    Optional<List<Need>> contents = of(source, step, reading);
                    if (contents.isEmpty()) {
                        return Optional.empty();
                    }
                    needs.addAll(contents.get());
                }
            } else if (effect instanceof Effect.Yields yields && yields.target().equals(container)) {
                at(call, yields.functional()).forEach(function -> needs.addAll(results(function, step, reading)));
            } else if (effect instanceof Effect.Merge merge && merge.value().equals(container) || effect instanceof Effect.Move
                    || effect instanceof Effect.Lend || effect instanceof Effect.Publishes) {
                return Optional.empty();
            }
        }
        return Optional.of(needs);
    }

    /** {@code lists.subList(0, 1).add(x)}: what reaches into the container is written. */
    private boolean isWrittenBehind(TreePath call, MethodModel model, Place container) {
        boolean reachesIn = model.all(Effect.Same.class).stream().anyMatch(same -> same.place().equals(container));
        TreePath select = SourceFields.withParentheses(call).getParentPath();
        if (!reachesIn || !(select.getLeaf() instanceof MemberSelectTree) || !(select.getParentPath().getLeaf() instanceof MethodInvocationTree)) {
            return false;
        }
        TreePath next = select.getParentPath();
        return !(program.trees().getElement(next) instanceof ExecutableElement method)
                || models.of(next, method).filter(row -> row.useOf(Place.THIS) != UseMode.WRITE).isEmpty();
    }

    private static List<TreePath> at(TreePath call, Place place) {
        if (place instanceof Place.Arg argument && argument.index() < arguments(call).size()) {
            return List.of(argument(call, argument.index()));
        }
        List<TreePath> all = new ArrayList<>();
        if (place instanceof Place.AllArgs) {
            for (int i = 0; i < arguments(call).size(); i++) {
                all.add(argument(call, i));
            }
        }
        return all;
    }

    private List<TreePath> usesOf(VariableElement variable, TreePath use) {
        List<TreePath> found = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree tree, Void unused) {
                if (variable.equals(program.trees().getElement(getCurrentPath()))) {
                    found.add(getCurrentPath());
                }
                return null;
            }
        }.scan(ArrayUses.outermostBody(use), null);
        return found;
    }

    private static Optional<TreePath> receiver(TreePath call) {
        return call.getLeaf() instanceof MethodInvocationTree invocation && invocation.getMethodSelect() instanceof MemberSelectTree select
                ? Optional.of(new TreePath(new TreePath(call, select), select.getExpression())) : Optional.empty();
    }

    private static TreePath argument(TreePath call, int index) {
        return new TreePath(call, arguments(call).get(index));
    }

    private static List<? extends ExpressionTree> arguments(TreePath call) {
        return call.getLeaf() instanceof MethodInvocationTree invocation ? invocation.getArguments()
                : call.getLeaf() instanceof NewClassTree creation ? creation.getArguments() : List.of();
    }
}
