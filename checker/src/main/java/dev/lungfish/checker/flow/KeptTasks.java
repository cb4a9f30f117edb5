package dev.lungfish.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.region.Touch;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * What a thread or task touches that an object keeps in a field and starts later: known where all values that the field is given are seen,
 * and each is made over the object alone, or over statics, as in {@code thread = new Thread(this::work)}. Gives no answer where it cannot tell.
 */
final class KeptTasks {
    private static final int DEEPEST = 8;

    private final World world;
    private final Summaries summaries;
    private final FieldTouches touches;

    KeptTasks(World world, Summaries summaries, FieldTouches touches) {
        this.world = world;
        this.summaries = summaries;
        this.touches = touches;
    }

    /** What whatever stands in the field touches when it runs. */
    Optional<Touch> of(VariableElement field) {
        boolean allSeen = field.getModifiers().contains(Modifier.PRIVATE) || field.getModifiers().contains(Modifier.FINAL);
        List<TreePath> values = allSeen ? world.verdicts().valuesOf(field) : List.of();
        Optional<Touch> all = values.isEmpty() ? Optional.empty() : Optional.of(Touch.NOTHING);
        for (TreePath value : values) {
            all = all.flatMap(so -> ofValue(value, field.asType(), 0).map(so::or));
        }
        return all;
    }

    private Optional<Touch> ofValue(TreePath path, TypeMirror declared, int depth) {
        Tree tree = path.getLeaf();
        if (depth > DEEPEST) {
            return Optional.empty();
        } else if (tree instanceof ParenthesizedTree inner) {
            return ofValue(new TreePath(path, inner.getExpression()), declared, depth + 1);
        } else if (tree instanceof TypeCastTree cast) {
            return ofValue(new TreePath(path, cast.getExpression()), declared, depth + 1);
        } else if (tree.getKind() == Tree.Kind.NULL_LITERAL) {
            return Optional.of(Touch.NOTHING);
        } else if (tree instanceof MemberReferenceTree reference) {
            return ofReference(reference);
        } else if (tree instanceof LambdaExpressionTree lambda) {
            return ofLambda(path, lambda);
        } else if (tree instanceof NewClassTree creation) {
            return isOwn(creation) ? ofOwn(creation, declared) : ofNew(path, creation, depth);
        }
        return tree instanceof IdentifierTree ? ofLocal(TreeUtils.elementFromTree(tree), declared, depth) : Optional.empty();
    }

    private Optional<Touch> ofLocal(Element element, TypeMirror declared, int depth) {
        boolean fixed = element instanceof VariableElement local && local.getKind() == ElementKind.LOCAL_VARIABLE && ElementUtils.isEffectivelyFinal(local);
        TreePath place = fixed ? world.program().index().path(element) : null;
        ExpressionTree value = place != null && place.getLeaf() instanceof VariableTree variable ? variable.getInitializer() : null;
        return value == null ? Optional.empty() : ofValue(new TreePath(place, value), declared, depth + 1);
    }

    private boolean isOwn(NewClassTree creation) {
        return creation.getClassBody() != null
                || world.classes().trees().containsKey((TypeElement) world.program().types().asElement(TreeUtils.typeOf(creation)));
    }

    /** A thread or task of the program's own: what its class runs, if it was made with nothing that could change. */
    private Optional<Touch> ofOwn(NewClassTree creation, TypeMirror declared) {
        boolean alone = creation.getArguments().stream().noneMatch(argument -> world.isTracked(TreeUtils.typeOf(argument)))
                && (creation.getClassBody() == null || Captures.of(creation.getClassBody()).isEmpty());
        Touch run = touches.ofRun(TreeUtils.typeOf(creation), declared);
        return alone && !run.isWhole() ? Optional.of(run) : Optional.empty();
    }

    /** A thread or task of a library: what it runs, if it was made with nothing else that could change. */
    private Optional<Touch> ofNew(TreePath path, NewClassTree creation, int depth) {
        ExecutableElement constructor = TreeUtils.elementFromUse(creation);
        boolean runs = false;
        Optional<Touch> all = Optional.of(Touch.NOTHING);
        for (int i = 0; i < creation.getArguments().size(); i++) {
            ExpressionTree argument = creation.getArguments().get(i);
            int place = i;
            if (touches.isRunBy(constructor, i)) {
                runs = true;
                all = all.flatMap(so -> ofRun(path, argument, constructor, place, depth).map(so::or));
            } else if (world.isTracked(TreeUtils.typeOf(argument))) {
                return Optional.empty();
            }
        }
        return runs ? all : Optional.empty();
    }

    private Optional<Touch> ofRun(TreePath creation, ExpressionTree argument, ExecutableElement constructor, int place, int depth) {
        TypeMirror declared = FieldTouches.parameterOf(constructor, place);
        return isThis(argument) ? Optional.of(touches.ofRun(TreeUtils.typeOf(argument), declared))
                : ofValue(new TreePath(creation, argument), declared, depth + 1);
    }

    private Optional<Touch> ofReference(MemberReferenceTree reference) {
        ExecutableElement target = (ExecutableElement) TreeUtils.elementFromUse(reference);
        if (target.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of(Touch.NOTHING);
        }
        boolean bound = isThis(reference.getQualifierExpression());
        return bound ? Optional.of(ofThis(summaries.of(target, (TypeElement) target.getEnclosingElement()))) : Optional.empty();
    }

    private Optional<Touch> ofLambda(TreePath path, LambdaExpressionTree lambda) {
        if (!Captures.of(lambda).isEmpty()) {
            return Optional.empty();
        }
        return around(path).flatMap(body -> {
            Body inner = body.inner(lambda);
            Summary summary = summaries.ofBody(inner);
            return summary.touches(inner.outerFormal()) ? Optional.empty() : Optional.of(ofThis(summary));
        });
    }

    private static Touch ofThis(Summary summary) {
        return summary.touches(0) ? summary.touches().of(0) : Touch.NOTHING;
    }

    /** The method or initialiser in which a lambda stands by itself; none for one in another lambda. */
    private Optional<Body> around(TreePath lambda) {
        TreePath inner = lambda;
        for (TreePath at = lambda.getParentPath(); at != null; at = at.getParentPath()) {
            Tree tree = at.getLeaf();
            if (tree instanceof LambdaExpressionTree other && other != lambda.getLeaf()) {
                return Optional.empty();
            } else if (tree instanceof MethodTree method) {
                return Optional.ofNullable(world.classes().sourceOf(TreeUtils.elementFromDeclaration(method))).map(summaries::bodyOf);
            } else if (tree instanceof ClassTree type) {
                return Optional.of(Initialisers.body(world, TreeUtils.elementFromDeclaration(type), type, inner.getLeaf()));
            }
            inner = at;
        }
        return Optional.empty();
    }

    private static boolean isThis(ExpressionTree expression) {
        return TreeUtils.withoutParens(expression) instanceof IdentifierTree name && name.getName().contentEquals("this");
    }
}
