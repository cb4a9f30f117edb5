package dev.lungfish.processor;

import com.sun.source.util.TaskEvent;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.residual.ResidualCheck;
import dev.lungfish.processor.weave.ClassContract;
import dev.lungfish.processor.weave.Plan;
import dev.lungfish.processor.weave.Weaver;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** Weaving as a part of one compilation: what the analysis left open is planned, and woven class by class as javac writes them. */
final class Weaving {
    private final JavacInternals javac;
    private final ProcessingEnvironment environment;
    private final Options options;
    private final Weaver weaver;
    private final Set<ResidualCheck> told = new TreeSet<>();

    Weaving(JavacInternals javac, ProcessingEnvironment environment, Options options) {
        this.javac = javac;
        this.environment = environment;
        this.options = options;
        this.weaver = new Weaver(javac.fileManager(), environment.getElementUtils());
    }

    /** To be called while the trees are as they were written. */
    void plan(Report report, Program program) {
        boolean checks = options.residual() == Options.Residual.INSERT;
        Plan plan = Plan.of(report.residuals(), program, checks, javac::positionOf);
        tellLost(plan.unplaced());
        int unseen = plan.withoutRuntime().size();
        if (unseen > 0) {
            ResidualCheck first = plan.withoutRuntime().get(0);
            note((unseen == 1 ? "a check that is due at run time is" : unseen + " checks that are due at run time are") + " not inserted (the first at "
                    + placeOf(first) + "): lungfish-runtime is not on the class path of this compilation, or not required by the module;"
                    + " add it, or say residual=report");
        }
        weaver.add(plan);
        if (options.contractsIn() == Options.ContractsIn.CLASSES) {
            addContracts(report);
        }
    }

    private void addContracts(Report report) {
        for (String name : report.classes()) {
            String contract = report.contracts().get(name);
            Set<String> restsOn = report.reliance().getOrDefault(name, new TreeMap<>()).keySet();
            if (contract != null || !restsOn.isEmpty()) {
                weaver.add(name, ClassContract.of(contract, restsOn));
            }
        }
    }

    /** To be called when javac has written a class. */
    void generated(TaskEvent event) {
        if (event.getTypeElement() == null || javac.errorCount() > 0) {
            return;
        }
        try {
            tellLost(weaver.written(event.getTypeElement(), event.getSourceFile()));
        } catch (IOException e) {
            // A class file that is half written, or lacks checks that were announced, must not look like a good one.
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR,
                    "Lungfish: cannot insert checks into class '" + event.getTypeElement() + "': " + e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            environment.getMessager().printMessage(Diagnostic.Kind.WARNING,
                    "internal failure of Lungfish, no check was inserted into class '" + event.getTypeElement() + "': " + Session.describe(e));
        }
    }

    private void tellLost(List<ResidualCheck> lost) {
        for (ResidualCheck check : lost) {
            if (told.add(check)) {
                note("no check is inserted at " + placeOf(check) + ": nothing in the class file shows for certain where the value is taken;"
                        + " put it into a variable, and the call on a line of its own");
            }
        }
    }

    private static String placeOf(ResidualCheck check) {
        return check.at().file() + ":" + check.at().line();
    }

    private void note(String text) {
        Messager messager = environment.getMessager();
        messager.printMessage(Diagnostic.Kind.NOTE, "Lungfish: " + text);
    }
}
