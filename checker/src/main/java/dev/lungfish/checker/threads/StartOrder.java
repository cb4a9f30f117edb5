package dev.lungfish.checker.threads;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.Guard;
import dev.lungfish.checker.model.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * Whether an access of the starting thread is over before a task starts, or comes only after the task has ended. By the order of statements
 * in one body: what {@code main} sets up before it starts threads, and what it reads after it has waited for them.
 *
 * <p>Errs towards "ordered" where a body is left early, and towards "not ordered" for everything that needs two bodies.
 */
final class StartOrder {
    private final ThreadReach reach;

    StartOrder(ThreadReach reach) {
        this.reach = reach;
    }

    /** Whether nothing but a call of the starting code again could bring the access after the start. */
    boolean isBefore(TreePath access, Body in, ThreadStart start) {
        Optional<Body> starting = reach.bodyAround(start.site());
        if (starting.isEmpty() || starting.get().equals(start.body()) || reach.isReachedByAny(in)) {
            return false;
        }
        List<Body> gatesOfStart = reach.gatesOf(starting.get());
        for (Body common : reach.gatesOf(in)) {
            boolean isOnBothWays = reach.leadingTo(starting.get()).contains(common)
                    && (gatesOfStart.isEmpty() || gatesOfStart.contains(common));
            if (isOnBothWays && isOrdered(waysTo(common, in, access), waysTo(common, starting.get(), start.site()), common)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOrdered(List<TreePath> first, List<TreePath> second, Body body) {
        return first.stream().allMatch(a -> second.stream().allMatch(b -> endOf(a) <= startOf(b) && !shareALoop(a, b, body)));
    }

    private static boolean shareALoop(TreePath a, TreePath b, Body body) {
        if (!Shapes.isInLoop(a, body)) {
            return false;
        }
        for (TreePath path = a; path.getLeaf() != body.path().getLeaf(); path = path.getParentPath()) {
            if (Shapes.isLoop(path.getLeaf()) && Shapes.isWithin(b, path.getLeaf())) {
                return true;
            }
        }
        return false;
    }

    /** The places in a body from which another place is reached: the place itself, or calls. */
    private List<TreePath> waysTo(Body from, Body target, TreePath place) {
        List<TreePath> ways = new ArrayList<>();
        if (from.equals(target)) {
            ways.add(place);
        }
        reach.callsToward(from, target).forEach(ways::add);
        return ways;
    }

    /** Whether the access comes, in the body that starts the task, after a call that waits for the task's end. */
    boolean isAfter(TreePath access, Body in, ThreadStart start) {
        if (start.many() || !reach.bodyAround(start.site()).filter(in::equals).isPresent()) {
            return false;
        }
        Set<Element> handles = handles(start.site());
        return reach.index().callsIn(in).stream()
                .filter(call -> endOf(call.path()) >= endOf(start.site()) && endOf(call.path()) <= startOf(access))
                .anyMatch(call -> waits(call, handles, start.site()));
    }

    /** Whether one of two tasks has ended before the other is started, in one and the same body. */
    boolean areOneAfterTheOther(ThreadStart one, ThreadStart two) {
        Optional<Body> body = reach.bodyAround(one.site());
        return body.isPresent() && body.equals(reach.bodyAround(two.site()))
                && (isAfter(two.site(), body.get(), one) || isAfter(one.site(), body.get(), two));
    }

    private boolean waits(Call call, Set<Element> handles, TreePath site) {
        Optional<MethodModel> model = reach.library().modelOf(call);
        if (model.isEmpty()) {
            return false;
        }
        boolean isChecked = !(call.path().getParentPath().getLeaf() instanceof ExpressionStatementTree);
        if (model.get().all(Effect.AwaitAll.class).stream().anyMatch(a -> a.when() == Guard.ALWAYS || isChecked)
                || model.get().all(Effect.AwaitLatch.class).stream().anyMatch(a -> a.when() == Guard.ALWAYS || isChecked)) {
            return true;
        }
        boolean awaits = model.get().all(Effect.Await.class).stream().anyMatch(a -> a.when() == Guard.ALWAYS || isChecked);
        Optional<Element> receiver = call.receiver().map(reach.index().trees()::getElement);
        boolean isOnSite = call.receiver().filter(path -> Shapes.bare(path).getLeaf() == site.getLeaf()).isPresent();
        return awaits && (isOnSite || receiver.filter(handles::contains).isPresent());
    }

    /** The variables that stand for what was started: the receiver of {@code start()}, the variable that holds the future. */
    private Set<Element> handles(TreePath site) {
        Set<Element> handles = new java.util.HashSet<>();
        Tree around = site.getParentPath().getLeaf();
        if (around instanceof VariableTree || around instanceof AssignmentTree) {
            TreePath variable = around instanceof AssignmentTree assignment ? new TreePath(site.getParentPath(), assignment.getVariable())
                    : site.getParentPath();
            handles.add(reach.index().trees().getElement(variable));
        }
        if (reach.index().trees().getElement(site) instanceof javax.lang.model.element.ExecutableElement callee) {
            new Call(site, callee, null).receiver().map(reach.index().trees()::getElement).ifPresent(handles::add);
        }
        return handles;
    }

    private long startOf(TreePath path) {
        return positions().getStartPosition(path.getCompilationUnit(), path.getLeaf());
    }

    private long endOf(TreePath path) {
        return positions().getEndPosition(path.getCompilationUnit(), path.getLeaf());
    }

    private SourcePositions positions() {
        return reach.index().trees().getSourcePositions();
    }
}
