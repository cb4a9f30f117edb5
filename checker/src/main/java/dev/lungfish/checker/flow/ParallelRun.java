package dev.lungfish.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.Unproved;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** A body that runs many times at once may read what it captures, and write only what each run has to itself. */
final class ParallelRun {
    private final World world;
    private final ElementTable elements;
    private final Translator translator;

    ParallelRun(World world, ElementTable elements, Translator translator) {
        this.world = world;
        this.elements = elements;
        this.translator = translator;
    }

    void check(Closure closure, Function<Integer, List<Integer>> fedBy, Lowered out) {
        Set<String> ownIndex = writtenAtOwnIndex(closure.tree());
        closure.captured().forEach((formal, element) -> {
            Site site = translator.site(closure.tree(), element, "step.captured").at(closure.at(), element);
            Access access = closure.summary().use(formal);
            boolean changes = access.compareTo(Access.READ) > 0 && !closure.summary().onlyReads(formal) || closure.summary().moved().contains(formal);
            if (changes && ownIndex.contains(elements.nameOf(element))) {
                out.add(new RegionOp.Residual(Unproved.RUNS_APART, "residual.check", elements.nameOf(element), site));
            } else if (changes) {
                out.add(new RegionOp.ParallelWrite(element, site));
            } else if (access.compareTo(Access.IDENTITY) > 0) {
                out.add(new RegionOp.Use(element, Access.READ, site));
            }
        });
        for (int parameter = 0; parameter < closure.parameters(); parameter++) {
            if (closure.summary().use(parameter + 1).compareTo(Access.READ) > 0) {
                for (int source : fedBy.apply(parameter)) {
                    Site site = translator.site(closure.tree(), source, "step.used").at(closure.at(), source);
                    out.add(new RegionOp.Use(source, Access.UNKNOWN, site));
                    out.add(new RegionOp.Residual(Unproved.RUNS_APART, "residual.check", elements.nameOf(source), site));
                }
            }
        }
    }

    /** What every run is given as it is may be read, not written. */
    void checkGivenToAll(Closure closure, Map<Integer, Integer> given, Lowered out) {
        given.forEach((formal, element) -> {
            if (closure.summary().use(formal).compareTo(Access.READ) > 0 && !closure.summary().onlyReads(formal)) {
                out.add(new RegionOp.ParallelWrite(element, translator.site(closure.tree(), element, "step.used").at(closure.at(), element)));
            }
        });
    }

    /** Captured arrays that the body touches only at an index that is computed from its own parameter. */
    private Set<String> writtenAtOwnIndex(Tree tree) {
        Set<String> arrays = new HashSet<>();
        if (!(tree instanceof LambdaExpressionTree lambda)) {
            return arrays;
        }
        Set<VariableElement> own = new HashSet<>();
        lambda.getParameters().forEach(p -> own.add((VariableElement) TreeUtils.elementFromDeclaration(p)));
        Set<String> elsewhere = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitArrayAccess(ArrayAccessTree access, Void unused) {
                if (access.getExpression() instanceof IdentifierTree array && mentions(access.getIndex(), own)) {
                    arrays.add("'" + array.getName() + "'");
                    return scan(access.getIndex(), null);
                }
                return super.visitArrayAccess(access, unused);
            }

            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                if (TreeUtils.elementFromUse(name) instanceof VariableElement variable && variable.asType().getKind() == TypeKind.ARRAY) {
                    elsewhere.add("'" + name.getName() + "'");
                }
                return null;
            }
        }.scan(lambda.getBody(), null);
        arrays.removeAll(elsewhere);
        return arrays;
    }

    private static boolean mentions(Tree index, Set<VariableElement> variables) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                found[0] |= variables.contains(TreeUtils.elementFromUse(name));
                return null;
            }
        }.scan(index, null);
        return found[0];
    }
}
