package dev.lungfish.checker.declared;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Positions;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.region.SourcePoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Where declarations stand, and what they are called in messages. Confined to the compiler's thread. */
public final class Declarations {
    private final Program program;
    private final Positions positions;

    public Declarations(Program program) {
        this.program = program;
        this.positions = new Positions(program.trees());
    }

    /** The place of any tree. */
    public SourcePoint placeOf(TreePath path) {
        return positions.of(path.getCompilationUnit(), path.getLeaf());
    }

    /** The name in the declaration of an element of this compilation; {@link SourcePoint#NOWHERE} if it is not declared here. */
    public SourcePoint nameOf(Element element) {
        TreePath path = program.index().path(element);
        return path == null ? SourcePoint.NOWHERE : nameIn(path);
    }

    /** The name in a declaration, not its annotations and modifiers: where a reader looks for it. */
    public SourcePoint nameIn(TreePath declaration) {
        CompilationUnitTree unit = declaration.getCompilationUnit();
        Tree tree = declaration.getLeaf();
        String name = switch (tree.getKind()) {
            case METHOD -> methodName((MethodTree) tree, declaration);
            case VARIABLE -> ((VariableTree) tree).getName().toString();
            default -> tree instanceof ClassTree type ? type.getSimpleName().toString() : "";
        };
        long from = startOfSearch(unit, tree);
        int at = name.isEmpty() || from < 0 ? -1 : find(text(unit), name, (int) from);
        return at < 0 ? positions.of(unit, tree) : positions.between(unit, at, at + name.length());
    }

    private static String methodName(MethodTree method, TreePath path) {
        return method.getReturnType() == null && path.getParentPath().getLeaf() instanceof ClassTree type ? type.getSimpleName().toString()
                : method.getName().toString();
    }

    private long startOfSearch(CompilationUnitTree unit, Tree tree) {
        SourcePositions ends = program.trees().getSourcePositions();
        long from = ends.getStartPosition(unit, tree);
        if (tree instanceof MethodTree method) {
            from = Math.max(from, ends.getEndPosition(unit, method.getModifiers()));
            return method.getReturnType() == null ? from : Math.max(from, ends.getEndPosition(unit, method.getReturnType()));
        }
        if (tree instanceof VariableTree variable) {
            from = Math.max(from, ends.getEndPosition(unit, variable.getModifiers()));
            return variable.getType() == null ? from : Math.max(from, ends.getEndPosition(unit, variable.getType()));
        }
        return tree instanceof ClassTree type ? Math.max(from, ends.getEndPosition(unit, type.getModifiers())) : from;
    }

    private static int find(String text, String name, int from) {
        for (int at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            if (starts && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
                return at;
            }
        }
        return -1;
    }

    private static String text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the source again", e);
        }
    }

    /** Class and member as {@code pkg.Outer.Inner#method(Type)}; the class alone for a class. */
    public static String memberOf(Element element) {
        Element member = element;
        while (!(member instanceof TypeElement) && !(member.getEnclosingElement() instanceof TypeElement)) {
            member = member.getEnclosingElement();
        }
        if (member instanceof TypeElement type) {
            return nameOf(type);
        }
        String owner = nameOf((TypeElement) member.getEnclosingElement());
        if (member instanceof ExecutableElement method && method.getKind() != ElementKind.STATIC_INIT
                && method.getKind() != ElementKind.INSTANCE_INIT) {
            return owner + "#" + signature(method);
        }
        return owner + "#" + member.getSimpleName();
    }

    /** A method as {@code name(Type, Type)}; a constructor by its class. */
    public static String signature(ExecutableElement method) {
        String name = method.getKind() == ElementKind.CONSTRUCTOR ? method.getEnclosingElement().getSimpleName().toString()
                : method.getSimpleName().toString();
        return method.getParameters().stream().map(p -> simple(p.asType().toString())).collect(Collectors.joining(",", name + "(", ")"));
    }

    /** A method for a headline: {@code Type.name}. */
    public static String shortName(ExecutableElement method) {
        String owner = method.getEnclosingElement().getSimpleName().toString();
        return method.getKind() == ElementKind.CONSTRUCTOR ? "new " + owner : owner.isEmpty() ? method.getSimpleName().toString()
                : owner + "." + method.getSimpleName();
    }

    private static String nameOf(TypeElement type) {
        return switch (type.getNestingKind()) {
            case TOP_LEVEL -> type.getQualifiedName().toString();
            case MEMBER -> nameOf((TypeElement) type.getEnclosingElement()) + "." + type.getSimpleName();
            case LOCAL, ANONYMOUS -> memberOf(type.getEnclosingElement()) + "$" + type.getSimpleName();
        };
    }

    private static String simple(String type) {
        if (type.indexOf('<') < 0 && type.indexOf('@') < 0 && !type.endsWith("...")) {
            return type.substring(type.lastIndexOf('.') + 1);
        }
        return type.replaceAll("@[\\w.]+(\\([^()]*\\))?\\s*,?\\s*", "").replaceAll("<.*>", "").replaceAll("[\\w.]+\\.(\\w+)", "$1");
    }
}
