package dev.lungfish.checker.frozen;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What has to hold for the instances of a class to be frozen, read off its declaration; nothing is decided here. */
final class ClassParts {
    private final Program program;
    private final TypeRows rows;
    private final Promises promises;
    private final SourceCode code;
    private final FieldParts fields;
    private final Captures captures;
    private final ThisEscapes escapes;

    ClassParts(Program program, TypeRows rows, Promises promises, SourceCode code, FieldParts fields, Captures captures, ThisEscapes escapes) {
        this.program = program;
        this.rows = rows;
        this.promises = promises;
        this.code = code;
        this.fields = fields;
        this.captures = captures;
        this.escapes = escapes;
    }

    /**
     * What has to hold. An empty list: frozen.
     *
     * @param exact whether only instances of exactly this class are asked about, not those of subclasses
     */
    List<Need> needs(TypeElement type, boolean exact, Reading reading) {
        try {
            return looked(type, exact, reading);
        } catch (RuntimeException e) {
            // javac answers questions about classes whose class files are missing with this exception, which is not public.
            if (e.getClass().getSimpleName().equals("CompletionFailure")) {
                return List.of(Need.blocked("", type.getQualifiedName(), Reason.NOT_KNOWN));
            }
            throw e;
        }
    }

    private List<Need> looked(TypeElement type, boolean exact, Reading reading) {
        if (type.getQualifiedName().contentEquals("java.lang.Object")) {
            return exact ? List.of() : List.of(Need.blocked("", type.getQualifiedName(), Reason.ANY_IMPLEMENTATION));
        }
        Optional<TypeElement> promise = promises.frozenPromise(type);
        if (promise.isPresent()) {
            return parameterNeeds(type, promises.containerOf(type));
        }
        Optional<TypeModel> row = rows.of(type);
        if (row.isPresent()) {
            return byRow(type, row.get());
        }
        if (rows.isPlatform(type)) {
            return type.getKind() == ElementKind.ENUM ? List.of()
                    : List.of(Need.blocked("", type.getQualifiedName(), kindOfInterface(type).orElse(Reason.NOT_KNOWN)));
        }
        return byStructure(type, exact, reading);
    }

    private List<Need> byRow(TypeElement type, TypeModel row) {
        return switch (row.verdict()) {
            case FROZEN -> List.of();
            case FROZEN_IF_ARGUMENTS -> parameterNeeds(type, type.getTypeParameters().stream().map(p -> p.getSimpleName().toString()).toList());
            case SHAREABLE, STOP, BOX -> List.of(Need.blocked("", type.getQualifiedName(), Reason.THREAD_SAFE));
            case NEVER -> List.of(Need.blocked("", type.getQualifiedName(), Reason.NEVER));
            case TRACKED, READS_WRITE, CONFINED -> List.of(Need.blocked("", type.getQualifiedName(),
                    kindOfInterface(type).orElse(Reason.LIBRARY)));
        };
    }

    private static List<Need> parameterNeeds(TypeElement type, List<String> names) {
        List<Need> needs = new ArrayList<>();
        for (TypeParameterElement parameter : type.getTypeParameters()) {
            if (names.contains(parameter.getSimpleName().toString())) {
                needs.add(Need.typed("[*]", parameter.asType()));
            }
        }
        return needs;
    }

    private List<Need> byStructure(TypeElement type, boolean exact, Reading reading) {
        boolean isSealed = type.getModifiers().contains(Modifier.SEALED);
        if (type.getKind().isInterface()) {
            return isSealed ? cases(type) : List.of(Need.blocked("", name(type), kindOfInterface(type).orElseThrow()));
        }
        if (!exact && !isSealed && type.getKind() == ElementKind.CLASS && !isClosed(type)) {
            return List.of(Need.blocked("", name(type), Reason.OPEN_CLASS));
        }
        List<Need> needs = new ArrayList<>();
        List<VariableElement> own = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC)).toList();
        for (VariableElement field : own) {
            if (!fields.countsAsFinal(field, reading)) {
                return List.of(fields.notFinal(field));
            }
        }
        addSuperclass(type, needs);
        own.forEach(field -> needs.add(fields.need(field, reading)));
        addConstantBodies(type, needs);
        addCaptures(type, reading, needs);
        if (isSealed && !exact) {
            needs.addAll(cases(type));
        }
        if (escapes.letsThisOut(type)) {
            needs.add(Need.blocked("", name(type), Reason.THIS_ESCAPES));
        }
        return needs;
    }

    private static List<Need> cases(TypeElement type) {
        List<Need> needs = new ArrayList<>();
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            needs.add(permitted instanceof DeclaredType declared && permitted.getKind() == TypeKind.DECLARED
                    ? new Need.Case((TypeElement) declared.asElement()) : Need.blocked("", permitted, Reason.NOT_KNOWN));
        }
        return needs;
    }

    private static void addSuperclass(TypeElement type, List<Need> needs) {
        TypeMirror superclass = type.getSuperclass();
        if (type.getKind() == ElementKind.ENUM || type.getKind() == ElementKind.RECORD || superclass.getKind() == TypeKind.NONE) {
            return;
        }
        needs.add(new Need.Typed("", superclass, true));
    }

    /** Enum constants with bodies are instances of classes of their own. */
    private void addConstantBodies(TypeElement type, List<Need> needs) {
        if (type.getKind() != ElementKind.ENUM) {
            return;
        }
        for (Element constant : type.getEnclosedElements()) {
            if (constant.getKind() != ElementKind.ENUM_CONSTANT) {
                continue;
            }
            bodyOf((VariableElement) constant).ifPresent(body -> needs.add(new Need.Typed("." + constant.getSimpleName(), body.asType(), true)));
        }
    }

    private Optional<TypeElement> bodyOf(VariableElement constant) {
        return code.fieldPath(constant).flatMap(path -> {
            if (((VariableTree) path.getLeaf()).getInitializer() instanceof NewClassTree creation && creation.getClassBody() != null) {
                ClassTree body = creation.getClassBody();
                Element element = program.trees().getElement(new TreePath(new TreePath(path, creation), body));
                return element instanceof TypeElement type ? Optional.of(type) : Optional.empty();
            }
            return Optional.empty();
        });
    }

    /** What the instances of inner, local and anonymous classes carry besides their fields. */
    private void addCaptures(TypeElement type, Reading reading, List<Need> needs) {
        Optional<TreePath> path = code.classPath(type);
        boolean isLocal = type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS;
        boolean isInner = type.getNestingKind() == NestingKind.MEMBER && !type.getModifiers().contains(Modifier.STATIC)
                && type.getKind() == ElementKind.CLASS;
        if (!isLocal && !isInner) {
            return;
        }
        if (path.isPresent()) {
            needs.addAll(captures.of(path.get(), reading));
        } else if (type.getEnclosingElement() instanceof TypeElement outer) {
            needs.add(Need.typed(".<outer>", outer.asType()));
        }
    }

    /** Whether nobody can add a subclass that this compilation does not see. */
    private boolean isClosed(TypeElement type) {
        if (type.getModifiers().contains(Modifier.FINAL)) {
            return true;
        }
        if (code.classPath(type).isEmpty() || type.getModifiers().contains(Modifier.ABSTRACT)) {
            return false;
        }
        boolean isHidden = type.getModifiers().contains(Modifier.PRIVATE) || type.getNestingKind() == NestingKind.LOCAL
                || type.getNestingKind() == NestingKind.ANONYMOUS || hasPrivateConstructorsOnly(type);
        return isHidden && code.subclasses(type).isEmpty();
    }

    private static boolean hasPrivateConstructorsOnly(TypeElement type) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        return !constructors.isEmpty() && constructors.stream().allMatch(c -> c.getModifiers().contains(Modifier.PRIVATE));
    }

    private Optional<Reason> kindOfInterface(TypeElement type) {
        if (!type.getKind().isInterface()) {
            return Optional.empty();
        }
        return Optional.of(program.elements().isFunctionalInterface(type) ? Reason.FUNCTION : Reason.ANY_IMPLEMENTATION);
    }

    private static String name(TypeElement type) {
        return FrozenTypes.typeName(type.asType());
    }
}
