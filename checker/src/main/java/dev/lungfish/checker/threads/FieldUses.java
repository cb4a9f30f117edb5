package dev.lungfish.checker.threads;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Where the program uses an instance field, and whether one lock is held at all these places. Confined to the compiler's thread. */
final class FieldUses {
    private static final Set<Tree.Kind> STEPS = Set.of(Tree.Kind.PREFIX_INCREMENT, Tree.Kind.PREFIX_DECREMENT, Tree.Kind.POSTFIX_INCREMENT,
            Tree.Kind.POSTFIX_DECREMENT);

    private final ThreadReach reach;
    private final HeldLocks locks;
    private final LockNames names;
    /** The places that name fields, file by file; a file is read when it is asked about first. */
    private final Map<CompilationUnitTree, Map<VariableElement, List<TreePath>>> named = new IdentityHashMap<>();

    FieldUses(ThreadReach reach, HeldLocks locks) {
        this.reach = reach;
        this.locks = locks;
        this.names = new LockNames(reach);
    }

    /**
     * Whether every access outside constructors and initialisers is made while one and the same lock of the object, or one static lock, is
     * held. A field that is not used at all is not guarded.
     */
    boolean isGuardedEverywhere(VariableElement field) {
        List<Use> uses = shared(field);
        return !uses.isEmpty() && !common(uses).isEmpty();
    }

    /** A use outside constructors, and the locks of the object, or static ones, that are held there. */
    record Use(TreePath at, boolean isWrite, Set<LockKey> held) {
    }

    /** The lock under which all writes happen, and a use that does not hold it. */
    record Forgotten(LockKey lock, TreePath use) {
    }

    /** Whether somebody forgot the lock that guards each write of the field. */
    Optional<Forgotten> forgotten(VariableElement field) {
        List<Use> uses = shared(field);
        List<Use> writes = uses.stream().filter(Use::isWrite).toList();
        return writes.isEmpty() ? Optional.empty() : common(writes).stream().min(Comparator.comparing(LockKey::shown)).flatMap(lock ->
                uses.stream().filter(use -> !use.held().contains(lock)).findFirst().map(use -> new Forgotten(lock, use.at())));
    }

    /** Whether a static constant is compared, and otherwise only passed to code that is not of this program. */
    boolean isMark(VariableElement field) {
        if (!field.getModifiers().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))) {
            return false;
        }
        List<TreePath> all = of(field, field.getModifiers().contains(Modifier.PRIVATE));
        return all.stream().anyMatch(Shapes::isIdentityUse) && all.stream().allMatch(use -> Shapes.isIdentityUse(use) || isPassedOut(use));
    }

    /**
     * Whether a private field of a class of threads is touched by nobody but the thread that its object is, once that has been started: every
     * use is in a constructor, or in code that only runs of this class reach, on their own object. No thread starts twice.
     */
    boolean belongsToItsThread(VariableElement field) {
        return field.getModifiers().contains(Modifier.PRIVATE) && !field.getModifiers().contains(Modifier.STATIC) && of(field, true).stream()
                .allMatch(use -> reach.bodyAround(use).filter(body -> isConstructing(body, field) || Shapes.isThroughThis(use) && runsOnlyIn(body, field)).isPresent());
    }

    private boolean runsOnlyIn(Body body, VariableElement field) {
        List<ThreadStart> starts = reach.startsOf(body);
        return !starts.isEmpty() && !reach.isReachedFromOutside(body) && isCalledOnThis(body, new HashSet<>())
                && starts.stream().allMatch(start -> start.body().kind() == Body.Kind.METHOD && start.body().type().equals(field.getEnclosingElement()));
    }

    /** Whether a field is used on the thread whose code this is: each thread is an object of its own. */
    boolean isOfOwnThread(TreePath use, Body body, ThreadStart start) {
        return Shapes.isThroughThis(use) && start.body().kind() == Body.Kind.METHOD && isThread(start.body().type()) && isCalledOnThis(body, new HashSet<>());
    }

    private boolean isThread(TypeElement type) {
        return reach.program().types().isSubtype(type.asType(), reach.program().elements().getTypeElement("java.lang.Thread").asType());
    }

    /** Whether all calls on the way to a body are made on the object that makes them, so that it stays the same. */
    private boolean isCalledOnThis(Body body, Set<Body> seen) {
        return !seen.add(body) || reach.stepsTo(body).stream().allMatch(step -> isOnThis(step) && isCalledOnThis(step.from(), seen));
    }

    private static boolean isOnThis(ThreadReach.Hop step) {
        Tree at = step.at().getLeaf();
        return at == step.to().path().getLeaf() || at instanceof MethodInvocationTree call && Shapes.isThroughThis(new TreePath(step.at(), call.getMethodSelect()));
    }

    private boolean isPassedOut(TreePath use) {
        return Shapes.isArgument(use) && reach.program().trees().getElement(use.getParentPath()) instanceof ExecutableElement called
                && reach.program().index().declaration(called) == null;
    }

    private static Set<LockKey> common(List<Use> uses) {
        Set<LockKey> common = new HashSet<>(uses.get(0).held());
        uses.forEach(use -> common.retainAll(use.held()));
        return common;
    }

    private List<Use> shared(VariableElement field) {
        List<Use> uses = new ArrayList<>();
        for (TreePath use : of(field, field.getModifiers().contains(Modifier.PRIVATE))) {
            Optional<Body> body = reach.bodyAround(use);
            boolean isIdentity = field.getModifiers().contains(Modifier.FINAL) && !field.asType().getKind().isPrimitive() && Shapes.isIdentityUse(use);
            if (isIdentity || body.isEmpty() || isConstructing(body.get(), field)) {
                continue;
            }
            uses.add(new Use(use, isWrite(use), names.seenByOwner(use, field, locks.at(use, body.get()))));
        }
        return uses;
    }

    static boolean isWrite(TreePath use) {
        TreePath whole = use;
        while (whole.getParentPath().getLeaf() instanceof ParenthesizedTree) {
            whole = whole.getParentPath();
        }
        Tree around = whole.getParentPath().getLeaf();
        return around instanceof AssignmentTree assignment && assignment.getVariable() == whole.getLeaf()
                || around instanceof CompoundAssignmentTree compound && compound.getVariable() == whole.getLeaf()
                || around instanceof UnaryTree step && STEPS.contains(step.getKind());
    }

    /** An access in the field's own file outside of constructors, in code that is called from outside and that no task runs, with no lock held. */
    Optional<TreePath> touchedUnlocked(VariableElement field, Predicate<TreePath> ordered) {
        for (TreePath use : of(field, true)) {
            Optional<Body> body = reach.bodyAround(use);
            if (!ordered.test(use) && body.isPresent() && !isConstructing(body.get(), field) && !Shapes.isIdentityUse(use)
                    && reach.isReachedFromOutside(body.get()) && reach.startsOf(body.get()).isEmpty() && locks.at(use, body.get()).isEmpty()) {
                return Optional.of(use);
            }
        }
        return Optional.empty();
    }

    static boolean isConstructing(Body body, VariableElement field) {
        return body.kind() == Body.Kind.INSTANCE_INIT
                || body.member().getKind() == ElementKind.CONSTRUCTOR && body.kind() == Body.Kind.METHOD
                && body.member().getEnclosingElement().equals(field.getEnclosingElement());
    }

    /** All places that name the field, in the whole program or in the file that declares it. */
    List<TreePath> of(VariableElement field, boolean ownFileOnly) {
        Program program = reach.program();
        List<TreePath> found = new ArrayList<>();
        TreePath declaration = program.index().path(field);
        for (CompilationUnitTree unit : program.units()) {
            if (ownFileOnly && declaration != null && declaration.getCompilationUnit() != unit) {
                continue;
            }
            found.addAll(named.computeIfAbsent(unit, this::usesIn).getOrDefault(field, List.of()));
        }
        return found;
    }

    private Map<VariableElement, List<TreePath>> usesIn(CompilationUnitTree unit) {
        Map<VariableElement, List<TreePath>> found = new HashMap<>();
        new NamedVariables(reach.program().trees(), (variable, at) -> {
            if (variable.getKind().isField()) {
                found.computeIfAbsent(variable, field -> new ArrayList<>()).add(at);
            }
        }).scan(unit, null);
        return found;
    }
}
