package dev.lungfish.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.testing.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;

/**
 * The packages that programs use most have no white spots: each public type has a verdict of its own or by inheritance, and each public
 * method that could touch something tracked is described. What is deprecated for removal and what only a functional interface declares
 * (its body is the user's) is left out.
 */
class CoverageTest {
    private static final List<String> PACKAGES = List.of("java.lang", "java.lang.ref", "java.util", "java.util.concurrent",
            "java.util.concurrent.atomic", "java.util.concurrent.locks", "java.util.stream", "java.util.regex", "java.util.logging",
            "java.util.random", "java.util.zip", "java.io", "java.nio", "java.nio.file", "java.nio.channels", "java.nio.charset", "java.time",
            "java.time.format", "java.math", "java.net", "java.net.http", "java.text");
    private static final List<String> ONLY_TYPES = List.of("java.util.function", "java.time.chrono", "java.time.temporal", "java.time.zone",
            "java.nio.file.attribute", "java.lang.reflect", "java.lang.invoke", "java.sql");
    private static final Set<TypeVerdict> UNTRACKED = Set.of(TypeVerdict.FROZEN, TypeVerdict.STOP, TypeVerdict.SHAREABLE);

    private final Program program = Sources.attributeTexts("// Empty.java\nclass Empty { }");
    private final LibraryModels models = LibraryModels.load(List.of());
    private final KnownTypes types = KnownTypes.load(List.of());

    private List<TypeElement> publicTypes(List<String> packages) {
        List<TypeElement> found = new ArrayList<>();
        for (String name : packages) {
            addPublic(program.elements().getPackageElement(name), found);
        }
        assertTrue(found.size() > packages.size());
        return found;
    }

    private static void addPublic(Element owner, List<TypeElement> found) {
        for (TypeElement type : ElementFilter.typesIn(owner.getEnclosedElements())) {
            boolean visible = type.getModifiers().contains(Modifier.PUBLIC) || type.getEnclosingElement().getKind() == ElementKind.INTERFACE;
            if (visible && type.getKind() != ElementKind.ANNOTATION_TYPE && !isGoing(type)) {
                found.add(type);
                addPublic(type, found);
            }
        }
    }

    private static boolean isGoing(Element element) {
        return element.getAnnotation(Deprecated.class) != null && element.getAnnotation(Deprecated.class).forRemoval();
    }

    private Optional<TypeModel> row(TypeElement type) {
        return types.find(type).or(() -> types.inherited(type));
    }

    @Test
    void everyPublicTypeHasAVerdict() {
        List<String> all = new ArrayList<>(PACKAGES);
        all.addAll(ONLY_TYPES);
        List<String> offenders = publicTypes(all).stream().filter(type -> row(type).isEmpty()).map(TypeLines::binaryName).toList();
        assertEquals("", String.join("\n", offenders));
    }

    @Test
    void everyPublicMethodThatTouchesSomethingTracked_isDescribed() {
        List<String> offenders = new ArrayList<>();
        for (TypeElement type : publicTypes(PACKAGES)) {
            boolean isFunction = type.getKind() == ElementKind.INTERFACE && program.elements().isFunctionalInterface(type);
            if (type.getKind() != ElementKind.ENUM && !isFunction && row(type).stream().noneMatch(r -> r.name().equals("java.lang.Throwable"))) {
                type.getEnclosedElements().stream().filter(ExecutableElement.class::isInstance).map(ExecutableElement.class::cast)
                        .filter(m -> m.getModifiers().contains(Modifier.PUBLIC) && !isGoing(m) && touchesTracked(m, type))
                        .filter(m -> models.find(m, type, program.elements(), program.types()).isEmpty())
                        .forEach(m -> offenders.add(TypeLines.binaryName(type) + "#" + m));
            }
        }
        assertEquals("", String.join("\n", offenders));
    }

    private boolean touchesTracked(ExecutableElement method, TypeElement type) {
        boolean hasReceiver = method.getKind() == ElementKind.METHOD && !method.getModifiers().contains(Modifier.STATIC);
        return hasReceiver && isTracked(type.asType()) || isTracked(method.getReturnType())
                || method.getParameters().stream().anyMatch(p -> isTracked(p.asType()));
    }

    private boolean isTracked(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID || type.getKind().isPrimitive()) {
            return false;
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            return element.getKind() != ElementKind.ENUM && row(element).stream().noneMatch(r -> UNTRACKED.contains(r.verdict()));
        }
        return true;
    }
}
