package dev.lungfish.checker.declared;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.declared.RegionPath.Invalid;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * {@code annotation.invalid}: region expressions that mean nothing, captures by nobody, and annotations whose place makes no sense.
 * An expression of ours that means nothing is an error, one of a {@code @GuardedBy} a warning: that one may be a remark for people.
 */
public final class AnnotationCheck implements ProgramCheck {
    private static final String KEY = "annotation.invalid";
    private static final Set<String> JUDGED = Set.of("InRegion", "GuardedBy", "Holding", "CapturedBy", "Confined", "Moved", "Frozen", "Isolated");

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        for (CompilationUnitTree unit : program.units()) {
            if (program.survey().hasAnnotation(unit, JUDGED)) {
                new Scanner(program, sink).scan(unit, null);
            }
        }
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final Program program;
        private final Consumer<Violation> sink;
        private final Declarations declarations;
        private final RegionExpression expressions;

        Scanner(Program program, Consumer<Violation> sink) {
            this.program = program;
            this.sink = sink;
            this.declarations = new Declarations(program);
            this.expressions = new RegionExpression(program);
        }

        @Override
        public Void visitAnnotation(AnnotationTree tree, Void unused) {
            TreePath path = getCurrentPath();
            if (JUDGED.contains(simple(String.valueOf(tree.getAnnotationType())))
                    && program.trees().getElement(new TreePath(path, tree.getAnnotationType())) instanceof TypeElement type) {
                annotation(type.getQualifiedName().toString(), tree, path);
            }
            return null;
        }

        private void annotation(String name, AnnotationTree tree, TreePath path) {
            if (GuardAnnotations.isGuard(name)) {
                values(tree).forEach(text -> region(text, name, path));
            } else if (name.equals(Annotations.OURS + "CapturedBy")) {
                values(tree).forEach(text -> captured(text, path));
            } else if (name.equals(Annotations.OURS + "Confined") && values(tree).stream().anyMatch(String::isBlank)) {
                report("annotation.invalid.unnamed", List.of("@Confined"), path, Certainty.WITNESSED);
            } else if (name.equals(Annotations.OURS + "Moved")) {
                moved(path);
            } else if ((name.equals(Annotations.OURS + "Frozen") || name.equals(Annotations.OURS + "Isolated")) && isOnPrimitive(path)) {
                String primitive = String.valueOf(((VariableTree) path.getParentPath().getParentPath().getLeaf()).getType());
                report("annotation.invalid.primitive", List.of("@" + simple(name), primitive), path, Certainty.WITNESSED);
            }
        }

        private void region(String text, String annotation, TreePath path) {
            Optional<Element> declared = declaredAt(path);
            if (declared.isEmpty()) {
                return;
            }
            RegionPath resolved = expressions.resolve(text, declared.get(), LocalNames.at(declaration(path), program.trees()));
            if (resolved instanceof Invalid invalid) {
                String use = "@" + simple(annotation) + "(\"" + text + "\")";
                Certainty certainty = annotation.startsWith(Annotations.OURS) ? Certainty.WITNESSED : Certainty.POSSIBLE;
                switch (invalid.reason()) {
                    case EMPTY -> report("annotation.invalid.unnamed", List.of("@" + simple(annotation)), path, certainty);
                    case NOT_A_PATH -> report("annotation.invalid.not.a.path", List.of(use), path, certainty);
                    case NAMES_NOTHING -> nothing(use, invalid.culprit(), invalid.nearMisses(), path, certainty);
                    case NOT_STABLE -> report("annotation.invalid.not.stable", List.of(use, invalid.culprit()), path, certainty);
                    case NO_INSTANCE -> report("annotation.invalid.no.instance", List.of(use, invalid.culprit()), path, certainty);
                    case NOT_LOCKABLE -> report("annotation.invalid.not.lockable", List.of(use, invalid.culprit()), path, certainty);
                }
            }
        }

        private void nothing(String use, String culprit, List<String> near, TreePath path, Certainty certainty) {
            if (near.isEmpty()) {
                report("annotation.invalid.names.nothing", List.of(use, culprit), path, certainty);
            } else {
                String choice = String.join(" or ", near.stream().map(n -> "'" + n + "'").toList());
                report("annotation.invalid.near.miss", List.of(use, culprit, choice), path, certainty);
            }
        }

        /** {@code @CapturedBy} names the receiver, another parameter, a field of the receiver or a static. */
        private void captured(String text, TreePath path) {
            if (!(declaredAt(path).orElse(null) instanceof VariableElement parameter)
                    || !(parameter.getEnclosingElement() instanceof ExecutableElement method)) {
                return;
            }
            contradiction(parameter, path);
            String use = "@CapturedBy(\"" + text + "\")";
            String name = text.strip();
            if (name.equals("this") || name.startsWith("this.")) {
                if (method.getModifiers().contains(Modifier.STATIC)) {
                    report("annotation.invalid.no.instance", List.of(use, "this"), path, Certainty.WITNESSED);
                }
                return;
            }
            if (name.equals(parameter.getSimpleName().toString())) {
                report("annotation.invalid.captured.by.itself", List.of(use), path, Certainty.WITNESSED);
                return;
            }
            boolean isParameter = method.getParameters().stream().anyMatch(p -> p.getSimpleName().contentEquals(name.split("\\.", 2)[0]));
            if (!isParameter && expressions.resolve(name, parameter) instanceof Invalid invalid) {
                switch (invalid.reason()) {
                    case EMPTY -> report("annotation.invalid.unnamed", List.of("@CapturedBy"), path, Certainty.WITNESSED);
                    case NOT_A_PATH -> report("annotation.invalid.captured.not.a.place", List.of(use), path, Certainty.WITNESSED);
                    case NAMES_NOTHING -> nothing(use, invalid.culprit(), invalid.nearMisses(), path, Certainty.WITNESSED);
                    case NO_INSTANCE -> report("annotation.invalid.no.instance", List.of(use, invalid.culprit()), path, Certainty.WITNESSED);
                    case NOT_STABLE, NOT_LOCKABLE -> { }
                }
            }
        }

        private void moved(TreePath path) {
            Element declared = declaredAt(path).orElse(null);
            if (declared instanceof ExecutableElement method && method.getReturnType().getKind() == TypeKind.VOID) {
                report("annotation.invalid.moved.nothing", List.of(method.getSimpleName().toString()), path, Certainty.WITNESSED);
            } else if (declared instanceof VariableElement parameter) {
                contradiction(parameter, path);
            }
        }

        /** A parameter cannot go away or be kept, and only be borrowed. Said once, at the stronger promise. */
        private void contradiction(VariableElement parameter, TreePath path) {
            if (Annotations.has(parameter, "Borrowed")) {
                String other = "@" + simple(path.getLeaf() instanceof AnnotationTree tree ? String.valueOf(tree.getAnnotationType()) : "");
                report("annotation.invalid.contradiction", List.of(parameter.getSimpleName().toString(), other), path, Certainty.WITNESSED);
            }
        }

        /** Whether the annotation stands among the modifiers of a variable of primitive type; before an array it means the array. */
        private static boolean isOnPrimitive(TreePath path) {
            return path.getParentPath().getParentPath().getLeaf() instanceof VariableTree variable && variable.getType() instanceof PrimitiveTypeTree;
        }

        private Optional<Element> declaredAt(TreePath path) {
            TreePath declaration = declaration(path);
            return declaration == null ? Optional.empty() : Optional.ofNullable(program.trees().getElement(declaration));
        }

        /** The declaration that the annotation belongs to: of a variable, a method, a class. */
        private static TreePath declaration(TreePath annotation) {
            for (TreePath path = annotation.getParentPath(); path != null; path = path.getParentPath()) {
                Tree tree = path.getLeaf();
                if (tree instanceof VariableTree || tree instanceof MethodTree || tree instanceof com.sun.source.tree.ClassTree) {
                    return path;
                }
                if (tree instanceof PackageTree) {
                    return null;
                }
            }
            return null;
        }

        /** The expressions; constants are folded where the annotation is that of the declaration itself. */
        private List<String> values(AnnotationTree tree) {
            Element declared = declaredAt(getCurrentPath()).orElse(null);
            if (declared != null) {
                for (AnnotationMirror mirror : Annotations.all(declared)) {
                    if (program.trees().getTree(declared, mirror) == tree) {
                        return Annotations.strings(mirror, "value");
                    }
                }
            }
            return literals(tree);
        }

        /** For annotations deep inside types: the string literals as they are written. */
        private static List<String> literals(AnnotationTree tree) {
            List<String> texts = new ArrayList<>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(com.sun.source.tree.LiteralTree literal, Void unused) {
                    if (literal.getValue() instanceof String text) {
                        texts.add(text);
                    }
                    return null;
                }
            }.scan(tree, null);
            return texts;
        }

        private void report(String message, List<String> names, TreePath path, Certainty certainty) {
            TreePath declaration = declaration(path);
            SourcePoint written = declarations.placeOf(path);
            SourcePoint name = declaration == null ? written : declarations.nameIn(declaration);
            SourcePoint at = name.line() == written.line() ? written : name;
            List<Violation.Step> steps = at == written ? List.of()
                    : List.of(new Violation.Step("annotation.invalid.written", List.of(simpleOf(path)), written));
            String member = declaredAt(path).map(Declarations::memberOf).orElse("");
            sink.accept(new Violation(KEY, certainty, message, names, at, steps, member));
        }

        private static String simpleOf(TreePath path) {
            return "@" + simple(String.valueOf(((AnnotationTree) path.getLeaf()).getAnnotationType()));
        }
    }
}
