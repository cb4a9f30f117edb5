package dev.lungfish.checker.threads;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Which locks are held at a place, by the shape of the code: {@code synchronized}, {@code lock()} followed by {@code unlock()}, annotated
 * methods, and private methods whose callers all hold the lock.
 *
 * <p>Errs towards "not held" where locks are passed around, and towards "held" where one is released on a path of its own. Confined to the
 * compiler's thread.
 */
final class HeldLocks {
    private final ThreadReach reach;
    private final GuardAnnotations guards;
    private final RegionExpression expressions;
    private final Map<Body, Set<LockKey>> onEntry = new HashMap<>();

    HeldLocks(ThreadReach reach) {
        this.reach = reach;
        this.guards = new GuardAnnotations(reach.program());
        this.expressions = new RegionExpression(reach.program());
    }

    /** The locks held at a place of a body. */
    Set<LockKey> at(TreePath place, Body body) {
        Set<LockKey> held = new HashSet<>(onEntry(body));
        TreePath inner = place;
        for (TreePath outer = place.getParentPath(); outer != null && inner.getLeaf() != body.path().getLeaf(); outer = outer.getParentPath()) {
            Tree tree = outer.getLeaf();
            if (tree instanceof SynchronizedTree block && block.getBlock() == inner.getLeaf()) {
                key(new TreePath(outer, block.getExpression())).ifPresent(held::add);
            } else if (tree instanceof BlockTree block) {
                held.addAll(lockedBefore(outer, block.getStatements(), inner.getLeaf()));
            } else if (tree instanceof IfTree choice && choice.getThenStatement() == inner.getLeaf()) {
                held.addAll(tried(outer, choice));
            }
            inner = outer;
        }
        return held;
    }

    private Set<LockKey> onEntry(Body body) {
        Set<LockKey> known = onEntry.get(body);
        if (known != null) {
            return known;
        }
        onEntry.put(body, Set.of());
        Set<LockKey> held = computeOnEntry(body);
        onEntry.put(body, held);
        return held;
    }

    private Set<LockKey> computeOnEntry(Body body) {
        if (body.kind() == Body.Kind.METHOD && body.member() instanceof ExecutableElement method) {
            Set<LockKey> held = new HashSet<>(declared(method));
            if (method.getModifiers().contains(Modifier.PRIVATE)) {
                held.addAll(ofAllCallers(method));
            }
            return held;
        }
        if (body.kind() == Body.Kind.LAMBDA || body.kind() == Body.Kind.REFERENCE) {
            Optional<RunKind> kind = reach.givenAs(body);
            return kind.filter(k -> k == RunKind.ONCE || k == RunKind.LOOP).isPresent()
                    ? reach.index().around(body).map(around -> at(body.path(), around)).orElse(Set.of()) : Set.of();
        }
        return Set.of();
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

    private Set<LockKey> ofAllCallers(ExecutableElement method) {
        Set<LockKey> common = null;
        for (Call call : reach.index().callsOf(method)) {
            Set<LockKey> held = at(call.path(), call.from());
            if (common == null) {
                common = new HashSet<>(held);
            } else {
                common.retainAll(held);
            }
        }
        boolean isReferenced = reach.index().bodies().stream().filter(b -> b.kind() == Body.Kind.REFERENCE)
                .anyMatch(b -> method.equals(reach.index().trees().getElement(b.path())));
        return common == null || isReferenced ? Set.of() : common;
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
                calls(path).forEach(call -> lock(call).ifPresent(change -> {
                    if (change.takes()) {
                        held.add(change.key());
                    } else {
                        held.remove(change.key());
                    }
                }));
            } else if (statement instanceof IfTree choice && isNegated(choice)) {
                held.addAll(tried(path, choice));
            } else if (statement instanceof TryTree tree && tree.getFinallyBlock() != null) {
                calls(new TreePath(path, tree.getFinallyBlock())).forEach(call -> lock(call).filter(change -> !change.takes())
                        .ifPresent(change -> held.remove(change.key())));
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
        calls(new TreePath(path, choice.getCondition())).forEach(call -> lock(call).filter(Change::takes).ifPresent(c -> held.add(c.key())));
        return held;
    }

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
                return Body.kindOf(tree) == null ? super.scan(tree, path) : null;
            }
        }.scan(in.getLeaf(), in.getParentPath());
        return found;
    }

    private Optional<Change> lock(TreePath call) {
        MethodInvocationTree tree = (MethodInvocationTree) call.getLeaf();
        if (!(tree.getMethodSelect() instanceof MemberSelectTree select)) {
            return Optional.empty();
        }
        TreePath receiver = new TreePath(new TreePath(call, select), select.getExpression());
        String type = lockType(receiver);
        boolean takes = switch (select.getIdentifier().toString()) {
            case "lock", "lockInterruptibly", "tryLock" -> true;
            case "writeLock", "readLock", "tryOptimisticRead", "tryWriteLock", "tryReadLock", "writeLockInterruptibly", "readLockInterruptibly" ->
                type.equals("StampedLock");
            default -> false;
        };
        boolean gives = switch (select.getIdentifier().toString()) {
            case "unlock", "unlockRead", "unlockWrite" -> true;
            default -> false;
        };
        return (takes || gives) && !type.isEmpty() ? key(receiver).map(key -> new Change(key, takes)) : Optional.empty();
    }

    /** The simple name of the lock class that an expression has; empty if it is no lock of the JDK. */
    private String lockType(TreePath expression) {
        return reach.library().elementOf(reach.index().trees().getTypeMirror(expression))
                .filter(type -> type.getQualifiedName().toString().startsWith("java.util.concurrent.locks."))
                .map(type -> type.getSimpleName().toString()).orElse("");
    }

    /** The lock that an expression names, if it is a path of fields, variables and getters. The views of a read-write lock are one lock. */
    Optional<LockKey> key(TreePath expression) {
        List<Object> path = new ArrayList<>();
        return append(Shapes.bare(expression), path) ? Optional.of(new LockKey(path)) : Optional.empty();
    }

    private boolean append(TreePath path, List<Object> found) {
        Element element = reach.index().trees().getElement(path);
        if (path.getLeaf() instanceof MethodInvocationTree call) {
            return appendCall(path, call, element, found);
        }
        if (path.getLeaf() instanceof MemberSelectTree select) {
            TreePath holder = Shapes.bare(new TreePath(path, select.getExpression()));
            if (select.getIdentifier().contentEquals("class")) {
                found.add(reach.index().trees().getElement(holder));
                return found.add("class");
            }
            if (select.getIdentifier().contentEquals("this")) {
                return found.add(reach.index().trees().getElement(holder));
            }
            if (element instanceof VariableElement field && field.getModifiers().contains(Modifier.STATIC) || isThis(holder)) {
                return appendField(element, found);
            }
            return append(holder, found) && found.add(element);
        }
        if (path.getLeaf() instanceof IdentifierTree name && element != null) {
            if (name.getName().contentEquals("this")) {
                return found.add(reach.program().types().asElement(((VariableElement) element).asType()));
            }
            return appendField(element, found);
        }
        return false;
    }

    /** A final field that holds one view of a read-write lock stands for that lock. */
    private boolean appendField(Element element, List<Object> found) {
        Optional<TreePath> viewed = viewedLock(element);
        if (viewed.isPresent()) {
            return append(Shapes.bare(viewed.get()), found);
        }
        if (element.getKind() == ElementKind.FIELD && !element.getModifiers().contains(Modifier.STATIC)) {
            found.add(element.getEnclosingElement());
        }
        return found.add(element);
    }

    private Optional<TreePath> viewedLock(Element element) {
        if (!(element instanceof VariableElement field) || !field.getModifiers().contains(Modifier.FINAL)) {
            return Optional.empty();
        }
        List<TreePath> given = reach.index().given(field);
        if (given.size() != 1 || !(Shapes.bare(given.get(0)).getLeaf() instanceof MethodInvocationTree call) || !isView(Library.nameOf(call))) {
            return Optional.empty();
        }
        return Optional.ofNullable(Shapes.holder(new TreePath(Shapes.bare(given.get(0)), call.getMethodSelect())));
    }

    private static boolean isView(CharSequence name) {
        return switch (name.toString()) {
            case "readLock", "writeLock", "asReadLock", "asWriteLock" -> true;
            default -> false;
        };
    }

    private boolean appendCall(TreePath path, MethodInvocationTree call, Element element, List<Object> found) {
        if (!(element instanceof ExecutableElement method) || !call.getArguments().isEmpty()) {
            return false;
        }
        TreePath holder = Shapes.holder(new TreePath(path, call.getMethodSelect()));
        if (holder != null && isView(method.getSimpleName())) {
            return append(Shapes.bare(holder), found);
        }
        if (holder == null || isThis(Shapes.bare(holder))) {
            found.add(method.getEnclosingElement());
            return found.add(method);
        }
        return append(Shapes.bare(holder), found) && found.add(method);
    }

    private static boolean isThis(TreePath path) {
        return path.getLeaf() instanceof IdentifierTree name && (name.getName().contentEquals("this") || name.getName().contentEquals("super"));
    }
}
