package dev.lungfish.checker.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * One attributed compilation: every class in {@code units} has passed javac's attribution and flow analysis, none has been desugared.
 * Valid only while the compiler that made it is alive; confined to the compiler's thread.
 */
public final class Program {
    private final ProcessingEnvironment environment;
    private final Trees trees;
    private final List<CompilationUnitTree> units;

    /**
     * @param environment the compiler's own processing environment (not a build tool's wrapper)
     * @param trees the tree utilities of the same compiler
     * @param units the attributed compilation units, in a fixed order
     */
    public Program(ProcessingEnvironment environment, Trees trees, List<? extends CompilationUnitTree> units) {
        this.environment = environment;
        this.trees = trees;
        this.units = List.copyOf(units);
    }

    public ProcessingEnvironment environment() {
        return environment;
    }

    public Trees trees() {
        return trees;
    }

    public Elements elements() {
        return environment.getElementUtils();
    }

    public Types types() {
        return environment.getTypeUtils();
    }

    public List<CompilationUnitTree> units() {
        return units;
    }

    /** The top-level classes of a unit. */
    public static List<ClassTree> topLevelClasses(CompilationUnitTree unit) {
        return unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).map(ClassTree.class::cast).toList();
    }
}
