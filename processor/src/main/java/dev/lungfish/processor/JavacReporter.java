package dev.lungfish.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.javac.Positions;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.rule.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * Says what a report holds through javac's own diagnostics, so that every build tool and IDE shows it. javac drops a second error at one
 * position and everything beyond its limits: positions are made distinct and limits raised, so that nothing is lost.
 */
final class JavacReporter {
    private final Program program;
    private final JavacInternals javac;
    private final Positions positions;
    private final Map<String, CompilationUnitTree> units = new HashMap<>();
    private final Set<SourcePoint> used = new HashSet<>();

    JavacReporter(Program program, JavacInternals javac) {
        this.program = program;
        this.javac = javac;
        this.positions = new Positions(program.trees());
        program.units().forEach(unit -> units.put(Positions.fileOf(unit), unit));
    }

    /** Prints all that counts. */
    void print(Report report) {
        List<Judged> reported = report.reported();
        javac.makeRoomFor(reported.size() + report.notices().size());
        for (Judged judged : reported) {
            Finding finding = judged.finding();
            print(kindOf(finding.level()), finding.at(), FindingText.message(finding));
        }
        for (Notice notice : report.notices()) {
            Diagnostic.Kind kind = notice.weight() == Notice.Weight.WARNING ? Diagnostic.Kind.WARNING : Diagnostic.Kind.NOTE;
            print(kind, notice.at(), notice.text());
        }
    }

    private void print(Diagnostic.Kind kind, SourcePoint at, String text) {
        CompilationUnitTree unit = units.get(at.file());
        if (unit == null || !at.isKnown()) {
            Messager messager = program.environment().getMessager();
            messager.printMessage(kind, at.isKnown() ? at.file() + ":" + at.line() + ": " + text : text);
        } else {
            program.trees().printMessage(kind, text, anchor(unit, at), unit);
        }
    }

    /** The tree of exactly that extent if javac's caret for it stands on the right line; else a tree of our own at the place itself. */
    private Tree anchor(CompilationUnitTree unit, SourcePoint at) {
        if (used.add(at)) {
            TreePath found = TreeAt.exactly(program.trees(), unit, at);
            if (found != null) {
                Tree exact = found.getLeaf();
                int preferred = javac.preferredPosition(exact);
                if (positions.lineOf(unit, preferred) == at.line() && used.add(placeOf(at, preferred))) {
                    return exact;
                }
            }
        }
        int offset = at.start();
        while (offset < at.end() && !used.add(placeOf(at, offset))) {
            offset++;
        }
        boolean sameLine = positions.lineOf(unit, offset) == at.line();
        return javac.anchorAt(sameLine ? offset : at.start());
    }

    private static SourcePoint placeOf(SourcePoint at, int offset) {
        return new SourcePoint(at.file(), 0, 0, 0, 0, offset, offset);
    }

    private static Diagnostic.Kind kindOf(Level level) {
        return switch (level) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
    }
}
