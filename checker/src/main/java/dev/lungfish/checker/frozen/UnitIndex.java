package dev.lungfish.checker.frozen;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Where one source file declares its classes and members, and where it names instance fields. Made by one pass, read-only afterwards. */
final class UnitIndex {
    final Map<TypeElement, TreePath> classes = new LinkedHashMap<>();
    final Map<ExecutableElement, TreePath> methods = new LinkedHashMap<>();
    final Map<VariableElement, TreePath> fields = new LinkedHashMap<>();
    /** Each place that names an instance field, in source order: the identifier or the member selection. */
    final Map<VariableElement, List<TreePath>> uses = new LinkedHashMap<>();

    UnitIndex(CompilationUnitTree unit, Trees trees) {
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void unused) {
                if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
                    classes.put(type, getCurrentPath());
                }
                return super.visitClass(tree, unused);
            }

            @Override
            public Void visitMethod(MethodTree tree, Void unused) {
                if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
                    methods.put(method, getCurrentPath());
                }
                return super.visitMethod(tree, unused);
            }

            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
                Element element = trees.getElement(getCurrentPath());
                if (element instanceof VariableElement field && (element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.ENUM_CONSTANT)) {
                    fields.put(field, getCurrentPath());
                }
                return super.visitVariable(tree, unused);
            }

            @Override
            public Void visitIdentifier(IdentifierTree tree, Void unused) {
                note();
                return super.visitIdentifier(tree, unused);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
                note();
                return super.visitMemberSelect(tree, unused);
            }

            private void note() {
                if (trees.getElement(getCurrentPath()) instanceof VariableElement field && field.getKind() == ElementKind.FIELD
                        && !field.getModifiers().contains(Modifier.STATIC)) {
                    uses.computeIfAbsent(field, f -> new ArrayList<>()).add(getCurrentPath());
                }
            }
        }.scan(new TreePath(unit), null);
    }
}
