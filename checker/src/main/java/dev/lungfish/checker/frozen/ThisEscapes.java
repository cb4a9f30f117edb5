package dev.lungfish.checker.frozen;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Where constructors let the object out before its last field is set. Storing it into its own fields lets nothing out. */
public final class ThisEscapes {
    /** How the object gets out. */
    public enum Way {
        /** As an argument. */
        PASSED,
        /** Into a field of another object, a static field or an array. */
        STORED,
        /** Inside a lambda, method reference or inner object that is passed or stored. */
        CAPTURED,
        /** Through a method that a subclass may override. */
        OVERRIDABLE,
        /** By the constructor of the superclass. */
        SUPERCLASS
    }

    /**
     * One place where the object gets out too early.
     *
     * @param name what lets it out: the called method, the place that it is stored in
     * @param field the field that is set last
     * @param set where that field is set; null if a record does it by itself
     */
    public record Escape(TreePath place, Way way, String name, VariableElement field, TreePath set) {
    }

    private record Set(VariableElement field, TreePath place, long end) {
    }

    private final Program program;
    private final SourceCode code;
    private final SourceFields fields;
    private final ThisUses uses;
    private final SourcePositions positions;
    private final Map<TypeElement, List<Escape>> found = new HashMap<>();

    ThisEscapes(Program program, SourceCode code, SourceFields fields, ThisUses uses) {
        this.program = program;
        this.code = code;
        this.fields = fields;
        this.uses = uses;
        this.positions = program.trees().getSourcePositions();
    }

    /** Whether some constructor of the class lets the object out too early; false for classes without source. */
    boolean letsThisOut(TypeElement type) {
        return !of(type).isEmpty();
    }

    /** The places where the class's constructors and initialisers let the object out too early, in source order. */
    public List<Escape> of(TypeElement type) {
        List<Escape> known = found.get(type);
        if (known == null) {
            known = code.classPath(type).map(path -> search(path, type)).orElse(List.of());
            found.put(type, known);
        }
        return known;
    }

    private List<Escape> search(TreePath path, TypeElement type) {
        List<Set> sets = sets(type);
        List<Escape> escapes = new ArrayList<>();
        List<TreePath> initializers = new ArrayList<>();
        List<TreePath> constructors = new ArrayList<>();
        for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
            TreePath at = new TreePath(path, member);
            if (member instanceof BlockTree block && !block.isStatic()
                    || member instanceof VariableTree field && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                initializers.add(at);
            } else if (member instanceof MethodTree method && method.getName().contentEquals("<init>") && method.getBody() != null) {
                constructors.add(new TreePath(at, method.getBody()));
            }
        }
        for (TreePath initializer : initializers) {
            for (ThisUses.Out out : uses.in(initializer, type)) {
                lastSetAfter(sets, out, null).ifPresent(set -> escapes.add(escape(out, set)));
            }
        }
        for (TreePath constructor : constructors) {
            searchConstructor(constructor, type, sets, escapes);
        }
        return escapes;
    }

    private void searchConstructor(TreePath body, TypeElement type, List<Set> sets, List<Escape> escapes) {
        boolean isGenerated = type.getKind() == ElementKind.RECORD && sets.stream().noneMatch(set -> isInside(set.place(), body))
                && !delegates((BlockTree) body.getLeaf());
        for (ThisUses.Out out : uses.in(body, type)) {
            if (isGenerated) {
                List<VariableElement> components = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> !field.getModifiers().contains(Modifier.STATIC)).toList();
                if (!components.isEmpty()) {
                    escapes.add(new Escape(out.place(), out.way(), out.name(), components.get(components.size() - 1), null));
                }
            } else {
                lastSetAfter(sets, out, body).ifPresent(set -> escapes.add(escape(out, set)));
            }
        }
    }

    private static Escape escape(ThisUses.Out out, Set set) {
        return new Escape(out.place(), out.way(), out.name(), set.field(), set.place());
    }

    /** The last field that is set after the object got out; inside a constructor only what that constructor sets. */
    private Optional<Set> lastSetAfter(List<Set> sets, ThisUses.Out out, TreePath body) {
        long start = positions.getStartPosition(out.place().getCompilationUnit(), out.place().getLeaf());
        boolean isSuper = out.way() == Way.SUPERCLASS;
        Set last = null;
        for (Set set : sets) {
            boolean isLater = body == null ? isInConstructor(set.place()) || set.end() > start
                    : isInside(set.place(), body) && set.end() > start || isSuper && !isInConstructor(set.place());
            if (isLater && (last == null || !isInConstructor(last.place()) || isInConstructor(set.place()))) {
                last = set;
            }
        }
        return Optional.ofNullable(last);
    }

    /** Every place where an instance field of the class is given its value, initialisers first. */
    private List<Set> sets(TypeElement type) {
        List<Set> sets = new ArrayList<>();
        List<VariableElement> own = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC)).toList();
        for (VariableElement field : own) {
            fields.initializer(field).ifPresent(value -> sets.add(new Set(field, value, end(value))));
        }
        for (VariableElement field : own) {
            for (SourceFields.Write write : fields.writes(field)) {
                if (write.own()) {
                    sets.add(new Set(field, write.place(), write.value() == null ? end(write.place()) : end(write.value())));
                }
            }
        }
        sets.sort(java.util.Comparator.comparingLong(Set::end));
        return sets;
    }

    private long end(TreePath path) {
        return positions.getEndPosition(path.getCompilationUnit(), path.getLeaf());
    }

    private static boolean isInConstructor(TreePath place) {
        for (TreePath at = place; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof MethodTree) {
                return true;
            }
            if (at.getLeaf() instanceof ClassTree) {
                return false;
            }
        }
        return false;
    }

    private static boolean isInside(TreePath place, TreePath block) {
        for (TreePath at = place; at != null; at = at.getParentPath()) {
            if (at.getLeaf() == block.getLeaf()) {
                return true;
            }
        }
        return false;
    }

    private static boolean delegates(BlockTree body) {
        for (StatementTree statement : body.getStatements()) {
            if (statement instanceof ExpressionStatementTree expression && expression.getExpression() instanceof MethodInvocationTree call
                    && call.getMethodSelect() instanceof IdentifierTree name && name.getName().contentEquals("this")) {
                return true;
            }
        }
        return false;
    }
}
