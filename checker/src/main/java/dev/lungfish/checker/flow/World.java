package dev.lungfish.checker.flow;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.declared.GuardAnnotations;
import dev.lungfish.checker.declared.RegionExpression;
import dev.lungfish.checker.declared.RegionPath;
import dev.lungfish.checker.frozen.FrozenVerdict;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.frozen.ValueVerdict;
import dev.lungfish.checker.javac.Positions;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.LibraryModels;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.region.Claim;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.SourcePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What the flow analysis asks about types, declarations and libraries. One per compilation. */
final class World {
    private static final List<String> VIEWS = List.of("java.util.Collection", "java.util.Map", "java.util.Map.Entry", "java.util.Iterator");

    private final Program program;
    private final Map<String, TypeElement> known = new HashMap<>();
    private final Map<Element, Boolean> strict = new HashMap<>();
    private final TypeVerdicts verdicts;
    private final LibraryModels models;
    private final GuardAnnotations guards;
    private final RegionExpression regions;
    private final Positions positions;
    private final Classes classes;
    private final Contract.Reader contracts = new Contract.Reader();
    private final WrittenContracts written;
    private final SoleFields soleFields;
    private final LockWrappers locks;
    private final Loners loners;
    private final AnalysisOptions options;
    private final FieldFacts fields;
    private Predicate<ExecutableElement> mattersDirectly = method -> true;
    private final Map<String, VariableElement> namedFields = new HashMap<>();
    private final Map<VariableElement, Boolean> guardedFields = new HashMap<>();
    private final Map<VariableElement, Integer> variables = new HashMap<>();
    private final Set<ExecutableElement> believed = new HashSet<>();
    private final Set<ExecutableElement> assumed = new HashSet<>();
    private final Map<VariableElement, List<RegionKey>> fieldRegions = new HashMap<>();

    World(Program program, TypeVerdicts verdicts, LibraryModels models, FieldFacts fields, AnalysisOptions options) {
        this.program = program;
        this.fields = fields;
        this.verdicts = verdicts;
        this.models = models;
        this.options = options;
        this.guards = new GuardAnnotations(program);
        this.regions = new RegionExpression(program);
        this.positions = new Positions(program.trees());
        this.classes = new Classes(program);
        this.written = new WrittenContracts(this);
        this.soleFields = new SoleFields(this);
        this.locks = new LockWrappers(this);
        this.loners = new Loners(this);
    }

    /** Which objects keep to themselves. */
    Loners loners() {
        return loners;
    }

    /** Which objects are locked by their methods. */
    LockWrappers locks() {
        return locks;
    }

    /** Whether a constant is a mark: it is compared somewhere, and nobody looks into it by its name. */
    boolean isMark(VariableElement field) {
        return fields.mark().test(field);
    }

    /** Whether a field of a thread is touched by that thread alone: nobody meets it there. */
    boolean isOfItsThread(VariableElement field) {
        return isHandle(field.getEnclosingElement().asType()) && fields.ofItsThread().test(field);
    }

    /** Tells, from here on, which methods do something that the rules are about. */
    void mattering(Predicate<ExecutableElement> directly) {
        mattersDirectly = directly;
    }

    /** Whether a method does by itself something that the rules are about. */
    boolean mattersDirectly(ExecutableElement method) {
        return mattersDirectly.test(method);
    }

    Program program() {
        return program;
    }

    TypeVerdicts verdicts() {
        return verdicts;
    }

    LibraryModels models() {
        return models;
    }

    Classes classes() {
        return classes;
    }

    Contract contract(ExecutableElement method) {
        return contracts.of(method);
    }

    /** The contracts that the classes of other compilations carry. */
    WrittenContracts written() {
        return written;
    }

    AnalysisOptions options() {
        return options;
    }

    /** Whether declarations alone show that the value of this expression is frozen. */
    boolean isFrozenValue(CompilationUnitTree unit, Tree expression) {
        return new ValueVerdict(verdicts).isFrozen(expression == null ? null : program.index().path(unit, expression));
    }

    boolean isTracked(TypeMirror type) {
        if (type == null || type.getKind() == TypeKind.ERROR) {
            return false;
        }
        return verdicts.isTracked(isFrozenUse(type) ? unannotated(type) : type) && verdicts.confinement(type).isEmpty();
    }

    /** Whether a type says nothing of what its value is: a type variable, {@code Object}, or a box of such. */
    boolean isOpaque(TypeMirror type) {
        if (type == null || type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.WILDCARD) {
            return type != null;
        }
        return type instanceof DeclaredType declared && (((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Object")
                || verdicts.isBox(type) && declared.getTypeArguments().stream().allMatch(this::isOpaque));
    }

    /** The name under which summaries know a field. */
    String fieldName(VariableElement field) {
        String name = ((TypeElement) field.getEnclosingElement()).getQualifiedName() + "." + field.getSimpleName();
        namedFields.putIfAbsent(name, field);
        return name;
    }

    /** The field of this name, if {@link #fieldName} has given it. */
    Optional<VariableElement> fieldNamed(String name) {
        return Optional.ofNullable(namedFields.get(name));
    }

    /** Whether the field's value protects itself, although its declared type does not say so. */
    boolean isShareableField(VariableElement field) {
        return !isFrozenField(field) && verdicts.fieldIsShareableValue(field);
    }

    /** Whether the field is private and every access to it outside constructors holds one and the same lock of its object. */
    boolean isGuardedEverywhere(VariableElement field) {
        if (!field.getModifiers().contains(Modifier.PRIVATE) || field.getModifiers().contains(Modifier.STATIC)) {
            return false;
        }
        Boolean known = guardedFields.get(field);
        if (known == null) {
            known = fields.guardedEverywhere().test(field);
            guardedFields.put(field, known);
        }
        return known;
    }

    /** Where code that whoever calls it runs touches the field with no lock held, but for the places that are ordered before. */
    Optional<TreePath> touchedUnlocked(VariableElement field, Predicate<TreePath> ordered) {
        return fields.touchedUnlocked().apply(field, ordered);
    }

    private TypeMirror unannotated(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            return declared.getTypeArguments().isEmpty() ? program.types().erasure(type)
                    : program.types().getDeclaredType(element, declared.getTypeArguments().toArray(TypeMirror[]::new));
        }
        return type instanceof ArrayType array ? program.types().getArrayType(array.getComponentType()) : type;
    }

    /** A class of the JDK: the compiler looks for it anew at each question. */
    TypeElement typeNamed(String name) {
        return known.computeIfAbsent(name, program.elements()::getTypeElement);
    }

    /** A started thread, or a task that is its own future, may be named, waited for and asked for its state by everybody; only what it runs is lent. */
    boolean isHandle(TypeMirror type) {
        return verdicts.isTask(type) || program.types().asElement(type) instanceof TypeElement element && isThread(element);
    }

    boolean isThread(TypeElement type) {
        return Hierarchy.isSubclass(type, typeNamed("java.lang.Thread"));
    }

    /** A thread or future: something whose completion can be waited for. */
    boolean canBeWaitedFor(TypeMirror type) {
        return isHandle(type) || program.types().asElement(type) instanceof TypeElement element
                && Hierarchy.isSubclass(element, typeNamed("java.util.concurrent.Future"));
    }

    /** Something that gives back what was lent to it when it is waited for: a thread or future, an executor, a latch. */
    boolean endsLoans(TypeMirror type) {
        return canBeWaitedFor(type) || program.types().asElement(type) instanceof TypeElement element
                && (Hierarchy.isSubclass(element, typeNamed("java.util.concurrent.Executor"))
                || Hierarchy.isSubclass(element, typeNamed("java.util.concurrent.CountDownLatch")));
    }

    /** A thread, or a list or array of threads: no task reaches it through what was lent with its start. */
    boolean holdsThreads(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isHandle(array.getComponentType());
        }
        return isHandle(type) || type instanceof DeclaredType declared && declared.getTypeArguments().size() == 1 && isHandle(declared.getTypeArguments().get(0));
    }

    /** A thread that has nothing of its own but the task it was given. */
    boolean isPlainThread(NewClassTree made, TypeMirror of) {
        return made.getClassBody() == null && program.types().asElement(of) instanceof TypeElement type
                && type.getQualifiedName().contentEquals("java.lang.Thread");
    }

    boolean isRunnable(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && program.types().isAssignable(type, typeNamed("java.lang.Runnable").asType());
    }

    /** Whether objects of a class show or go through the data of something else: a collection, map, entry or iterator. */
    boolean isView(TypeMirror type) {
        return VIEWS.stream().map(name -> program.types().erasure(typeNamed(name).asType()))
                .anyMatch(view -> program.types().isSubtype(program.types().erasure(type), view));
    }

    boolean isFrozenUse(TypeMirror type) {
        return type != null && !type.getKind().isPrimitive() && verdicts.promises().isFrozenUse(type);
    }

    /** The path to what is mutable in a type, for messages. */
    String mutablePath(TypeMirror type) {
        FrozenVerdict verdict = verdicts.frozen(type);
        if (verdict instanceof FrozenVerdict.Mutable mutable) {
            return mutable.path();
        }
        return verdict instanceof FrozenVerdict.Unknown unknown ? unknown.path() : "";
    }

    Optional<MethodModel> model(ExecutableElement method, TypeElement receiver) {
        Optional<MethodModel> model = models.find(method, receiver, program.elements(), program.types());
        model.ifPresent(row -> believed.add(method));
        return model;
    }

    /** How many methods were judged by what a library model says of them. */
    long believed() {
        return believed.size();
    }

    /** This method was judged by its types alone. */
    void assume(ExecutableElement method) {
        assumed.add(method);
    }

    /** How many methods were judged by their types alone. */
    long assumed() {
        return assumed.size();
    }

    boolean isStrict(Element at) {
        if (options.strict() || at == null) {
            return options.strict();
        }
        Boolean known = strict.get(at);
        if (known == null) {
            known = Annotations.has(at, "RegionAware") || isStrict(at.getEnclosingElement());
            strict.put(at, known);
        }
        return known;
    }

    SourcePoint point(CompilationUnitTree unit, Tree tree) {
        return positions.of(unit, tree);
    }

    SourcePoint end(CompilationUnitTree unit, Tree tree) {
        return positions.endOf(unit, tree);
    }

    Positions positions() {
        return positions;
    }

    boolean isIsolated(VariableElement field) {
        return Annotations.has(field, "Isolated") || written.of(field).isolated();
    }

    /** Whether the field promises that its value is frozen. */
    boolean isFrozenField(VariableElement field) {
        return isFrozenUse(field.asType()) || written.of(field).frozen();
    }

    /** The regions that a field's value lives in, from the base {@code this} for instance fields. Broken expressions are told elsewhere. */
    List<RegionKey> regionsOf(VariableElement field) {
        List<RegionKey> known = fieldRegions.get(field);
        if (known == null) {
            known = keys(guards.ofVariable(field), field);
            known = known.isEmpty() ? written.of(field).regions() : known;
            fieldRegions.put(field, known);
        }
        return known;
    }

    /** How sure it is that the guards of a field own what it refers to ({@code docs/decisions/0011}). */
    Claim claimOn(VariableElement field) {
        List<GuardAnnotations.Guard> declared = guards.ofVariable(field);
        if (declared.isEmpty() || declared.stream().anyMatch(GuardAnnotations.Guard::ownsObject)) {
            return Claim.OWNED;
        }
        return verdicts.mayProtectItself(field.asType()) ? Claim.PERHAPS : Claim.GUARDED;
    }

    /** Whether the guards of a field are about the variable alone: what it is given protects itself, also if the type does not say so; what a future delivers has its own rules. */
    boolean guardsVariableOnly(VariableElement field) {
        return claimOn(field) != Claim.OWNED && (verdicts.isBox(field.asType()) || isShareableField(field));
    }

    /** Whether nothing shows that values of this type are unprotected mutable state. */
    boolean mayProtectItself(TypeMirror type) {
        return type == null || verdicts.mayProtectItself(type);
    }

    /** Whether the guarded field alone leads to what it refers to. */
    boolean isSoleField(VariableElement field) {
        return soleFields.isSole(field);
    }

    /** The regions that must be open where a method is called. */
    List<RegionKey> onEntry(ExecutableElement method) {
        return keys(guards.onEntry(method), method);
    }

    /** The regions in which a method's result lies. */
    List<RegionKey> ofResult(ExecutableElement method) {
        return keys(guards.ofResult(method), method);
    }

    private List<RegionKey> keys(List<GuardAnnotations.Guard> all, Element at) {
        List<RegionKey> keys = new ArrayList<>();
        for (GuardAnnotations.Guard guard : all) {
            if (regions.resolve(guard.expression(), at) instanceof RegionPath.Path path) {
                key(path).map(key -> lastOf(path).map(named -> locks.meant(key, named, at)).orElse(key)).ifPresent(keys::add);
            }
        }
        return List.copyOf(keys);
    }

    /** What the last step of a path means; nothing for {@code this} and classes, whose monitors are meant. */
    private static Optional<Element> lastOf(RegionPath.Path path) {
        if (path.getter().isPresent() || !path.fields().isEmpty()) {
            return path.getter().map(getter -> (Element) getter).or(() -> Optional.of(path.fields().get(path.fields().size() - 1)));
        }
        return path.base() instanceof RegionPath.Variable start ? Optional.of(start.variable()) : Optional.empty();
    }

    private Optional<RegionKey> key(RegionPath.Path path) {
        List<String> fields = new ArrayList<>();
        path.fields().forEach(field -> fields.add(locks.step(field)));
        path.getter().ifPresent(getter -> fields.add(getter.getSimpleName() + "()"));
        RegionPath.Base base = path.base();
        TypeMirror owner = path.fields().isEmpty() ? null : path.fields().get(path.fields().size() - 1).asType();
        RegionKey.Kind kind = owner == null ? RegionKey.Kind.LOCK : kindOf(owner);
        if (base instanceof RegionPath.This) {
            return Optional.of(new RegionKey(kind, "this", fields));
        } else if (base instanceof RegionPath.Outer outer) {
            return Optional.of(new RegionKey(kind, "outer:" + outer.type().getQualifiedName(), fields));
        } else if (base instanceof RegionPath.StaticOf statics) {
            TypeElement declarer = path.fields().isEmpty() ? statics.type() : (TypeElement) path.fields().get(0).getEnclosingElement();
            return Optional.of(new RegionKey(kind, "static:" + declarer.getQualifiedName(), fields));
        } else if (base instanceof RegionPath.ClassObject object) {
            return Optional.of(new RegionKey(kind, "class:" + object.type().getQualifiedName(), fields));
        } else if (base instanceof RegionPath.Variable variable) {
            return Optional.of(new RegionKey(kindOf(variable.variable().asType()), variable(variable.variable()), fields));
        } else if (base instanceof RegionPath.Itself itself && itself.annotated() instanceof VariableElement annotated) {
            List<String> self = new ArrayList<>(List.of(annotated.getSimpleName().toString()));
            self.addAll(fields);
            boolean isStatic = annotated.getModifiers().contains(Modifier.STATIC);
            return Optional.of(new RegionKey(kind, isStatic ? "static:" + annotated.getEnclosingElement() : "this", self));
        }
        return Optional.empty();
    }

    /** The base of a path that starts at a variable: its name is not enough, two blocks may have one each. */
    String variable(VariableElement variable) {
        return "var:" + variable.getSimpleName() + "@" + variables.computeIfAbsent(variable, v -> variables.size());
    }

    /** Whether values of this type are collections. */
    boolean isCollection(TypeMirror type) {
        TypeElement collection = typeNamed("java.util.Collection");
        return collection != null && program.types().isSubtype(program.types().erasure(type), program.types().erasure(collection.asType()));
    }

    /** Whether a path with this base starts at a local variable or parameter, or at something that lives as short as one. */
    boolean isVariable(String base) {
        return base.startsWith("var:");
    }

    /** The variable at which a path with this base starts. */
    Optional<VariableElement> variableNamed(String base) {
        return variables.keySet().stream().filter(v -> variable(v).equals(base)).findFirst();
    }

    /** The region that a variable stands for by itself. */
    RegionKey keyOf(VariableElement variable) {
        return new RegionKey(kindOf(variable.asType()), variable(variable), List.of());
    }

    /** Whether values of this type are edges to child regions: they lie in the content of their parent, and ask by themselves whether they may be used. */
    boolean isEdge(TypeMirror type) {
        return program.types().asElement(type) instanceof TypeElement element && element.getQualifiedName().contentEquals("dev.lungfish.runtime.Child");
    }

    /** Whether values of this type stand for a region that is open until they are closed: whoever is given one may use it. */
    boolean isOpenHandle(TypeMirror type) {
        return program.types().asElement(type) instanceof TypeElement element
                && (element.getQualifiedName().contentEquals("dev.lungfish.runtime.Acquired") || element.getQualifiedName().contentEquals("dev.lungfish.runtime.Borrow"));
    }

    /** What kind of owner a value of this type is. */
    RegionKey.Kind kindOf(TypeMirror type) {
        if (program.types().asElement(type) instanceof TypeElement element) {
            String name = element.getQualifiedName().toString();
            if (name.equals("dev.lungfish.runtime.Cown") || name.equals("dev.lungfish.runtime.Acquired") || name.equals("dev.lungfish.runtime.PinnedCown")) {
                return RegionKey.Kind.COWN;
            } else if (name.equals("dev.lungfish.runtime.Region") || name.equals("dev.lungfish.runtime.Borrow") || name.equals("dev.lungfish.runtime.Child")) {
                return RegionKey.Kind.REGION;
            }
        }
        return RegionKey.Kind.LOCK;
    }
}
