package dev.lungfish.checker.declared;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Looks up members and types by name, as the language does. Confined to the compiler's thread. */
final class Names {
    private final Program program;

    Names(Program program) {
        this.program = program;
    }

    /** A type that the first segments of a path name, and how many segments that are. */
    record TypePrefix(TypeElement type, int length) {
    }

    /** The field, or with parentheses the method without parameters, that a class declares or inherits, if it may be seen. */
    Optional<? extends Element> member(TypeElement type, String segment, TypeElement from) {
        if (!segment.endsWith(")")) {
            return fields(type, from).filter(field -> field.getSimpleName().contentEquals(segment)).findFirst();
        }
        String name = segment.substring(0, segment.indexOf('(')).strip();
        return hierarchy(type).stream().flatMap(t -> ElementFilter.methodsIn(t.getEnclosedElements()).stream())
                .filter(method -> method.getSimpleName().contentEquals(name) && method.getParameters().isEmpty())
                .filter(method -> isVisible(method, from))
                .findFirst();
    }

    /** The fields that a class declares or inherits, those of the class itself first. */
    Stream<VariableElement> fields(TypeElement type, TypeElement from) {
        return hierarchy(type).stream().flatMap(t -> ElementFilter.fieldsIn(t.getEnclosedElements()).stream())
                .filter(field -> isVisible(field, from));
    }

    private static boolean isVisible(Element member, TypeElement from) {
        return !member.getModifiers().contains(Modifier.PRIVATE) || outermost(member).equals(outermost(from));
    }

    private static Element outermost(Element element) {
        Element top = element;
        while (top.getEnclosingElement() != null && top.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            top = top.getEnclosingElement();
        }
        return top;
    }

    /** The class, its superclasses and all interfaces, nearest first. */
    private Set<TypeElement> hierarchy(TypeElement type) {
        Set<TypeElement> all = new LinkedHashSet<>();
        collect(type, all);
        return all;
    }

    private void collect(TypeElement type, Set<TypeElement> all) {
        if (!all.add(type)) {
            return;
        }
        for (TypeMirror above : program.types().directSupertypes(type.asType())) {
            if (program.types().asElement(above) instanceof TypeElement element) {
                collect(element, all);
            }
        }
    }

    boolean isSameOrSuper(TypeElement wanted, TypeElement type) {
        return hierarchy(type).contains(wanted);
    }

    /** The type that the segments begin with, seen from a class; a simple name first, then qualified names. */
    Optional<TypePrefix> typePrefix(List<String> segments, TypeElement from) {
        TypeElement type = simpleType(segments.get(0), from).orElse(null);
        int length = 1;
        StringBuilder qualified = new StringBuilder(segments.get(0));
        while (type == null && length < segments.size()) {
            qualified.append('.').append(segments.get(length++));
            type = program.elements().getTypeElement(qualified);
        }
        while (type != null && length < segments.size()) {
            Optional<TypeElement> member = memberType(type, segments.get(length));
            if (member.isEmpty()) {
                break;
            }
            type = member.get();
            length++;
        }
        return type == null ? Optional.empty() : Optional.of(new TypePrefix(type, length));
    }

    private Optional<TypeElement> simpleType(String name, TypeElement from) {
        for (TypeElement type = from; type != null; type = Scope.around(type)) {
            if (type.getSimpleName().contentEquals(name)) {
                return Optional.of(type);
            }
            Optional<TypeElement> member = memberType(type, name);
            if (member.isPresent()) {
                return member;
            }
        }
        List<String> qualified = new ArrayList<>();
        List<ImportTree> imports = imports(from);
        imports.stream().map(Names::imported).filter(i -> i.getIdentifier().contentEquals(name)).forEach(i -> qualified.add(i.toString()));
        String own = program.elements().getPackageOf(from).getQualifiedName().toString();
        qualified.add(own.isEmpty() ? name : own + "." + name);
        imports.stream().map(Names::imported).filter(i -> i.getIdentifier().contentEquals("*"))
                .forEach(i -> qualified.add(i.getExpression() + "." + name));
        qualified.add("java.lang." + name);
        return qualified.stream().map(program.elements()::getTypeElement).filter(type -> type != null).findFirst();
    }

    private Optional<TypeElement> memberType(TypeElement type, String name) {
        return hierarchy(type).stream().flatMap(t -> ElementFilter.typesIn(t.getEnclosedElements()).stream())
                .filter(member -> member.getSimpleName().contentEquals(name)).findFirst();
    }

    /** A static field or method that the file imports by this name. */
    Optional<? extends Element> importedStatic(String segment, TypeElement from) {
        String name = segment.endsWith(")") ? segment.substring(0, segment.indexOf('(')).strip() : segment;
        return imports(from).stream().filter(ImportTree::isStatic).map(Names::imported)
                .filter(i -> i.getIdentifier().contentEquals(name) || i.getIdentifier().contentEquals("*"))
                .map(i -> program.elements().getTypeElement(i.getExpression().toString()))
                .filter(type -> type != null)
                .flatMap(type -> member(type, segment, from).stream())
                .filter(member -> member.getModifiers().contains(Modifier.STATIC))
                .findFirst();
    }

    private static MemberSelectTree imported(ImportTree tree) {
        return (MemberSelectTree) tree.getQualifiedIdentifier();
    }

    private List<ImportTree> imports(TypeElement from) {
        TreePath path = program.index().path(from);
        if (path == null) {
            return List.of();
        }
        return path.getCompilationUnit().getImports().stream()
                .filter(tree -> tree.getQualifiedIdentifier() instanceof MemberSelectTree).map(ImportTree.class::cast).toList();
    }

    /** Whether a parameter or local variable is assigned after its declaration. Fields are judged by {@code final} alone. */
    boolean isReassigned(VariableElement variable) {
        if (variable.getModifiers().contains(Modifier.FINAL)) {
            return false;
        }
        Element around = variable.getEnclosingElement();
        TreePath path = around instanceof ExecutableElement ? program.index().path(around) : null;
        return path != null && Boolean.TRUE.equals(new Assignments(variable).scan(path, null));
    }

    private final class Assignments extends TreePathScanner<Boolean, Void> {
        private final VariableElement variable;

        Assignments(VariableElement variable) {
            this.variable = variable;
        }

        @Override
        public Boolean visitAssignment(AssignmentTree tree, Void unused) {
            return reduce(names(tree.getVariable()), super.visitAssignment(tree, unused));
        }

        @Override
        public Boolean visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
            return reduce(names(tree.getVariable()), super.visitCompoundAssignment(tree, unused));
        }

        @Override
        public Boolean visitUnary(UnaryTree tree, Void unused) {
            boolean writes = switch (tree.getKind()) {
                case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> names(tree.getExpression());
                default -> false;
            };
            return reduce(writes, super.visitUnary(tree, unused));
        }

        private boolean names(ExpressionTree target) {
            return target instanceof IdentifierTree && variable.equals(program.trees().getElement(new TreePath(getCurrentPath(), (Tree) target)));
        }

        @Override
        public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
        }
    }
}
