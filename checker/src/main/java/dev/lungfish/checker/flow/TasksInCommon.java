package dev.lungfish.checker.flow;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.RunKind;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Portion;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * What the tasks of one collection have in common, where all of them are run at the same time: local variables that two of them captured, or one that
 * was made in each round of a loop, and that one of them changes. Goes by the names of variables in the body that fills the collection; of tasks
 * that come from elsewhere nothing is said here.
 */
final class TasksInCommon {
    private static final Set<String> FILLING = Set.of("add", "addFirst", "addLast", "offer", "push");
    private static final Set<String> MAKING = Set.of("of", "asList", "nCopies", "singletonList", "singleton");
    private static final String COPIES = "nCopies";
    private static final int DEEPEST = 4;

    private final World world;
    private final Body body;
    private final Translator translator;
    private final ElementTable elements;
    private final SerialExecutors serial;
    private Map<VariableElement, List<Task>> filled;

    /** Code that is in a collection as a task; the rest as of a {@link Member}. */
    private record Task(LambdaExpressionTree code, VariableElement in, Tree place, boolean isMany) {
    }

    /**
     * A task in a collection.
     *
     * @param in the collection's variable, or null if it has no name
     * @param place where it is put there
     * @param isMany whether it is put there several times at once
     */
    private record Member(Closure closure, VariableElement in, Tree place, boolean isMany) {
    }

    TasksInCommon(World world, Body body, Translator translator, ElementTable elements, SerialExecutors serial) {
        this.world = world;
        this.body = body;
        this.translator = translator;
        this.elements = elements;
        this.serial = serial;
    }

    /** The members of the collection run now, all at the same time. */
    void check(Tree collection, Lowered out) {
        List<Member> members = membersOf(collection);
        for (int i = 0; i < members.size(); i++) {
            Member one = members.get(i);
            for (VariableElement variable : Captures.of(one.closure().tree())) {
                int element = elements.local(variable);
                boolean meetsItself = isMany(one, variable) && meets(one, one, element);
                if (meetsItself || members.subList(0, i).stream().anyMatch(other -> meets(one, other, element))) {
                    Site site = translator.site(one.closure().tree(), element, "step.captured").at(one.closure().at(), element);
                    out.add(new RegionOp.ParallelWrite(element, true, site));
                }
            }
        }
    }

    /** Whether what a function is given runs in another thread from then on: it starts or executes it, and does not only pass it on. */
    boolean startsEach(Tree function) {
        boolean[] starts = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                ExecutableElement called = TreeUtils.elementFromUse(call);
                starts[0] |= startsAtOnce(called, TreeUtils.getReceiverTree(call));
                return super.visitMethodInvocation(call, null);
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
                ExecutableElement called = (ExecutableElement) TreeUtils.elementFromUse(reference);
                starts[0] |= startsAtOnce(called, reference.getQualifierExpression());
                return super.visitMemberReference(reference, null);
            }
        }.scan(function, null);
        return starts[0];
    }

    private boolean startsAtOnce(ExecutableElement called, ExpressionTree receiver) {
        return world.model(called, Receivers.typeOf(called, receiver, world)).filter(TasksInCommon::starts).isPresent()
                && serial.threadOf(receiver).isEmpty();
    }

    /** Whether the method runs something in another thread. */
    static boolean starts(MethodModel model) {
        return model.has(Effect.Lend.class) || model.all(Effect.Runs.class).stream().anyMatch(runs -> runs.kind() == RunKind.TASK);
    }

    /** Whether a run of one task and a run of another touch the same of what both captured, one of them to change it, and no lock orders them. */
    private static boolean meets(Member one, Member other, int element) {
        boolean touched = touches(one, element) && touches(other, element) && (changes(one, element) || changes(other, element));
        if (!touched || heldFor(one, element).stream().anyMatch(heldFor(other, element)::contains)) {
            return false;
        }
        Optional<Portion> places = portionOf(one, element);
        Optional<Portion> theirs = portionOf(other, element);
        boolean isSame = one == other && one.isMany();
        return isSame || places.isEmpty() || theirs.isEmpty() || !places.get().isApartFrom(theirs.get());
    }

    private static Optional<Integer> formalOf(Member member, int element) {
        return member.closure().captured().entrySet().stream().filter(entry -> entry.getValue() == element).map(Map.Entry::getKey).findFirst();
    }

    private static boolean touches(Member member, int element) {
        return formalOf(member, element).filter(formal -> member.closure().summary().use(formal).compareTo(Access.IDENTITY) > 0).isPresent();
    }

    private static boolean changes(Member member, int element) {
        return formalOf(member, element).filter(formal -> member.closure().summary().use(formal) == Access.WRITE).isPresent();
    }

    private static SortedSet<RegionKey> heldFor(Member member, int element) {
        return formalOf(member, element).map(formal -> member.closure().summary().touches().of(formal).held()).orElseGet(TreeSet::new);
    }

    private static Optional<Portion> portionOf(Member member, int element) {
        return formalOf(member, element).map(member.closure().portions()::get);
    }

    /** Whether several of the tasks that this expression makes are in the collection and have the same value of the variable. */
    private boolean isMany(Member member, VariableElement variable) {
        if (member.isMany()) {
            return true;
        }
        Set<Tree> around = new HashSet<>(around(variable));
        around.addAll(member.in() == null ? List.of() : around(member.in()));
        for (TreePath at = pathOf(member.place()); at != null && at.getLeaf() != body.code(); at = at.getParentPath()) {
            if (Loops.isLoop(at.getLeaf()) && !around.contains(at.getLeaf())) {
                return true;
            }
        }
        return false;
    }

    private List<Tree> around(VariableElement variable) {
        List<Tree> all = new ArrayList<>();
        for (TreePath at = world.program().index().path(variable); at != null; at = at.getParentPath()) {
            all.add(at.getLeaf());
        }
        return all;
    }

    private TreePath pathOf(Tree tree) {
        return world.program().index().path(body.unit(), tree);
    }

    /** What the tasks of a collection captured: it counts as used wherever the collection is, or its element in a loop. */
    Set<Integer> capturedIn(Node node) {
        if (node instanceof LocalVariableNode local) {
            return filled().isEmpty() ? Set.of() : captured(filled().getOrDefault(local.getElement(), walkedBy(node).map(this::tasksOf).orElse(List.of())));
        }
        return node.getTree() instanceof MethodInvocationTree making ? captured(madeBy(making, null)) : Set.of();
    }

    /** The collection of which a loop has this variable as its element. */
    Optional<Tree> walkedBy(Node element) {
        TreePath declared = element instanceof LocalVariableNode local ? world.program().index().path(local.getElement()) : null;
        return declared != null && declared.getParentPath().getLeaf() instanceof EnhancedForLoopTree loop ? Optional.of(loop.getExpression()) : Optional.empty();
    }

    private Set<Integer> captured(List<Task> tasks) {
        Set<Integer> captured = new HashSet<>();
        tasks.forEach(task -> Captures.of(task.code()).forEach(variable -> captured.add(elements.local(variable))));
        return captured;
    }

    private List<Member> membersOf(Tree collection) {
        List<Member> members = new ArrayList<>();
        for (Task task : tasksOf(collection)) {
            translator.closures().made(task.code()).ifPresent(closure -> members.add(new Member(closure, task.in(), task.place(), task.isMany())));
        }
        return members;
    }

    private List<Task> tasksOf(Tree collection) {
        if (collection instanceof MethodInvocationTree making) {
            return madeBy(making, null);
        } else if (collection instanceof IdentifierTree && TreeUtils.elementFromTree(collection) instanceof VariableElement variable
                && Captures.isLocal(variable) && ElementUtils.isEffectivelyFinal(variable)) {
            return filled().getOrDefault(variable, List.of());
        }
        return List.of();
    }

    private List<Task> madeBy(MethodInvocationTree making, VariableElement in) {
        String name = TreeUtils.elementFromUse(making).getSimpleName().toString();
        if (!MAKING.contains(name)) {
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        making.getArguments().forEach(task -> codeOf(task, 0).ifPresent(code -> tasks.add(new Task(code, in, making, name.equals(COPIES)))));
        return tasks;
    }

    /** The tasks that this body puts into variables. */
    private Map<VariableElement, List<Task>> filled() {
        if (filled == null) {
            filled = new HashMap<>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree declared, Void unused) {
                    if (declared.getInitializer() instanceof MethodInvocationTree making) {
                        VariableElement variable = TreeUtils.elementFromDeclaration(declared);
                        madeBy(making, variable).forEach(task -> put(variable, task));
                    }
                    return super.visitVariable(declared, null);
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                    if (TreeUtils.getReceiverTree(call) instanceof IdentifierTree receiver && TreeUtils.elementFromUse(receiver) instanceof VariableElement variable
                            && FILLING.contains(TreeUtils.elementFromUse(call).getSimpleName().toString())) {
                        call.getArguments().forEach(task -> codeOf(task, 0).ifPresent(code -> put(variable, new Task(code, variable, call, false))));
                    }
                    return super.visitMethodInvocation(call, null);
                }
            }.scan(body.code(), null);
        }
        return filled;
    }

    private void put(VariableElement collection, Task task) {
        filled.computeIfAbsent(collection, c -> new ArrayList<>()).add(task);
    }

    /** The code that a task runs: a lambda, or what a new thread or other wrapper of a library was given. */
    private Optional<LambdaExpressionTree> codeOf(ExpressionTree task, int depth) {
        ExpressionTree bare = TreeUtils.withoutParens(task);
        if (depth > DEEPEST) {
            return Optional.empty();
        } else if (bare instanceof TypeCastTree cast) {
            return codeOf(cast.getExpression(), depth + 1);
        } else if (bare instanceof LambdaExpressionTree lambda) {
            return Optional.of(lambda);
        } else if (bare instanceof NewClassTree made && made.getClassBody() == null && !made.getArguments().isEmpty()) {
            boolean isRun = translator.touches().isRunBy(TreeUtils.elementFromUse(made), 0);
            return isRun ? codeOf(made.getArguments().get(0), depth + 1) : Optional.empty();
        } else if (bare instanceof IdentifierTree && TreeUtils.elementFromTree(bare) instanceof VariableElement variable && Captures.isLocal(variable)
                && ElementUtils.isEffectivelyFinal(variable) && world.program().index().declaration(variable) instanceof VariableTree declared
                && declared.getInitializer() != null) {
            return codeOf(declared.getInitializer(), depth + 1);
        }
        return Optional.empty();
    }
}
