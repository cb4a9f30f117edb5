package dev.lungfish.checker.frozen;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
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

/** Where one source file declares its classes and members; and, looked up when first asked for, where it names fields and calls methods. */
final class UnitIndex {
    final Map<TypeElement, TreePath> classes = new LinkedHashMap<>();
    final Map<ExecutableElement, TreePath> methods = new LinkedHashMap<>();
    final Map<VariableElement, TreePath> fields = new LinkedHashMap<>();
    private final CompilationUnitTree unit;
    private final Trees trees;
    private Map<VariableElement, List<TreePath>> uses;
    private Map<ExecutableElement, List<TreePath>> calls;

    UnitIndex(CompilationUnitTree unit, List<TreePath> classes, Trees trees) {
        this.unit = unit;
        this.trees = trees;
        classes.forEach(this::declared);
    }

    private void declared(TreePath path) {
        if (trees.getElement(path) instanceof TypeElement type) {
            classes.put(type, path);
        }
        for (Tree tree : ((ClassTree) path.getLeaf()).getMembers()) {
            if (tree instanceof MethodTree || tree instanceof VariableTree) {
                TreePath member = new TreePath(path, tree);
                Element element = trees.getElement(member);
                if (element instanceof ExecutableElement method) {
                    methods.put(method, member);
                } else if (element instanceof VariableElement field) {
                    fields.put(field, member);
                }
            }
        }
    }

    /** Each place that names a field, in source order: the identifier or the member selection. */
    List<TreePath> uses(VariableElement field) {
        read();
        return uses.getOrDefault(field, List.of());
    }

    /** Each call, creation or reference of a private method or constructor, in source order. */
    List<TreePath> calls(ExecutableElement method) {
        read();
        return calls.getOrDefault(method, List.of());
    }

    private void read() {
        if (uses == null) {
            uses = new LinkedHashMap<>();
            calls = new LinkedHashMap<>();
            new Uses().scan(new TreePath(unit), null);
        }
    }

    private final class Uses extends TreePathScanner<Void, Void> {
        @Override
        public Void visitIdentifier(IdentifierTree tree, Void unused) {
            field();
            return super.visitIdentifier(tree, unused);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
            field();
            return super.visitMemberSelect(tree, unused);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void unused) {
            call();
            return super.visitNewClass(tree, unused);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            call();
            return super.visitMethodInvocation(tree, unused);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
            call();
            return super.visitMemberReference(tree, unused);
        }

        private void field() {
            Element element = trees.getElement(getCurrentPath());
            if (element instanceof VariableElement field && element.getKind() == ElementKind.FIELD) {
                uses.computeIfAbsent(field, f -> new ArrayList<>()).add(getCurrentPath());
            }
        }

        private void call() {
            Element element = trees.getElement(getCurrentPath());
            if (element instanceof ExecutableElement method && element.getModifiers().contains(Modifier.PRIVATE)) {
                calls.computeIfAbsent(method, m -> new ArrayList<>()).add(getCurrentPath());
            }
        }
    }
}
