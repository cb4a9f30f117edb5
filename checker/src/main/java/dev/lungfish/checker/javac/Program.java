package dev.lungfish.checker.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
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
    private final TreeIndex index;
    private final Survey survey;
    private final Members members = new Members();
    private ResourceFinder resources;

    /** A file of another compilation. */
    public interface Resource {
        /**
         * Its content.
         *
         * @throws IOException if it cannot be read
         */
        String text() throws IOException;

        /** For messages: the name of its jar or folder, without a path, and its place in there. */
        String name();

        /** What it lies in: the same for all files of one jar or folder. */
        String container();
    }

    /** Finds files that other compilations left beside their classes. */
    public interface ResourceFinder {
        /** The file with this path in the place from which the class was read, if there is one. */
        Optional<Resource> find(TypeElement beside, String path);
    }

    /**
     * @param environment the compiler's own processing environment (not a build tool's wrapper)
     * @param trees the tree utilities of the same compiler
     * @param units the attributed compilation units, in a fixed order
     */
    public Program(ProcessingEnvironment environment, Trees trees, List<? extends CompilationUnitTree> units) {
        this.environment = environment;
        this.trees = trees;
        this.units = List.copyOf(units);
        this.index = new TreeIndex(trees, this.units);
        this.survey = new Survey(this.units);
    }

    public ProcessingEnvironment environment() {
        return environment;
    }

    public Trees trees() {
        return trees;
    }

    /** Where trees stand, and what declares an element: to be preferred to {@link #trees()}, which walks the file each time. */
    public TreeIndex index() {
        return index;
    }

    /** What stands in each file, by kind: to be asked before all trees are walked over. */
    public Survey survey() {
        return survey;
    }

    /** The methods of classes by name. */
    public Members members() {
        return members;
    }

    public Elements elements() {
        return environment.getElementUtils();
    }

    public Types types() {
        return environment.getTypeUtils();
    }

    /** The files beside the classes of other compilations. */
    public ResourceFinder resources() {
        if (resources == null) {
            resources = new Resources(elements(), CompilerAccess.fileManagerOf(environment));
        }
        return resources;
    }

    public List<CompilationUnitTree> units() {
        return units;
    }

    /** The top-level classes of a unit. */
    public static List<ClassTree> topLevelClasses(CompilationUnitTree unit) {
        return unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).map(ClassTree.class::cast).toList();
    }
}
