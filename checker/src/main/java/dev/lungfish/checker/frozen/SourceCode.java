package dev.lungfish.checker.frozen;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** The trees of declarations in this compilation; files are looked through when first asked about. */
public final class SourceCode {
    private final Program program;
    private final Trees trees;
    private Map<Element, CompilationUnitTree> units;
    private final Map<CompilationUnitTree, UnitIndex> indexes = new HashMap<>();
    private Map<TypeElement, List<TypeElement>> subclasses;

    public SourceCode(Program program) {
        this.program = program;
        this.trees = program.trees();
    }

    /** The class's tree, if it is part of this compilation. */
    public Optional<TreePath> classPath(TypeElement type) {
        return index(type).map(index -> index.classes.get(type));
    }

    /** The method's tree, if it is part of this compilation. */
    public Optional<TreePath> methodPath(ExecutableElement method) {
        return index(method).map(index -> index.methods.get(method));
    }

    /** The field's tree, if it is part of this compilation. */
    public Optional<TreePath> fieldPath(VariableElement field) {
        return index(field).map(index -> index.fields.get(field));
    }

    /** Each place in the field's own file that names it. */
    public List<TreePath> uses(VariableElement field) {
        return index(field).map(index -> index.uses(field)).orElse(List.of());
    }

    /** Each call, creation or reference of a private method or constructor: all that there can be. */
    List<TreePath> calls(ExecutableElement method) {
        return index(method).map(index -> index.calls(method)).orElse(List.of());
    }

    /** The direct subclasses that this compilation declares, anonymous and local ones included. */
    public List<TypeElement> subclasses(TypeElement type) {
        if (subclasses == null) {
            subclasses = new LinkedHashMap<>();
            for (CompilationUnitTree unit : program.units()) {
                for (TypeElement each : indexOf(unit).classes.keySet()) {
                    program.types().directSupertypes(each.asType()).forEach(supertype -> {
                        if (supertype instanceof DeclaredType declared && declared.asElement() instanceof TypeElement superclass) {
                            subclasses.computeIfAbsent(superclass, s -> new ArrayList<>()).add(each);
                        }
                    });
                }
            }
        }
        return subclasses.getOrDefault(type, List.of());
    }

    private Optional<UnitIndex> index(Element element) {
        CompilationUnitTree unit = units().get(topLevel(element));
        return unit == null ? Optional.empty() : Optional.of(indexOf(unit));
    }

    private UnitIndex indexOf(CompilationUnitTree unit) {
        return indexes.computeIfAbsent(unit, u -> new UnitIndex(u, program.survey().classesOf(u), trees));
    }

    private Map<Element, CompilationUnitTree> units() {
        if (units == null) {
            units = new LinkedHashMap<>();
            for (CompilationUnitTree unit : program.units()) {
                TreePath root = new TreePath(unit);
                for (ClassTree tree : Program.topLevelClasses(unit)) {
                    units.put(trees.getElement(new TreePath(root, tree)), unit);
                }
            }
        }
        return units;
    }

    private static Element topLevel(Element element) {
        Element at = element;
        while (at.getEnclosingElement() != null && at.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            at = at.getEnclosingElement();
        }
        return at;
    }
}
