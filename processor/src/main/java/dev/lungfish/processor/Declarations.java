package dev.lungfish.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;

/** The annotated declarations of one compilation unit, by the stretch of text that each of them covers. */
final class Declarations {
    private final List<Annotated> annotated;

    private Declarations(List<Annotated> annotated) {
        this.annotated = annotated;
    }

    /**
     * An annotation on a declaration.
     *
     * @param name the simple name of the annotation
     * @param tree the annotation itself
     * @param element the declared thing, or null if the compiler does not know it
     * @param start offset of the declaration's first character
     * @param end offset behind its last one
     */
    record Annotated(String name, AnnotationTree tree, Element element, long start, long end) {
        boolean covers(int offset) {
            return start <= offset && offset < end;
        }

        long width() {
            return end - start;
        }
    }

    /** All annotated declarations of the unit, in source order. */
    static Declarations of(Trees trees, CompilationUnitTree unit) {
        List<Annotated> found = new ArrayList<>();
        SourcePositions positions = trees.getSourcePositions();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void nothing) {
                collect(tree, tree.getModifiers());
                return super.visitClass(tree, nothing);
            }

            @Override
            public Void visitMethod(MethodTree tree, Void nothing) {
                collect(tree, tree.getModifiers());
                return super.visitMethod(tree, nothing);
            }

            @Override
            public Void visitVariable(VariableTree tree, Void nothing) {
                collect(tree, tree.getModifiers());
                return super.visitVariable(tree, nothing);
            }

            @Override
            public Void visitModule(ModuleTree tree, Void nothing) {
                collect(tree, tree.getAnnotations());
                return null;
            }

            private void collect(Tree declaration, ModifiersTree modifiers) {
                collect(declaration, modifiers.getAnnotations());
            }

            private void collect(Tree declaration, List<? extends AnnotationTree> annotations) {
                for (AnnotationTree annotation : annotations) {
                    TreePath path = getCurrentPath();
                    found.add(new Annotated(simpleName(annotation), annotation, trees.getElement(path),
                            positions.getStartPosition(unit, declaration), positions.getEndPosition(unit, declaration)));
                }
            }
        }.scan(unit, null);
        return new Declarations(found);
    }

    /** Those with an annotation of this simple name. */
    List<Annotated> with(String annotation) {
        return annotated.stream().filter(a -> a.name().equals(annotation)).toList();
    }

    /** Those with an annotation of this simple name around the offset, the narrowest first. */
    List<Annotated> around(int offset, String annotation) {
        return annotated.stream().filter(a -> a.name().equals(annotation) && a.covers(offset))
                .sorted(Comparator.comparingLong(Annotated::width)).toList();
    }

    private static String simpleName(AnnotationTree annotation) {
        String name = annotation.getAnnotationType().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
