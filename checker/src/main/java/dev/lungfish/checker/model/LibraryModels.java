package dev.lungfish.checker.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What library methods do: the rows shipped with Lungfish and those of the user's files, which win.
 *
 * <p>A method is looked for in the receiver's class and then in its supertypes, nearest first; within a class a row with exactly the
 * method's parameter types comes before a row without types, and that before a {@code *} row. A row of a class counts for a method only
 * if the class has that method: declares it, inherits it, or declares one that it overrides.
 *
 * <p>Remembers answers by compiler symbol, so an instance belongs to one compilation and its thread; the rows behind it are shared by all.
 */
public final class LibraryModels {
    private static final String CONSTRUCTOR = "<init>";
    private static final String EVERY_METHOD = "*";

    /** A class that has rows. */
    private record Described(TypeElement type, List<Map<String, List<ModelRow>>> rows) {
    }

    private record Question(ExecutableElement method, TypeElement receiver) {
    }

    private final List<ModelFile> userFiles;
    private final Set<String> triggers;
    private final Set<String> wrapped;
    private final Map<TypeElement, List<Described>> lines = new HashMap<>();
    private final Map<Question, Optional<MethodModel>> answers = new HashMap<>();

    private LibraryModels(List<ModelFile> userFiles) {
        this.userFiles = userFiles;
        this.triggers = new HashSet<>(ShippedModels.lines("methods/triggers.txt"));
        this.wrapped = new HashSet<>(ShippedModels.lines("methods/wrapped.txt"));
        for (ModelFile file : userFiles) {
            file.methods().stream().filter(row -> Triggers.isTrigger(row.model())).forEach(row -> triggers.add(row.name()));
            file.methods().stream().filter(row -> Triggers.isOftenWrapped(row.model())).forEach(row -> wrapped.add(row.name()));
        }
    }

    /**
     * Our rows and the user's.
     *
     * @throws ModelFormatException if a user's file is malformed, or two of them describe the same thing
     * @throws java.io.UncheckedIOException if a user's file cannot be read
     */
    public static LibraryModels load(List<Path> userFiles) {
        return new LibraryModels(UserModels.read(userFiles));
    }

    /**
     * The row for a call of the method on a value of a static type.
     *
     * @param receiverType the class through which it is called; for a constructor or a static method, the class that declares it
     * @return empty if no row is about it. A row whose name is {@code *} says something besides what the method's own body says
     */
    public Optional<MethodModel> find(ExecutableElement method, TypeElement receiverType, Elements elements, Types types) {
        return answers.computeIfAbsent(new Question(method, receiverType), q -> search(q, elements, types));
    }

    /**
     * Whether a method of this name may hand something over, freeze, or run a function in another thread. A quick test by name
     * alone: true says only that asking {@link #find} is worth it.
     */
    public boolean isTriggerName(CharSequence methodName) {
        return triggers.contains(methodName.toString());
    }

    /** As {@link #isTriggerName}, of methods that lock, unlock or wait. */
    public boolean isWrappedName(CharSequence methodName) {
        return wrapped.contains(methodName.toString());
    }

    private Optional<MethodModel> search(Question question, Elements elements, Types types) {
        ExecutableElement method = question.method();
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            return constructed(method).flatMap(type -> pick(described(type), CONSTRUCTOR, method, types));
        }
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return ofStatic(described(owner), method, types);
        }
        String name = method.getSimpleName().toString();
        for (Described described : line(question.receiver())) {
            Optional<MethodModel> found = inClass(described, name, question, elements, types);
            if (found.isPresent()) {
                return found;
            }
        }
        // An interface has the methods of Object without naming it as its superclass.
        return isObject(owner) ? pick(described(owner), name, method, types) : Optional.empty();
    }

    private static Optional<MethodModel> ofStatic(List<Map<String, List<ModelRow>>> groups, ExecutableElement method, Types types) {
        for (Map<String, List<ModelRow>> rows : groups) {
            Optional<MethodModel> found = pick(rows, method.getSimpleName().toString(), method, types);
            if (found.isEmpty() && rows.containsKey(EVERY_METHOD)) {
                found = Optional.of(rows.get(EVERY_METHOD).get(0).model());
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The class whose constructor runs: of an anonymous class, its superclass. */
    private static Optional<TypeElement> constructed(ExecutableElement constructor) {
        TypeElement owner = (TypeElement) constructor.getEnclosingElement();
        if (owner.getNestingKind() != NestingKind.ANONYMOUS) {
            return Optional.of(owner);
        }
        return owner.getSuperclass() instanceof DeclaredType type && type.asElement() instanceof TypeElement element
                ? Optional.of(element) : Optional.empty();
    }

    private Optional<MethodModel> inClass(Described described, String name, Question question, Elements elements, Types types) {
        ExecutableElement method = question.method();
        for (Map<String, List<ModelRow>> rows : described.rows()) {
            if (rows.containsKey(name)) {
                ExecutableElement member = member(described.type(), question, elements);
                Optional<MethodModel> found = member == null ? Optional.empty() : pick(rows, name, member, types);
                if (found.isPresent()) {
                    return found;
                }
            }
            List<ModelRow> every = rows.get(EVERY_METHOD);
            if (every != null && !isObject((TypeElement) method.getEnclosingElement())) {
                return Optional.of(every.get(0).model());
            }
        }
        return Optional.empty();
    }

    /** The method as the class has it: declared there, inherited, or the one that it overrides. Null: the class has no such method. */
    private ExecutableElement member(TypeElement type, Question question, Elements elements) {
        ExecutableElement method = question.method();
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        List<TypeElement> line = TypeLines.nearestFirst(type);
        if (isObject(owner) || line.contains(owner)) {
            return method;
        }
        for (TypeElement each : line) {
            for (Element element : each.getEnclosedElements()) {
                if (element instanceof ExecutableElement candidate && candidate.getSimpleName().contentEquals(method.getSimpleName())
                        && candidate.getParameters().size() == method.getParameters().size()
                        && elements.overrides(method, candidate, question.receiver())) {
                    return candidate;
                }
            }
        }
        return null;
    }

    private static Optional<MethodModel> pick(List<Map<String, List<ModelRow>>> groups, String name, ExecutableElement member, Types types) {
        for (Map<String, List<ModelRow>> rows : groups) {
            Optional<MethodModel> found = pick(rows, name, member, types);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<MethodModel> pick(Map<String, List<ModelRow>> rows, String name, ExecutableElement member, Types types) {
        ModelRow general = null;
        for (ModelRow row : rows.getOrDefault(name, List.of())) {
            if (row.params() == null) {
                general = row;
            } else if (row.params().size() == member.getParameters().size() && row.params().equals(erasedParams(member, types))) {
                return Optional.of(row.model());
            }
        }
        return Optional.ofNullable(general).map(ModelRow::model);
    }

    private List<Described> line(TypeElement type) {
        return lines.computeIfAbsent(type, t -> {
            List<Described> line = new ArrayList<>();
            for (TypeElement each : TypeLines.nearestFirst(t)) {
                List<Map<String, List<ModelRow>>> rows = described(each);
                if (!rows.isEmpty()) {
                    line.add(new Described(each, rows));
                }
            }
            return line;
        });
    }

    /** The rows of a class, the user's before ours. */
    private List<Map<String, List<ModelRow>>> described(TypeElement type) {
        List<Map<String, List<ModelRow>>> rows = new ArrayList<>(1);
        String name = TypeLines.binaryName(type);
        for (ModelFile file : userFiles) {
            addRows(file.ofClass(name), rows);
        }
        for (ModelText text : ShippedModels.METHODS.ofPackage(TypeLines.packageName(type))) {
            addRows(text.ofClass(name), rows);
        }
        return rows;
    }

    private static void addRows(Map<String, List<ModelRow>> ofClass, List<Map<String, List<ModelRow>>> rows) {
        if (!ofClass.isEmpty()) {
            rows.add(ofClass);
        }
    }

    private static boolean isObject(TypeElement type) {
        return type.getQualifiedName().contentEquals("java.lang.Object");
    }

    /** Erased parameter types by simple name, as the rows write them. */
    static List<String> erasedParams(ExecutableElement method, Types types) {
        List<String> names = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            names.add(simpleName(types.erasure(parameter.asType())));
        }
        return names;
    }

    private static String simpleName(TypeMirror erased) {
        if (erased instanceof ArrayType array) {
            return simpleName(array.getComponentType()) + "[]";
        }
        if (erased instanceof DeclaredType declared) {
            return declared.asElement().getSimpleName().toString();
        }
        return erased.getKind().name().toLowerCase(Locale.ROOT);
    }
}
