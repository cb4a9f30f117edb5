package dev.lungfish.checker.threads;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.KnownTypes;
import dev.lungfish.checker.model.LibraryModels;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.RunKind;
import dev.lungfish.checker.model.TypeVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** The library models, asked in terms of calls. Confined to the compiler's thread. */
final class Library {
    private static final String EVERY_METHOD = "*";

    private final Program program;
    private final LibraryModels models;
    private final KnownTypes known;
    private final Map<ExecutableElement, Boolean> overriding = new HashMap<>();
    private final Map<CharSequence, Boolean> triggers = new HashMap<>();
    private final Map<TypeElement, List<TypeElement>> fromOutside = new HashMap<>();

    Library(Program program, LibraryModels models, KnownTypes known) {
        this.program = program;
        this.models = models;
        this.known = known;
    }

    /** Whether methods of the type that look like reads write. */
    boolean readsWrite(TypeElement type) {
        return known.find(type).or(() -> known.inherited(type)).filter(row -> row.verdict() == TypeVerdict.READS_WRITE).isPresent();
    }

    /**
     * A function that a call is given.
     *
     * @param argument the function, or a collection of functions
     * @param what the type through which it is run
     */
    record Given(TreePath argument, TypeElement what, RunKind kind, String thread) {
    }

    /** Whether a call of this name may start anything: a quick test. */
    boolean isTriggerName(CharSequence name) {
        return triggers.computeIfAbsent(name, models::isTriggerName);
    }

    Optional<MethodModel> modelOf(Call call) {
        return modelOf(call.callee(), receiverType(call));
    }

    Optional<MethodModel> modelOf(ExecutableElement method, TypeElement receiver) {
        return models.find(method, receiver, program.elements(), program.types());
    }

    /** What a method of this compilation overrides in a library, as a model describes it. */
    Optional<MethodModel> entryModel(ExecutableElement method) {
        if (method.getKind() != ElementKind.METHOD || method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        TypeElement type = (TypeElement) method.getEnclosingElement();
        if (method.getModifiers().contains(Modifier.PRIVATE) || type.getInterfaces().isEmpty() && isObject(type.getSuperclass())) {
            return Optional.empty();
        }
        Optional<MethodModel> model = modelOf(method, type);
        return model.filter(m -> !m.name().equals(EVERY_METHOD) || overridesLibrary(method));
    }

    private static boolean isObject(TypeMirror superclass) {
        return superclass.getKind() == TypeKind.NONE || superclass instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Object");
    }

    /** Whether a library may call the method through a type of its own. What everybody inherits from Object does not count. */
    boolean overridesLibrary(ExecutableElement method) {
        return overriding.computeIfAbsent(method, this::findsOverridden);
    }

    private boolean findsOverridden(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.STATIC) || method.getModifiers().contains(Modifier.PRIVATE)) {
            return false;
        }
        TypeElement type = (TypeElement) method.getEnclosingElement();
        return fromOutside.computeIfAbsent(type, this::libraryTypesAbove).stream()
                .flatMap(t -> program.members().named(t, method.getSimpleName()).stream()).anyMatch(m -> program.elements().overrides(method, m, type));
    }

    private List<TypeElement> libraryTypesAbove(TypeElement type) {
        List<TypeElement> above = new ArrayList<>();
        collect(type, above);
        above.removeIf(t -> t.getQualifiedName().contentEquals("java.lang.Object") || program.index().declaration(t) != null);
        return above;
    }

    private void collect(TypeElement type, List<TypeElement> all) {
        List<TypeMirror> direct = new ArrayList<>(type.getInterfaces());
        direct.add(type.getSuperclass());
        for (TypeMirror above : direct) {
            if (program.types().asElement(above) instanceof TypeElement element && !all.contains(element)) {
                all.add(element);
                collect(element, all);
            }
        }
    }

    /** The class through which a method is called. */
    TypeElement receiverType(Call call) {
        TypeElement owner = (TypeElement) call.callee().getEnclosingElement();
        if (call.callee().getKind() == ElementKind.CONSTRUCTOR || call.callee().getModifiers().contains(Modifier.STATIC)) {
            return owner;
        }
        Optional<TypeElement> written = call.receiver().map(path -> program.trees().getTypeMirror(path)).flatMap(this::elementOf);
        return written.orElseGet(() -> implicit(call.from().type(), owner));
    }

    /** The class whose instance is meant by an unqualified call: the innermost that has the method. */
    TypeElement implicit(TypeElement from, TypeElement owner) {
        for (Element type = from; type != null; type = type.getEnclosingElement()) {
            if (type instanceof TypeElement element
                    && program.types().isSubtype(program.types().erasure(element.asType()), program.types().erasure(owner.asType()))) {
                return element;
            }
        }
        return owner;
    }

    /** The class of a type; of a type variable or wildcard that of its bound, of an array that of its elements. */
    Optional<TypeElement> elementOf(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            return elementOf(variable.getUpperBound());
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null ? Optional.empty() : elementOf(wildcard.getExtendsBound());
        }
        if (type instanceof ArrayType array) {
            return elementOf(array.getComponentType());
        }
        return type != null && program.types().asElement(type) instanceof TypeElement element ? Optional.of(element) : Optional.empty();
    }

    /** The functions that a call is given, with how they are run. */
    List<Given> functionsOf(Call call, MethodModel model) {
        List<Given> functions = new ArrayList<>();
        List<TreePath> arguments = call.arguments();
        for (Effect.Runs runs : model.all(Effect.Runs.class)) {
            RunKind kind = runs.kind() == RunKind.LOOP && isParallel(call) ? RunKind.PARALLEL : runs.kind();
            for (int i = 0; i < arguments.size(); i++) {
                int formal = Math.min(i, call.callee().getParameters().size() - 1);
                boolean named = runs.functional() instanceof Place.AllArgs || runs.functional().equals(Place.arg(formal));
                if (named && formal >= 0) {
                    TypeElement what = runType(call.callee().getParameters().get(formal));
                    if (what != null) {
                        functions.add(new Given(arguments.get(i), what, kind, runs.thread()));
                    }
                }
            }
        }
        return functions;
    }

    /** The functional type of a parameter, or of the elements of a collection of functions. */
    private TypeElement runType(VariableElement parameter) {
        TypeMirror type = parameter.asType();
        if (type instanceof DeclaredType declared && declared.getTypeArguments().size() == 1 && isIterable(declared)) {
            type = declared.getTypeArguments().get(0);
        }
        return elementOf(type).orElse(null);
    }

    private boolean isIterable(DeclaredType type) {
        TypeElement iterable = program.elements().getTypeElement("java.lang.Iterable");
        return program.types().isSubtype(program.types().erasure(type), program.types().erasure(iterable.asType()));
    }

    /** Whether a call in the chain before this one has a name that may start anything, as all have that make it parallel. */
    boolean isAfterTrigger(Call call) {
        Optional<TreePath> receiver = call.receiver();
        while (receiver.isPresent()) {
            TreePath path = Shapes.bare(receiver.get());
            if (!(path.getLeaf() instanceof MethodInvocationTree before)) {
                return false;
            }
            if (isTriggerName(nameOf(before))) {
                return true;
            }
            receiver = before.getMethodSelect() instanceof MemberSelectTree select
                    ? Optional.of(new TreePath(new TreePath(path, select), select.getExpression())) : Optional.empty();
        }
        return false;
    }

    /** Whether the chain of calls before this one has been made parallel. */
    private boolean isParallel(Call call) {
        Optional<TreePath> receiver = call.receiver();
        while (receiver.isPresent()) {
            TreePath path = Shapes.bare(receiver.get());
            if (!(path.getLeaf() instanceof MethodInvocationTree) || !(program.trees().getElement(path) instanceof ExecutableElement method)) {
                return false;
            }
            Call before = new Call(path, method, call.from());
            Optional<MethodModel> model = modelOf(before);
            if (model.isPresent() && model.get().has(Effect.Parallel.class)) {
                return true;
            }
            if (model.isPresent() && model.get().has(Effect.Sequential.class)) {
                return false;
            }
            receiver = before.receiver();
        }
        return false;
    }

    /** Whether the call starts the object that it is called on: {@code thread.start()}, {@code task.fork()}. */
    static boolean startsReceiver(MethodModel model) {
        return model.all(Effect.Lend.class).stream().anyMatch(lend -> lend.what().equals(Place.THIS))
                || model.all(Effect.Move.class).stream().anyMatch(move -> move.what().equals(Place.THIS));
    }

    /** Arguments that a call starts without a functional parameter: {@code timer.schedule(task, 10)}, {@code addShutdownHook(thread)}. */
    static List<TreePath> startedArguments(Call call, MethodModel model) {
        List<TreePath> started = new ArrayList<>();
        for (Effect.Move move : model.all(Effect.Move.class)) {
            if (move.what() instanceof Place.Arg arg && arg.index() < call.arguments().size()) {
                started.add(call.arguments().get(arg.index()));
            }
        }
        return started;
    }

    /** Whether the call puts its argument into a container and does not run it. */
    static boolean stores(MethodModel model, int argument) {
        return model.all(Effect.Runs.class).isEmpty()
                && (model.all(Effect.Move.class).stream().anyMatch(move -> move.what().equals(Place.arg(argument)))
                || model.all(Effect.Merge.class).stream().anyMatch(merge -> merge.value().equals(Place.arg(argument))));
    }

    /** The simple name that a method is called by. */
    static CharSequence nameOf(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select ? select.getIdentifier() : call.getMethodSelect().toString();
    }
}
