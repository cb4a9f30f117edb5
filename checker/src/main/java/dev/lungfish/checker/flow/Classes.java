package dev.lungfish.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The classes and methods of the compilation: where they stand, and who overrides whom. */
final class Classes {
    /** A method with its source. */
    record Source(CompilationUnitTree unit, ClassTree classTree, MethodTree tree, ExecutableElement method, TypeElement type) {
    }

    private final Program program;
    private final Map<ExecutableElement, Source> methods = new LinkedHashMap<>();
    private final Map<String, List<ExecutableElement>> byName = new HashMap<>();
    private final Map<TypeElement, ClassTree> trees = new LinkedHashMap<>();
    private final Map<TypeElement, CompilationUnitTree> units = new HashMap<>();
    private final Map<ExecutableElement, List<ExecutableElement>> overriders = new HashMap<>();
    private final Map<TypeElement, Set<TypeElement>> ancestors = new HashMap<>();

    Classes(Program program) {
        this.program = program;
        program.survey().classes().forEach(this::enter);
    }

    private void enter(TreePath path) {
        if (program.trees().getElement(path) instanceof TypeElement type) {
            ClassTree tree = (ClassTree) path.getLeaf();
            trees.put(type, tree);
            units.put(type, path.getCompilationUnit());
            for (Tree member : tree.getMembers()) {
                if (member instanceof MethodTree method && program.trees().getElement(new TreePath(path, method)) instanceof ExecutableElement executable) {
                    methods.put(executable, new Source(path.getCompilationUnit(), tree, method, executable, type));
                    byName.computeIfAbsent(executable.getSimpleName().toString(), n -> new ArrayList<>()).add(executable);
                }
            }
        }
    }

    /** All methods with source, in source order. */
    Iterable<Source> all() {
        return methods.values();
    }

    /** The source of a method, or null. */
    Source sourceOf(ExecutableElement method) {
        return methods.get(method);
    }

    /** All classes, in source order. */
    Map<TypeElement, ClassTree> trees() {
        return trees;
    }

    CompilationUnitTree unitOf(TypeElement type) {
        return units.get(type);
    }

    /** Whether the compiler makes this accessor of a record's component, which then does no more than to read a final field. */
    boolean isMadeAccessor(ExecutableElement method) {
        Source source = sourceOf(method);
        return method.getEnclosingElement() instanceof TypeElement type && type.getKind() == ElementKind.RECORD
                && (source == null ? trees.containsKey(type) : source.tree().getBody() == null)
                && ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream().anyMatch(component -> method.equals(component.getAccessor()));
    }

    /** The methods of this compilation that override the method. */
    List<ExecutableElement> overridersOf(ExecutableElement method) {
        List<ExecutableElement> known = overriders.get(method);
        if (known != null) {
            return known;
        }
        List<ExecutableElement> found = new ArrayList<>();
        if (!isClosedAgainstOverriding(method)) {
            for (ExecutableElement candidate : byName.getOrDefault(method.getSimpleName().toString(), List.of())) {
                if (!candidate.equals(method) && candidate.getParameters().size() == method.getParameters().size()
                        && ancestorsOf((TypeElement) candidate.getEnclosingElement()).contains(method.getEnclosingElement())
                        && program.elements().overrides(candidate, method, (TypeElement) candidate.getEnclosingElement())) {
                    found.add(candidate);
                }
            }
        }
        overriders.put(method, found);
        return found;
    }

    /** The methods that this one overrides or implements, nearest first, in and outside the compilation. */
    List<ExecutableElement> overridden(ExecutableElement method) {
        return overridden(method, above -> true);
    }

    /** Those of the methods that this one overrides or implements of which something holds that is quickly asked. */
    List<ExecutableElement> overridden(ExecutableElement method, Predicate<ExecutableElement> wanted) {
        List<ExecutableElement> found = new ArrayList<>();
        if (method.getKind() == ElementKind.METHOD && !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE)) {
            TypeElement owner = (TypeElement) method.getEnclosingElement();
            for (TypeElement ancestor : ancestorsOf(owner)) {
                for (ExecutableElement candidate : program.members().named(ancestor, method.getSimpleName())) {
                    if (candidate.getParameters().size() == method.getParameters().size() && wanted.test(candidate) && program.elements().overrides(method, candidate, owner)) {
                        found.add(candidate);
                    }
                }
            }
        }
        return found;
    }

    /** All classes and interfaces above a class, nearest first. */
    Set<TypeElement> ancestorsOf(TypeElement type) {
        Set<TypeElement> known = ancestors.get(type);
        if (known == null) {
            known = findAncestors(type);
            ancestors.put(type, known);
        }
        return known;
    }

    private Set<TypeElement> findAncestors(TypeElement type) {
        Set<TypeElement> all = new LinkedHashSet<>();
        Deque<TypeElement> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            program.types().directSupertypes(open.remove().asType()).forEach(supertype -> {
                if (program.types().asElement(supertype) instanceof TypeElement element && !element.equals(type) && all.add(element)) {
                    open.add(element);
                }
            });
        }
        return all;
    }

    /** Whether no class outside the ones that see it can give the method another meaning. */
    static boolean isClosedAgainstOverriding(ExecutableElement method) {
        Element owner = method.getEnclosingElement();
        return method.getKind() != ElementKind.METHOD || method.getModifiers().contains(Modifier.STATIC)
                || method.getModifiers().contains(Modifier.PRIVATE) || method.getModifiers().contains(Modifier.FINAL)
                || owner.getModifiers().contains(Modifier.FINAL) || isLocal((TypeElement) owner);
    }

    private static boolean isLocal(TypeElement type) {
        return type.getNestingKind() == NestingKind.ANONYMOUS || type.getNestingKind() == NestingKind.LOCAL;
    }

    /** Whether code outside the package can call it: the method and each class around it are public or protected. */
    static boolean isVisibleOutside(ExecutableElement method) {
        for (Element at = method; at != null && at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC) && !at.getModifiers().contains(Modifier.PROTECTED)) {
                return at.getEnclosingElement() instanceof TypeElement owner && owner.getKind().isInterface();
            }
        }
        return true;
    }
}
