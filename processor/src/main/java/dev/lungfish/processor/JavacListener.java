package dev.lungfish.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Waits until javac has attributed every class, then lets the session examine them. With the simple compile policy all classes are
 * attributed before the first one is desugared, so the moment has come when as many analyses have finished as have started. Errors reported
 * then keep javac from writing class files.
 */
final class JavacListener implements TaskListener {
    private final JavacTask task;
    private final JavacInternals javac;
    private final ProcessingEnvironment environment;
    private final Filer filer;
    private final Session session;
    private final Weaving weaving;

    private final List<CompilationUnitTree> pending = new ArrayList<>();
    private final Set<CompilationUnitTree> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int started;
    private int finished;
    private boolean examined;

    /**
     * Listens to one compilation.
     *
     * @param environment javac's own
     * @param filer through which outputs go: the build tool's, if it has one
     */
    JavacListener(JavacTask task, JavacInternals javac, ProcessingEnvironment environment, Filer filer, Session session) {
        this.task = task;
        this.javac = javac;
        this.environment = environment;
        this.filer = filer;
        this.session = session;
        this.weaving = new Weaving(javac, environment, session.options());
    }

    @Override
    public void started(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            comeBackAfterParsing();
        } else if (event.getKind() == TaskEvent.Kind.ANALYZE) {
            started++;
            CompilationUnitTree unit = event.getCompilationUnit();
            if (unit != null && seen.add(unit)) {
                pending.add(unit);
            }
        }
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE && ++finished == started) {
            examine();
        } else if (event.getKind() == TaskEvent.Kind.GENERATE) {
            weaving.generated(event);
        } else if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            conclude();
        }
    }

    /** While somebody listens, javac keeps and searches the comments of all sources, of which we read none. */
    private void comeBackAfterParsing() {
        try {
            javac.afterParsing(() -> task.addTaskListener(this));
            task.removeTaskListener(this);
        } catch (IllegalStateException e) {
            // Another javac: then it keeps the comments.
            return;
        }
    }

    /** After an error javac looks at no further class: then nothing was examined, and whoever waits for a report must learn it. */
    private void conclude() {
        if (javac.errorCount() == 0 || pending.isEmpty() && examined) {
            return;
        }
        if (started > 0) {
            environment.getMessager().printMessage(Diagnostic.Kind.NOTE, "Lungfish has not checked this compilation: it has errors of its own");
        }
        new ReportFiles(session.options()).writeIncomplete();
    }

    private void examine() {
        if (pending.isEmpty() || javac.errorCount() > 0) {
            return;
        }
        List<CompilationUnitTree> units = List.copyOf(pending);
        pending.clear();
        examined = true;
        try {
            units.forEach(javac::knowLines);
            Program program = new Program(environment, Trees.instance(task), units);
            Report report = session.examine(program);
            new JavacReporter(program, javac).print(report);
            weaving.plan(report, program);
            List<String> troubles = new ArrayList<>(new ReportFiles(session.options()).write(report));
            troubles.addAll(new ClassOutputs(program, filer, javac.fileManager()).write(report, session.options()));
            if (report.failure().isEmpty() && javac.fileManager().hasLocation(StandardLocation.CLASS_OUTPUT)) {
                troubles.addAll(new EarlierVerdicts(program, javac.fileManager(), report).outdated());
            }
            troubles.forEach(trouble -> environment.getMessager().printMessage(Diagnostic.Kind.WARNING, "Lungfish: " + trouble));
        } catch (RuntimeException | LinkageError e) {
            // Ours to mend, not the user's: the build goes on.
            environment.getMessager().printMessage(Diagnostic.Kind.WARNING, "internal failure of Lungfish: " + Session.describe(e));
        }
    }
}
