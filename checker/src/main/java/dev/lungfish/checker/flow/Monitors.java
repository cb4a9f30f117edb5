package dev.lungfish.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.region.RegionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * The {@code synchronized} blocks of one body. The graph says where a block is entered and where it ends, but not that {@code return},
 * {@code break} and exceptions leave it: so whatever is not written inside a block has left it.
 */
final class Monitors {
    /**
     * One block.
     *
     * @param region the region of its lock
     * @param scope stands for the block itself: open between its entry and its end
     */
    record Monitor(SynchronizedTree tree, RegionKey region, RegionKey scope) {
    }

    private final World world;
    private final Body body;
    private final SourcePositions positions;
    private final List<Monitor> all = new ArrayList<>();

    Monitors(World world, Body body, Paths paths, ValuePlaces values, SourcePositions positions) {
        this.world = world;
        this.body = body;
        this.positions = positions;
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitSynchronized(SynchronizedTree tree, Void unused) {
                RegionKey scope = RegionKey.lock("var:monitor@" + all.size());
                monitor(tree.getExpression(), paths).or(() -> values.unnamed(tree.getExpression())).ifPresent(region -> all.add(new Monitor(tree, region, scope)));
                return super.visitSynchronized(tree, unused);
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
                return null;
            }

            @Override
            public Void visitClass(ClassTree local, Void unused) {
                return null;
            }
        }.scan(body.code(), null);
    }

    /** What is entered: where the name of an object means a lock of its methods, its monitor is another one. */
    private Optional<RegionKey> monitor(ExpressionTree expression, Paths paths) {
        boolean isLocked = isLocked(expression);
        return paths.of(expression).map(key -> isLocked && !key.equals(RegionKey.lock("this")) ? key.monitor() : key);
    }

    /** Whether the object is locked by its methods; a variable that only ever names another one does not hide that behind its type. */
    private boolean isLocked(ExpressionTree expression) {
        ExpressionTree bare = expression instanceof TypeCastTree cast ? cast.getExpression() : TreeUtils.withoutParens(expression);
        return world.locks().isLocked(TreeUtils.typeOf(bare)) || bare != expression && isLocked(bare)
                || bare instanceof IdentifierTree && TreeUtils.elementFromUse(bare) instanceof VariableElement variable && variable.getKind() == ElementKind.LOCAL_VARIABLE
                && ElementUtils.isEffectivelyFinal(variable) && world.program().index().declaration(variable) instanceof VariableTree declaration
                && declaration.getInitializer() != null && isLocked(declaration.getInitializer());
    }

    /** All blocks, outer ones first. */
    List<Monitor> all() {
        return all;
    }

    Monitor of(Tree block) {
        return all.stream().filter(monitor -> monitor.tree() == block).findFirst().orElse(null);
    }

    /** The blocks that are not around this code, inner ones first; none for what has no place in the source. */
    List<Monitor> notAround(Tree code) {
        List<Monitor> left = new ArrayList<>();
        if (all.isEmpty() || code == null) {
            return left;
        }
        long start = positions.getStartPosition(body.unit(), code);
        long end = positions.getEndPosition(body.unit(), code);
        for (Monitor monitor : all) {
            Tree block = monitor.tree().getBlock();
            long first = positions.getStartPosition(body.unit(), block);
            long last = positions.getEndPosition(body.unit(), block);
            boolean isBeside = end <= first || start >= last;
            boolean isAround = start <= first && end >= last;
            // Trees that the graph makes up, as for compound assignments, may begin anywhere: half in and half out says nothing.
            if (start >= 0 && end >= start && (isBeside || isAround)) {
                left.add(0, monitor);
            }
        }
        return left;
    }
}
