package dev.lungfish.checker.threads;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.RunKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Whether a program starts anything at all. Looks at names first, and stops at the first start: most programs without threads are through
 * after a look at the names of the methods they call.
 */
final class StartScan extends TreePathScanner<Void, Void> {
    private final Program program;
    private final Library library;
    private final Map<ExecutableElement, Boolean> known = new HashMap<>();
    private boolean found;

    StartScan(Program program, Library library) {
        this.program = program;
        this.library = library;
    }

    boolean find() {
        for (CompilationUnitTree unit : program.units()) {
            if (!found) {
                scan(unit, null);
            }
        }
        return found;
    }

    @Override
    public Void scan(com.sun.source.tree.Tree tree, Void unused) {
        return found ? null : super.scan(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        if (library.isTriggerName(Library.nameOf(tree)) && program.trees().getElement(getCurrentPath()) instanceof ExecutableElement method) {
            call(method);
        }
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
        if (!tree.getArguments().isEmpty() && program.trees().getElement(getCurrentPath()) instanceof ExecutableElement constructor) {
            call(constructor);
        }
        return super.visitNewClass(tree, null);
    }

    private void call(ExecutableElement method) {
        Body nowhere = new Body(Body.Kind.METHOD, getCurrentPath(), method.getEnclosingElement());
        found |= known.computeIfAbsent(method, m -> starts(library.modelOf(new Call(getCurrentPath(), m, nowhere))));
    }

    private static boolean starts(Optional<MethodModel> model) {
        return model.isPresent() && (model.get().all(Effect.Runs.class).stream().anyMatch(runs -> isElsewhere(runs.kind()))
                || model.get().has(Effect.Parallel.class) || Library.startsReceiver(model.get()));
    }

    private static boolean isElsewhere(RunKind kind) {
        return kind == RunKind.TASK || kind == RunKind.ORDERED || kind == RunKind.PARALLEL || kind == RunKind.CONFINED;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
        if (tree.getExtendsClause() != null || !tree.getImplementsClause().isEmpty() || tree.getSimpleName().length() == 0) {
            for (var member : tree.getMembers()) {
                if (member instanceof MethodTree method && !method.getModifiers().getFlags().contains(Modifier.STATIC)
                        && program.trees().getElement(new com.sun.source.util.TreePath(getCurrentPath(), method)) instanceof ExecutableElement element) {
                    found |= isEntry(library.entryModel(element));
                }
            }
        }
        return super.visitClass(tree, null);
    }

    private static boolean isEntry(Optional<MethodModel> model) {
        return model.isPresent() && (model.get().has(Effect.OffThread.class) || model.get().has(Effect.OnlyOn.class)
                || model.get().all(Effect.Entry.class).stream().anyMatch(e -> e.kind() == RunKind.PARALLEL || e.kind() == RunKind.ORDERED));
    }
}
