package dev.lungfish.checker.frozen;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.TypeVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What has to hold for the result of a library call to be frozen, by the call's row. */
final class CallValues {
    /** A collector's row says what the collector keeps, not what it collects into. */
    private static final Set<String> IMMUTABLE_COLLECTORS = Set.of("toUnmodifiableList", "toUnmodifiableSet", "toUnmodifiableMap");

    private static final Need UNSEEN = Need.blocked("", "", Reason.NOT_KNOWN);

    private final Program program;
    private final Models models;
    private final TypeRows rows;
    private ContainerContents contents;

    CallValues(Program program, Models models, TypeRows rows) {
        this.program = program;
        this.models = models;
        this.rows = rows;
    }

    void readContentsBy(ContainerContents found) {
        this.contents = found;
    }

    /** What has to hold; null if no row says anything about the result. */
    List<Need> needs(TreePath call, ExecutableElement method, String step, Reading reading, Values values) {
        Optional<List<Need>> collected = collected(call, method, step, reading, values);
        if (collected.isPresent()) {
            return collected.get();
        }
        Optional<MethodModel> model = models.of(call, method);
        return model.isEmpty() ? null : needs(call, model.get(), step, reading, values);
    }

    private List<Need> needs(TreePath call, MethodModel model, String step, Reading reading, Values values) {
        if (model.has(Effect.Frozen.class)) {
            return List.of();
        }
        for (Effect effect : model.effects()) {
            if (effect instanceof Effect.FrozenCopy copy) {
                return contents(call, copy.place(), step, reading, values);
            }
            if (effect instanceof Effect.View view) {
                return view(call, view.place(), step, reading, values);
            }
            if (effect instanceof Effect.Copy) {
                TypeMirror type = values.typeOf(call);
                return List.of(new Need.Either(Need.typed(step, type), List.of(Need.blocked(step, FrozenTypes.typeName(type), Reason.COPY))));
            }
        }
        return same(call, model, step, reading, values);
    }

    /** The result is one of its sources, or a part of it: frozen if all sources are. Iterators and the like are no such parts. */
    private List<Need> same(TreePath call, MethodModel model, String step, Reading reading, Values values) {
        List<Effect.Same> sources = model.all(Effect.Same.class);
        TypeMirror type = values.typeOf(call);
        boolean isPosition = TypeVerdicts.elementOf(type).flatMap(rows::withInherited)
                .filter(row -> row.verdict() == TypeVerdict.NEVER || row.verdict() == TypeVerdict.READS_WRITE).isPresent();
        boolean isMixed = model.all(Effect.Yields.class).stream().anyMatch(yields -> yields.target().equals(Place.RESULT));
        if (sources.isEmpty() || isPosition || isMixed || sources.stream().anyMatch(source -> at(call, source.place()).isEmpty())) {
            return null;
        }
        List<Need> needs = new ArrayList<>();
        sources.forEach(source -> needs.addAll(values.needs(at(call, source.place()).get(), step, reading)));
        return List.of(new Need.Either(Need.typed(step, type), needs));
    }

    /** The elements of an immutable container: by its type arguments, or by the values that are put in. */
    private List<Need> contents(TreePath call, Place place, String step, Reading reading, Values values) {
        TypeMirror container = values.typeOf(call);
        List<TypeMirror> types = contentTypes(container);
        if (place instanceof Place.AllArgs && arguments(call).isEmpty()) {
            return List.of();
        }
        if (types.isEmpty()) {
            return isRaw(container) ? List.of(Need.blocked(step + "[*]", "java.lang.Object", Reason.ANY_IMPLEMENTATION)) : List.of();
        }
        List<Need> byValue = place instanceof Place.AllArgs ? elementValues(call, step, reading, values)
                : at(call, place).flatMap(source -> contents.of(source, step, reading)).orElse(List.of(UNSEEN));
        List<Need> needs = new ArrayList<>();
        for (TypeMirror type : types) {
            Need byType = Need.typed(step + "[*]", type);
            needs.add(byValue.contains(UNSEEN) ? byType : new Need.Either(byType, byValue));
        }
        return needs;
    }

    private static boolean isRaw(TypeMirror type) {
        return TypeVerdicts.elementOf(type).filter(element -> !element.getTypeParameters().isEmpty()).isPresent();
    }

    private static List<TypeMirror> contentTypes(TypeMirror type) {
        return type instanceof DeclaredType declared ? List.copyOf(declared.getTypeArguments()) : List.of();
    }

    private static List<Need> elementValues(TreePath call, String step, Reading reading, Values values) {
        List<Need> needs = new ArrayList<>();
        for (ExpressionTree argument : arguments(call)) {
            needs.addAll(values.needs(new TreePath(call, argument), step + "[*]", reading));
        }
        return needs;
    }

    /** A view is as frozen as what it shows; a fresh copy that has no other name cannot be written behind the view's back. */
    private List<Need> view(TreePath call, Place place, String step, Reading reading, Values values) {
        Optional<TreePath> shown = at(call, place);
        if (shown.isEmpty() || isNameless(shown.get())) {
            return contents(call, place, step, reading, values);
        }
        TypeMirror type = values.typeOf(call);
        List<Need> byShown = values.needs(shown.get(), step, reading);
        return List.of(new Need.Either(Need.typed(step, type), byShown.stream()
                .map(need -> (Need) new Need.Either(need, List.of(Need.blocked(step, FrozenTypes.typeName(type), Reason.VIEW)))).toList()));
    }

    private boolean isNameless(TreePath shown) {
        if (shown.getLeaf() instanceof NewClassTree creation) {
            return creation.getClassBody() == null && program.trees().getElement(shown) instanceof ExecutableElement constructor
                    && models.of(shown, constructor).filter(model -> !model.has(Effect.Same.class)).isPresent();
        }
        return program.trees().getElement(shown) instanceof ExecutableElement method && shown.getLeaf() instanceof MethodInvocationTree
                && models.of(shown, method).filter(model -> model.has(Effect.Copy.class) || model.has(Effect.Fresh.class)).isPresent();
    }

    /** {@code stream.collect(toUnmodifiableList())}: the collector's row says what is collected. */
    private Optional<List<Need>> collected(TreePath call, ExecutableElement method, String step, Reading reading, Values values) {
        if (!method.getSimpleName().contentEquals("collect") || arguments(call).size() != 1
                || !(arguments(call).get(0) instanceof MethodInvocationTree collector)) {
            return Optional.empty();
        }
        TreePath at = new TreePath(call, collector);
        if (!isImmutableCollector(at)) {
            return Optional.empty();
        }
        if (collector.getArguments().size() >= 2 && !isFinishing(at)) {
            return Optional.of(mapped(call, at, step, reading, values));
        }
        return Optional.of(contents(call, Place.THIS, step, reading, values));
    }

    /** {@code toUnmodifiableMap(key, value)}: the functions make the contents. */
    private List<Need> mapped(TreePath call, TreePath collector, String step, Reading reading, Values values) {
        List<TypeMirror> types = contentTypes(values.typeOf(call));
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            needs.add(new Need.Either(Need.typed(step + "[*]", types.get(i)),
                    contents.results(new TreePath(collector, arguments(collector).get(i)), step, reading)));
        }
        return needs;
    }

    private boolean isFinishing(TreePath collector) {
        return program.trees().getElement(collector) instanceof ExecutableElement factory && factory.getSimpleName().contentEquals("collectingAndThen");
    }

    private boolean isImmutableCollector(TreePath at) {
        if (!(program.trees().getElement(at) instanceof ExecutableElement factory)) {
            return false;
        }
        if (factory.getEnclosingElement().toString().equals("java.util.stream.Collectors")
                && IMMUTABLE_COLLECTORS.contains(factory.getSimpleName().toString())) {
            return true;
        }
        if (models.of(at, factory).filter(model -> model.has(Effect.FrozenCopy.class) || model.has(Effect.Frozen.class)).isPresent()) {
            return true;
        }
        List<? extends ExpressionTree> arguments = arguments(at);
        return factory.getSimpleName().contentEquals("collectingAndThen") && arguments.size() == 2 && isImmutableFinisher(new TreePath(at, arguments.get(1)));
    }

    /** {@code List::copyOf}, {@code Collections::unmodifiableList}: applied to a container that nobody else has. */
    private boolean isImmutableFinisher(TreePath finisher) {
        TreePath at = finisher.getLeaf() instanceof LambdaExpressionTree lambda ? new TreePath(finisher, lambda.getBody()) : finisher;
        return (at.getLeaf() instanceof MemberReferenceTree || at.getLeaf() instanceof MethodInvocationTree)
                && program.trees().getElement(at) instanceof ExecutableElement method
                && models.of(at, method).filter(model -> model.has(Effect.FrozenCopy.class) || model.has(Effect.View.class)).isPresent();
    }

    private Optional<TreePath> at(TreePath call, Place place) {
        if (place instanceof Place.Arg argument && argument.index() < arguments(call).size() && !isPacked(call, argument.index())) {
            return Optional.of(new TreePath(call, arguments(call).get(argument.index())));
        }
        if (place instanceof Place.This && call.getLeaf() instanceof MethodInvocationTree invocation
                && invocation.getMethodSelect() instanceof MemberSelectTree select) {
            return Optional.of(new TreePath(new TreePath(call, select), select.getExpression()));
        }
        return Optional.empty();
    }

    /** Whether the argument is one of those that the compiler packs into an array: then the place is that array. */
    private boolean isPacked(TreePath call, int index) {
        if (!(program.trees().getElement(call) instanceof ExecutableElement method) || !method.isVarArgs() || index < method.getParameters().size() - 1) {
            return false;
        }
        TypeMirror type = program.trees().getTypeMirror(new TreePath(call, arguments(call).get(index)));
        return arguments(call).size() != method.getParameters().size() || type == null || type.getKind() != TypeKind.ARRAY;
    }

    private static List<? extends ExpressionTree> arguments(TreePath call) {
        return call.getLeaf() instanceof MethodInvocationTree invocation ? invocation.getArguments()
                : call.getLeaf() instanceof NewClassTree creation ? creation.getArguments() : List.of();
    }
}
