package dev.lungfish.checker.threads;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.declared.GuardAnnotations;
import dev.lungfish.checker.declared.RegionExpression;
import dev.lungfish.checker.declared.RegionPath;
import dev.lungfish.checker.model.RunKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Which locks are held at a place, by the shape of the code: {@code synchronized}, {@code lock()} followed by {@code unlock()}, also by
 * helpers, annotated methods, and methods whose callers are all known and all hold the lock.
 *
 * <p>Errs towards "not held" where locks are passed around, and towards "held" where one is released on a path of its own. Confined to the
 * compiler's thread.
 */
final class HeldLocks {
    private final ThreadReach reach;
    private final GuardAnnotations guards;
    private final RegionExpression expressions;
    private final LockNames names;
    private final CallersOf callers;
    /** What is held where code is entered; empty while it is not settled, and no caller outside the circle is known yet. */
    private final Map<Body, Optional<Set<LockKey>>> onEntry = new HashMap<>();
    private final Map<ExecutableElement, List<Change>> left = new HashMap<>();

    HeldLocks(ThreadReach reach) {
        this.reach = reach;
        this.names = new LockNames(reach);
        this.callers = new CallersOf(reach);
        this.guards = new GuardAnnotations(reach.program());
        this.expressions = new RegionExpression(reach.program());
    }

    /** The locks held at a place of a body. */
    Set<LockKey> at(TreePath place, Body body) {
        if (!onEntry.containsKey(body)) {
            settle(body);
        }
        return at(place, body, onEntry.get(body).orElse(Set.of()));
    }

    private Set<LockKey> at(TreePath place, Body body, Set<LockKey> onEntry) {
        Set<LockKey> held = new HashSet<>(onEntry);
        TreePath inner = place;
        for (TreePath outer = place.getParentPath(); outer != null && inner.getLeaf() != body.path().getLeaf(); outer = outer.getParentPath()) {
            Tree tree = outer.getLeaf();
            if (tree instanceof SynchronizedTree block && block.getBlock() == inner.getLeaf()) {
                names.of(new TreePath(outer, block.getExpression())).ifPresent(held::add);
            } else if (tree instanceof BlockTree block) {
                held.addAll(lockedBefore(outer, block.getStatements(), inner.getLeaf()));
            } else if (tree instanceof IfTree choice && choice.getThenStatement() == inner.getLeaf()) {
                held.addAll(tried(outer, choice));
            }
            inner = outer;
        }
        return held;
    }

    /** Finds what is held on entry of a body and of all code that leads there by calls that are all known. Circles begin with everything held. */
    private void settle(Body body) {
        Set<Body> open = new LinkedHashSet<>();
        Deque<Body> found = new ArrayDeque<>(List.of(body));
        while (!found.isEmpty()) {
            Body next = found.remove();
            if (!onEntry.containsKey(next) && open.add(next)) {
                found.addAll(leadingTo(next));
            }
        }
        open.forEach(b -> onEntry.put(b, Optional.empty()));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Body b : open) {
                Optional<Set<LockKey>> held = computeOnEntry(b);
                changed |= !held.equals(onEntry.put(b, held));
            }
        }
    }

    private List<Body> leadingTo(Body body) {
        if (body.kind() == Body.Kind.METHOD && body.member() instanceof ExecutableElement method) {
            return callers.all(method).orElse(List.of()).stream().map(Call::from).toList();
        }
        return runsHere(body) ? reach.index().around(body).stream().toList() : List.of();
    }

    private Optional<Set<LockKey>> computeOnEntry(Body body) {
        if (body.kind() == Body.Kind.METHOD && body.member() instanceof ExecutableElement method) {
            Optional<List<Call>> calls = callers.all(method);
            if (calls.isEmpty()) {
                return Optional.of(declared(method));
            }
            return ofAllCallers(method, calls.get()).map(held -> {
                held.addAll(declared(method));
                return held;
            });
        }
        Optional<Body> around = runsHere(body) ? reach.index().around(body) : Optional.empty();
        return around.isEmpty() ? Optional.of(Set.of()) : onEntry.get(around.get()).map(held -> at(body.path(), around.get(), held));
    }

    /** Whether a function runs where it stands, before the call ends that it is given to. */
    private boolean runsHere(Body body) {
        return (body.kind() == Body.Kind.LAMBDA || body.kind() == Body.Kind.REFERENCE)
                && reach.givenAs(body).filter(kind -> kind == RunKind.ONCE || kind == RunKind.LOOP).isPresent();
    }

    private Set<LockKey> declared(ExecutableElement method) {
        Set<LockKey> held = new HashSet<>();
        if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
            TypeElement type = (TypeElement) method.getEnclosingElement();
            held.add(new LockKey(method.getModifiers().contains(Modifier.STATIC) ? List.of(type, "class") : List.of(type)));
        }
        for (GuardAnnotations.Guard guard : guards.onEntry(method)) {
            if (expressions.resolve(guard.expression(), method) instanceof RegionPath.Path path) {
                held.add(LockKey.of(path));
            }
        }
        return held;
    }

    /** What each caller holds, by the names that the method has for it; empty as long as no caller is settled. */
    private Optional<Set<LockKey>> ofAllCallers(ExecutableElement method, List<Call> calls) {
        Set<LockKey> common = null;
        for (Call call : calls) {
            Optional<Set<LockKey>> entry = onEntry.get(call.from());
            if (entry.isPresent()) {
                Set<LockKey> held = names.seenBy(method, call, at(call.path(), call.from(), entry.get()));
                if (common == null) {
                    common = held;
                } else {
                    common.retainAll(held);
                }
            }
        }
        return Optional.ofNullable(common);
    }

    /** Locks taken by earlier statements of a block and not given back before the statement. */
    private Set<LockKey> lockedBefore(TreePath block, List<? extends StatementTree> statements, Tree until) {
        Set<LockKey> held = new HashSet<>();
        for (StatementTree statement : statements) {
            if (statement == until) {
                return held;
            }
            TreePath path = new TreePath(block, statement);
            if (statement instanceof ExpressionStatementTree || statement instanceof VariableTree) {
                calls(path).forEach(call -> changes(call).forEach(change -> {
                    if (change.takes()) {
                        held.add(change.key());
                    } else {
                        held.remove(change.key());
                    }
                }));
            } else if (statement instanceof IfTree choice && isNegated(choice)) {
                held.addAll(tried(path, choice));
            } else if (statement instanceof TryTree tree && tree.getFinallyBlock() != null) {
                calls(new TreePath(path, tree.getFinallyBlock())).forEach(call -> changes(call).filter(change -> !change.takes())
                        .forEach(change -> held.remove(change.key())));
            }
        }
        return Set.of();
    }

    /** {@code if (!lock.tryLock()) return;} */
    private static boolean isNegated(IfTree choice) {
        return choice.getCondition() instanceof ParenthesizedTree condition && condition.getExpression().getKind() == Tree.Kind.LOGICAL_COMPLEMENT;
    }

    /** Locks that a condition takes: {@code if (lock.tryLock())}. */
    private Set<LockKey> tried(TreePath path, IfTree choice) {
        Set<LockKey> held = new HashSet<>();
        calls(new TreePath(path, choice.getCondition())).forEach(call -> changes(call).filter(Change::takes).forEach(c -> held.add(c.key())));
        return held;
    }

    /** A lock that a call takes and keeps, or gives back. */
    private record Change(LockKey key, boolean takes) {
    }

    private List<TreePath> calls(TreePath in) {
        List<TreePath> found = new ArrayList<>();
        new TreeScanner<Void, TreePath>() {
            @Override
            public Void scan(Tree tree, TreePath parent) {
                if (tree == null) {
                    return null;
                }
                TreePath path = tree == in.getLeaf() ? in : new TreePath(parent, tree);
                if (tree instanceof MethodInvocationTree) {
                    found.add(path);
                }
                return Body.kindOf(tree) == null || tree == in.getLeaf() ? super.scan(tree, path) : null;
            }
        }.scan(in.getLeaf(), in.getParentPath());
        return found;
    }

    private Stream<Change> changes(TreePath call) {
        if (!(reach.index().trees().getElement(call) instanceof ExecutableElement callee)) {
            return Stream.empty();
        }
        return isOfLock(callee) ? lock(call, callee).stream() : leftBy(callee).stream().flatMap(change -> names
                .seenByCaller(new Call(call, callee, null), change.key()).map(key -> new Change(key, change.takes())).stream());
    }

    private Optional<Change> lock(TreePath call, ExecutableElement callee) {
        boolean isStamped = callee.getEnclosingElement().getSimpleName().contentEquals("StampedLock");
        boolean takes = switch (callee.getSimpleName().toString()) {
            case "lock", "lockInterruptibly", "tryLock" -> true;
            case "writeLock", "readLock", "tryOptimisticRead", "tryWriteLock", "tryReadLock", "writeLockInterruptibly", "readLockInterruptibly" -> isStamped;
            default -> false;
        };
        boolean gives = switch (callee.getSimpleName().toString()) {
            case "unlock", "unlockRead", "unlockWrite" -> true;
            default -> false;
        };
        return takes || gives ? names.ofReceiver(call, callee).map(key -> new Change(key, takes)) : Optional.empty();
    }

    /** A method of a lock class of the JDK, also where a class of the program inherits it. */
    private static boolean isOfLock(ExecutableElement callee) {
        return ((TypeElement) callee.getEnclosingElement()).getQualifiedName().toString().startsWith("java.util.concurrent.locks.");
    }

    /** What a method of the program that nobody overrides locks and does not unlock, or the other way round. */
    private List<Change> leftBy(ExecutableElement method) {
        List<Change> known = left.get(method);
        if (known == null) {
            left.put(method, List.of());
            known = reach.index().overriders(method).isEmpty() ? reach.index().bodyOf(method).map(this::computeLeft).orElse(List.of()) : List.of();
            left.put(method, known);
        }
        return known;
    }

    private List<Change> computeLeft(Body body) {
        Set<Change> all = calls(body.path()).stream().flatMap(this::changes).collect(Collectors.toCollection(LinkedHashSet::new));
        return all.stream().filter(change -> !all.contains(new Change(change.key(), !change.takes()))).toList();
    }
}
