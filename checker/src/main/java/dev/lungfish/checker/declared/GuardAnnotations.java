package dev.lungfish.checker.declared;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Which regions declarations name: ours ({@code @InRegion}) and every {@code @GuardedBy} that is in use. An annotation with several
 * expressions names several regions, and all of them must be open. Confined to the compiler's thread.
 */
public final class GuardAnnotations {
    private static final String IN_REGION = "dev.lungfish.annotation.InRegion";
    private static final Set<String> GUARDED_BY = Set.of("javax.annotation.concurrent.GuardedBy", "net.jcip.annotations.GuardedBy",
            "com.google.errorprone.annotations.concurrent.GuardedBy", "org.checkerframework.checker.lock.qual.GuardedBy",
            "androidx.annotation.GuardedBy", "com.android.internal.annotations.GuardedBy");
    private static final Set<String> HOLDING = Set.of("org.checkerframework.checker.lock.qual.Holding");

    private final Program program;

    public GuardAnnotations(Program program) {
        this.program = program;
    }

    /**
     * One region that a declaration names.
     *
     * @param expression as it is written; {@link RegionExpression} says what it means
     * @param annotation where it is written
     */
    public record Guard(String expression, AnnotationMirror annotation) {
        /** Whether the object lives in the region; other annotations promise no more than that the variable is guarded. */
        public boolean ownsObject() {
            return Annotations.nameOf(annotation).equals(IN_REGION);
        }
    }

    /** The regions in which the value of a field, parameter, local variable or record component lives. */
    public List<Guard> ofVariable(Element variable) {
        return guards(Annotations.all(variable).stream(), true).toList();
    }

    /** The regions in which a value of this type use lives. */
    public List<Guard> ofType(TypeMirror type) {
        return guards(Annotations.onType(type), true).toList();
    }

    /**
     * The regions that callers of a method must have opened. {@code @InRegion} says so where it is written as an annotation of the method:
     * before a modifier, or before a result that has no data of its own. Directly before the type of a result, behind a modifier, it is
     * about the result alone; as the only word before that type it is about both.
     */
    public List<Guard> onEntry(ExecutableElement method) {
        return guards(method.getAnnotationMirrors().stream().filter(mirror -> !isAboutResultOnly(method, mirror)), true).toList();
    }

    /** The regions in which the result of a method lives. */
    public List<Guard> ofResult(ExecutableElement method) {
        TypeMirror result = method.getReturnType();
        if (result.getKind() == TypeKind.VOID || result.getKind().isPrimitive()) {
            return List.of();
        }
        return guards(Annotations.all(method).stream()
                .filter(mirror -> Annotations.nameOf(mirror).equals(IN_REGION) && !isAboutMethodOnly(method, mirror)), false).toList();
    }

    /** Whether the annotation of this qualified name has region expressions as its value. */
    static boolean isGuard(String annotation) {
        return annotation.equals(IN_REGION) || GUARDED_BY.contains(annotation) || HOLDING.contains(annotation);
    }

    private static Stream<Guard> guards(Stream<? extends AnnotationMirror> mirrors, boolean understood) {
        return mirrors
                .filter(mirror -> {
                    String name = Annotations.nameOf(mirror);
                    return name.equals(IN_REGION) || understood && (GUARDED_BY.contains(name) || HOLDING.contains(name));
                })
                .flatMap(mirror -> Annotations.strings(mirror, "value").stream().map(text -> new Guard(text, mirror)));
    }

    private boolean isAboutResultOnly(ExecutableElement method, AnnotationMirror mirror) {
        return Annotations.nameOf(mirror).equals(IN_REGION) && hasResult(method) && place(method, mirror) == Place.BEFORE_TYPE;
    }

    private boolean isAboutMethodOnly(ExecutableElement method, AnnotationMirror mirror) {
        return method.getAnnotationMirrors().contains(mirror) && place(method, mirror) == Place.BEFORE_MODIFIERS;
    }

    private static boolean hasResult(ExecutableElement method) {
        TypeMirror result = method.getReturnType();
        return result.getKind() != TypeKind.VOID && !result.getKind().isPrimitive();
    }

    private enum Place { BEFORE_MODIFIERS, BEFORE_TYPE, UNKNOWN }

    /** Where the annotation stands among the words of the method's modifiers; class files do not tell. */
    private Place place(ExecutableElement method, AnnotationMirror mirror) {
        TreePath path = program.trees().getPath(method, mirror);
        MethodTree tree = program.index().declaration(method);
        if (path == null || tree == null) {
            return Place.UNKNOWN;
        }
        ModifiersTree modifiers = tree.getModifiers();
        AnnotationTree annotation = (AnnotationTree) path.getLeaf();
        Set<Modifier> written = modifiers.getFlags();
        if (written.isEmpty()) {
            return Place.UNKNOWN;
        }
        SourcePositions positions = program.trees().getSourcePositions();
        long behind = positions.getEndPosition(path.getCompilationUnit(), annotation);
        long end = positions.getEndPosition(path.getCompilationUnit(), modifiers);
        return holdsWord(path, behind, end) ? Place.BEFORE_MODIFIERS : Place.BEFORE_TYPE;
    }

    /** Whether a modifier is written between two places: letters outside annotations and comments. */
    private static boolean holdsWord(TreePath path, long from, long to) {
        try {
            CharSequence text = path.getCompilationUnit().getSourceFile().getCharContent(true);
            String between = text.subSequence((int) from, (int) Math.max(from, to)).toString();
            String code = between.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*|\"(\\\\.|[^\"])*\"", "")
                    .replaceAll("@[\\w.]+\\s*(\\([^()]*\\))?", "");
            return code.chars().anyMatch(Character::isLetter);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("cannot read the source again", e);
        }
    }
}
