package dev.lungfish.checker.frozen;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.LibraryModels;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.RunKind;
import dev.lungfish.checker.model.UseMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The library models' rows about calls, as the frozen rules read them. */
final class Models {
    private final Program program;
    private final LibraryModels models;

    Models(Program program, LibraryModels models) {
        this.program = program;
        this.models = models;
    }

    /** The row for this call or object creation. */
    Optional<MethodModel> of(TreePath call, ExecutableElement method) {
        return models.find(method, receiver(call).orElse((TypeElement) method.getEnclosingElement()), program.elements(), program.types());
    }

    private Optional<TypeElement> receiver(TreePath call) {
        if (call.getLeaf() instanceof MethodInvocationTree invocation && invocation.getMethodSelect() instanceof MemberSelectTree select) {
            TypeMirror type = program.trees().getTypeMirror(new TreePath(new TreePath(call, select), select.getExpression()));
            if (type != null && type.getKind() != TypeKind.ERROR) {
                return TypeVerdicts.elementOf(type);
            }
        }
        return Optional.empty();
    }

    /** Whether a row says that the call only looks at this argument and keeps nothing of it; what is copied out of it does not matter. */
    static boolean onlyReads(MethodModel model, int argument) {
        return model.useOf(Place.arg(argument)).compareTo(UseMode.READ) <= 0 && keepsNothing(model, argument);
    }

    /** Whether a row says that the call keeps nothing of this argument, although it may write it. */
    static boolean keepsNothing(MethodModel model, int argument) {
        Place place = Place.arg(argument);
        return model.effects().stream().noneMatch(effect -> keeps(effect, place));
    }

    /** Whether a row says that nothing but its result may keep the argument; it does not write it. */
    static boolean onlyReturns(MethodModel model, int argument) {
        Place place = Place.arg(argument);
        return model.useOf(place).compareTo(UseMode.READ) <= 0
                && model.effects().stream().noneMatch(effect -> !(effect instanceof Effect.Same) && keeps(effect, place));
    }

    /** The arguments that a call may return, as they are, by its row. */
    List<TreePath> returned(TreePath call) {
        if (!(call.getLeaf() instanceof MethodInvocationTree tree) || !(program.trees().getElement(call) instanceof ExecutableElement method)) {
            return List.of();
        }
        List<Effect.Same> same = of(call, method).map(model -> model.all(Effect.Same.class)).orElse(List.of());
        return IntStream.range(0, tree.getArguments().size())
                .filter(i -> same.stream().anyMatch(effect -> effect.place().equals(Place.arg(i))))
                .mapToObj(i -> new TreePath(call, tree.getArguments().get(i))).toList();
    }

    private static boolean keeps(Effect effect, Place place) {
        if (effect instanceof Effect.Use || effect instanceof Effect.Copy || effect instanceof Effect.FrozenCopy || effect instanceof Effect.Fill
                || effect instanceof Effect.Fresh || effect instanceof Effect.Frozen) {
            return false;
        }
        // Every other effect that names the argument may keep it, hand it on or return it.
        String words = effect.toString();
        return words.contains("=" + place + ",") || words.contains("=" + place + "]") || words.contains("=" + Place.ARGS + ",")
                || words.contains("=" + Place.ARGS + "]");
    }

    /** Whether a function given as this argument runs before the call returns, in this thread, and is not kept. */
    boolean runsHere(TreePath call, ExecutableElement method, int argument) {
        Optional<MethodModel> model = of(call, method);
        if (model.isPresent()) {
            for (Effect.Runs runs : model.get().all(Effect.Runs.class)) {
                if (runs.functional().equals(Place.arg(argument)) || runs.functional().equals(Place.ARGS)) {
                    return runs.kind() == RunKind.ONCE || runs.kind() == RunKind.LOOP;
                }
            }
        }
        return false;
    }

    /** The index of an argument in a call; -1 if the tree is none of them. */
    static int indexOf(Iterable<? extends ExpressionTree> arguments, Tree tree) {
        int index = 0;
        for (ExpressionTree argument : arguments) {
            if (argument == tree) {
                return index;
            }
            index++;
        }
        return -1;
    }
}
