package dev.lungfish.processor.weave;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.residual.HandOver;
import dev.lungfish.checker.residual.ResidualCheck;
import dev.lungfish.processor.TreeAt;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Finds what asks whether a name has been given away. The name is a local variable, and what may have given it away stands in the same method:
 * a mark lives as long as one run of that. Handles of the runtime know by themselves that they are dead.
 */
final class NameFinder {
    private static final Set<ElementKind> LOCAL = EnumSet.of(ElementKind.LOCAL_VARIABLE, ElementKind.PARAMETER, ElementKind.RESOURCE_VARIABLE,
            ElementKind.EXCEPTION_PARAMETER, ElementKind.BINDING_VARIABLE);
    private static final String RUNTIME = "dev.lungfish.runtime.";

    private final Program program;
    private final CompilationUnitTree unit;
    private final SpotFinder spots;
    private final Bodies bodies;

    NameFinder(Program program, CompilationUnitTree unit, ToIntFunction<Tree> positions) {
        this.program = program;
        this.unit = unit;
        this.spots = new SpotFinder(program, unit, positions);
        this.bodies = new Bodies(program.trees());
    }

    /** The question at this use; empty if it is not of a local variable, or nothing here can have given that away. */
    Optional<NameCheck> of(ResidualCheck check, TreePath used) {
        TreePath use = nameIn(used);
        Element name = program.trees().getElement(use);
        if (!(use.getLeaf() instanceof IdentifierTree) || name == null || !LOCAL.contains(name.getKind()) || isHandle(name.asType())) {
            return Optional.empty();
        }
        List<NameCheck.Leaving> after = new ArrayList<>();
        for (HandOver handOver : check.after()) {
            leaving(handOver, name).filter(leaving -> bodies.around(leaving.path().getParentPath()).getLeaf() == bodies.around(use).getLeaf())
                    .ifPresent(leaving -> after.add(leaving.leaving()));
        }
        return spots.of(use).filter(spot -> !after.isEmpty())
                .map(spot -> new NameCheck(name.getSimpleName().toString(), spot, Plan.siteOf(check.at()), after));
    }

    /** Whoever reads a part of something reads that first. */
    private static TreePath nameIn(TreePath used) {
        TreePath at = used;
        while (at.getLeaf() instanceof MemberSelectTree || at.getLeaf() instanceof ArrayAccessTree) {
            at = new TreePath(at, at.getLeaf() instanceof MemberSelectTree select ? select.getExpression() : ((ArrayAccessTree) at.getLeaf()).getExpression());
        }
        return at;
    }

    private record Found(TreePath path, NameCheck.Leaving leaving) {
    }

    private Optional<Found> leaving(HandOver handOver, Element name) {
        TreePath value = treeAt(handOver.value());
        return value == null ? Optional.empty() : spots.of(value).filter(spot -> tells(spot.instruction(), handOver.happens()))
                .map(spot -> new Found(value, new NameCheck.Leaving(spot, Plan.siteOf(handOver.at()), handOver.happens(), captures(value, name))));
    }

    /** Only calls take something over; whether that has happened is in their result only if it is a truth value. */
    private static boolean tells(Instruction instruction, HandOver.Happens happens) {
        return instruction.kind() == Instruction.Kind.CALL && (happens != HandOver.Happens.TRUE || instruction.descriptor().endsWith(")Z"));
    }

    private TreePath treeAt(SourcePoint place) {
        return place.isKnown() ? TreeAt.exactly(program.trees(), unit, place) : null;
    }

    /** Whether a lambda in the value uses the variable. */
    private boolean captures(TreePath value, Element name) {
        boolean[] found = {false};
        new TreePathScanner<Void, Boolean>() {
            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Boolean inside) {
                return super.visitLambdaExpression(lambda, true);
            }

            @Override
            public Void visitIdentifier(IdentifierTree identifier, Boolean inside) {
                found[0] |= inside && name.equals(program.trees().getElement(getCurrentPath()));
                return null;
            }
        }.scan(value, false);
        return found[0];
    }

    private static boolean isHandle(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().toString().startsWith(RUNTIME);
    }
}
