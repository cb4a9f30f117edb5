package dev.lungfish.checker.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Where trees stand and what declares an element. javac answers both by walking the file anew for each question, which makes a class of many methods
 * expensive; here one walk of a method or field answers all questions about it. What this does not know is asked of javac. Confined to the compiler's thread.
 */
public final class TreeIndex {
    /** So many members are remembered with all that stands in them. */
    private static final int REMEMBERED = 64;

    private final Trees trees;
    private final List<CompilationUnitTree> units;
    /** Classes, and the methods, fields and initialisers in them, by where they begin. */
    private final Map<CompilationUnitTree, NavigableMap<Long, TreePath>> members = new IdentityHashMap<>();
    private final Map<Element, TreePath> declared = new HashMap<>();
    private final Map<Tree, Code> codes = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tree, Code> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** All that stands in a method, field or initialiser. */
    private record Code(Map<Tree, TreePath> paths, Map<Element, TreePath> declared) {
    }

    TreeIndex(Trees trees, List<CompilationUnitTree> units) {
        this.trees = trees;
        this.units = units;
    }

    /** The path to a tree, or null if the unit does not have it. */
    public TreePath path(CompilationUnitTree unit, Tree tree) {
        NavigableMap<Long, TreePath> inUnit = members().get(unit);
        Map.Entry<Long, TreePath> entry = inUnit == null ? null : inUnit.floorEntry(trees.getSourcePositions().getStartPosition(unit, tree));
        TreePath member = entry == null ? null : entry.getValue();
        if (member != null && member.getLeaf() == tree) {
            return member;
        }
        TreePath found = member == null || member.getLeaf() instanceof ClassTree ? null : codeOf(member).paths().get(tree);
        return found == null ? trees.getPath(unit, tree) : found;
    }

    /** The path to what declares an element of this compilation, or null. */
    public TreePath path(Element element) {
        Element around = element;
        while (around != null && !members().isEmpty() && !declared.containsKey(around)) {
            around = around.getEnclosingElement();
        }
        TreePath member = around == null ? null : declared.get(around);
        if (member != null && around == element) {
            return member;
        }
        TreePath found = member == null || member.getLeaf() instanceof ClassTree ? null : codeOf(member).declared().get(element);
        return found == null ? trees.getPath(element) : found;
    }

    /** What declares an element of this compilation, or null. */
    public Tree declaration(Element element) {
        TreePath path = path(element);
        return path == null ? null : path.getLeaf();
    }

    /** The source of a method or constructor of this compilation, or null. */
    public MethodTree declaration(ExecutableElement method) {
        return declaration((Element) method) instanceof MethodTree tree ? tree : null;
    }

    /** The source of a class of this compilation, or null. */
    public ClassTree declaration(TypeElement type) {
        return declaration((Element) type) instanceof ClassTree tree ? tree : null;
    }

    private Map<CompilationUnitTree, NavigableMap<Long, TreePath>> members() {
        if (members.isEmpty()) {
            for (CompilationUnitTree unit : units) {
                members.put(unit, new TreeMap<>());
                TreePath path = new TreePath(unit);
                Program.topLevelClasses(unit).forEach(type -> enter(new TreePath(path, type)));
            }
        }
        return members;
    }

    private void enter(TreePath path) {
        CompilationUnitTree unit = path.getCompilationUnit();
        members.get(unit).putIfAbsent(trees.getSourcePositions().getStartPosition(unit, path.getLeaf()), path);
        declare(path, declared);
        if (path.getLeaf() instanceof ClassTree type) {
            type.getMembers().forEach(member -> enter(new TreePath(path, member)));
        }
    }

    private void declare(TreePath path, Map<Element, TreePath> into) {
        Tree tree = path.getLeaf();
        Element element = tree instanceof ClassTree || tree instanceof MethodTree || tree instanceof VariableTree ? trees.getElement(path) : null;
        if (element != null) {
            into.putIfAbsent(element, path);
        }
    }

    private Code codeOf(TreePath member) {
        Code known = codes.get(member.getLeaf());
        if (known == null) {
            known = read(member);
            codes.put(member.getLeaf(), known);
        }
        return known;
    }

    private Code read(TreePath member) {
        Code code = new Code(new IdentityHashMap<>(), new HashMap<>());
        member.getLeaf().accept(new TreeScanner<Void, TreePath>() {
            @Override
            public Void scan(Tree tree, TreePath around) {
                if (tree != null) {
                    TreePath path = new TreePath(around, tree);
                    code.paths().putIfAbsent(tree, path);
                    declare(path, code.declared());
                    tree.accept(this, path);
                }
                return null;
            }
        }, member);
        return code;
    }
}
