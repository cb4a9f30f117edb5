package dev.lungfish.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.region.RegionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Objects that are locked by their methods: locks of a library, and wrappers, whose methods acquire or release a final lock field of theirs for
 * the caller. Such an object has two locks, that one and its monitor. Its name in an annotation means the first, unless the file that has the
 * annotation synchronizes on it by this name: which of the two, is decided by that file alone, and held is only the one that is meant.
 */
final class LockWrappers {
    /** The lock fields that a method acquires, and those that it releases. */
    private record Turned(Set<VariableElement> opened, Set<VariableElement> closed) {
        /** What it does only one of: the other one is left to the caller. */
        Stream<VariableElement> forCaller() {
            return Stream.concat(opened.stream().filter(lock -> !closed.contains(lock)), closed.stream().filter(lock -> !opened.contains(lock)));
        }
    }

    private final World world;
    private final Map<TypeElement, Optional<VariableElement>> inner = new HashMap<>();
    private final Map<TypeElement, Optional<String>> writtenSteps = new HashMap<>();
    private final Map<TypeElement, Boolean> locks = new HashMap<>();
    private final Map<ExecutableElement, Turned> turned = new HashMap<>();
    private final Map<TypeElement, Set<Element>> monitors = new HashMap<>();

    LockWrappers(World world) {
        this.world = world;
    }

    /** The last steps of the path to the lock that an object of this type stands for: none, if that is the object itself. */
    List<String> stepsIn(TypeMirror type) {
        List<String> steps = new ArrayList<>();
        TypeMirror at = type;
        while (world.program().types().asElement(at) instanceof TypeElement wrapper) {
            Optional<VariableElement> lock = lockOf(wrapper);
            Optional<String> step = lock.map(this::step).or(() -> writtenStep(wrapper));
            if (step.isEmpty() || steps.contains(step.get())) {
                return steps;
            }
            steps.add(step.get());
            if (lock.isEmpty()) {
                return steps;
            }
            at = lock.get().asType();
        }
        return steps;
    }

    /** Whether methods of the type acquire or release a lock for their callers. */
    boolean isWrapper(TypeElement type) {
        return lockOf(type).isPresent();
    }

    /** Whether objects of this type are locked by their methods, so that their monitor is another lock. */
    boolean isLocked(TypeMirror type) {
        return !stepsIn(type).isEmpty() || world.program().types().asElement(type) instanceof TypeElement element && locks.computeIfAbsent(element, this::isOfLibrary);
    }

    /** How a field is called as a step of a path. */
    String step(VariableElement field) {
        String name = field.getSimpleName().toString();
        if (field.getKind() != ElementKind.FIELD || !(field.getEnclosingElement() instanceof TypeElement owner)) {
            return name;
        }
        boolean isInner = lockOf(owner).filter(field::equals).isPresent() || writtenStep(owner).filter(RegionKey.inner(name)::equals).isPresent();
        return isInner ? RegionKey.inner(name) : name;
    }

    /**
     * The lock that an annotation names.
     *
     * @param plain the path as it is written
     * @param named what the last step of it means: a variable, or a method that yields the lock
     * @param at what is annotated
     */
    RegionKey meant(RegionKey plain, Element named, Element at) {
        TypeMirror type = named instanceof ExecutableElement getter ? getter.getReturnType() : named.asType();
        if (plain.kind() != RegionKey.Kind.LOCK || !isLocked(type)) {
            return plain;
        }
        return isSynchronizedOn(named, at) ? plain.monitor() : plain.with(stepsIn(type));
    }

    private boolean isSynchronizedOn(Element named, Element at) {
        TypeElement top = null;
        for (Element around = at; around != null; around = around.getEnclosingElement()) {
            top = around instanceof TypeElement type ? type : top;
        }
        ClassTree tree = top == null ? null : world.classes().trees().get(top);
        return tree != null && monitors.computeIfAbsent(top, t -> synchronizedOn(tree)).contains(named);
    }

    private static Set<Element> synchronizedOn(ClassTree tree) {
        Set<Element> found = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitSynchronized(SynchronizedTree block, Void unused) {
                found.add(named(block.getExpression()));
                return super.visitSynchronized(block, null);
            }
        }.scan(tree, null);
        return found;
    }

    /** The lock field that stands for the whole object. */
    private Optional<VariableElement> lockOf(TypeElement type) {
        Optional<VariableElement> known = inner.get(type);
        if (known != null) {
            return known;
        }
        inner.put(type, Optional.empty());
        Set<VariableElement> found = new HashSet<>();
        boolean mayHaveOne = ElementFilter.fieldsIn(type.getEnclosedElements()).stream().anyMatch(field -> isOwn(field, type) && (field.asType().getKind() == TypeKind.DECLARED || field.asType().getKind() == TypeKind.TYPEVAR));
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (mayHaveOne && !method.getModifiers().contains(Modifier.PRIVATE)) {
                turnedBy(method).forCaller().forEach(found::add);
            }
        }
        Optional<VariableElement> lock = found.size() == 1 ? Optional.of(found.iterator().next())
                : found.isEmpty() && world.program().types().asElement(type.getSuperclass()) instanceof TypeElement above ? lockOf(above) : Optional.empty();
        inner.put(type, lock);
        return lock;
    }

    private Turned turnedBy(ExecutableElement method) {
        Classes.Source source = world.classes().sourceOf(method);
        if (source == null || source.tree().getBody() == null) {
            return new Turned(Set.of(), Set.of());
        }
        Turned known = turned.get(method);
        if (known == null) {
            known = new Turned(new HashSet<>(), new HashSet<>());
            turned.put(method, known);
            look(source, known);
        }
        return known;
    }

    private void look(Classes.Source source, Turned into) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                ExecutableElement called = TreeUtils.elementFromUse(call);
                boolean mayTurn = world.models().isWrappedName(called.getSimpleName()) || world.classes().sourceOf(called) != null;
                Optional<VariableElement> own = mayTurn ? ownLock(TreeUtils.getReceiverTree(call), source.type()) : Optional.empty();
                own.ifPresent(lock -> {
                    if (does(called, call, Effect.Opens.class)) {
                        into.opened().add(lock);
                    }
                    if (does(called, call, Effect.Closes.class)) {
                        into.closed().add(lock);
                    }
                });
                return super.visitMethodInvocation(call, null);
            }
        }.scan(source.tree().getBody(), null);
    }

    private boolean does(ExecutableElement called, MethodInvocationTree call, Class<? extends Effect> effect) {
        if (world.classes().sourceOf(called) != null) {
            Turned there = turnedBy(called);
            return there.forCaller().anyMatch(lock -> (effect == Effect.Opens.class ? there.opened() : there.closed()).contains(lock));
        }
        return world.models().isWrappedName(called.getSimpleName())
                && world.model(called, Receivers.typeOf(called, TreeUtils.getReceiverTree(call), world)).filter(row -> row.has(effect)).isPresent();
    }

    /** The final field of the class that an expression yields, also through a local variable or as a view of it. */
    private Optional<VariableElement> ownLock(ExpressionTree expression, TypeElement of) {
        if (expression instanceof MethodInvocationTree call) {
            ExpressionTree receiver = TreeUtils.getReceiverTree(call);
            ExecutableElement called = TreeUtils.elementFromUse(call);
            boolean isView = receiver != null && world.models().isWrappedName(called.getSimpleName())
                    && world.model(called, Receivers.typeOf(called, receiver, world)).filter(row -> row.has(Effect.LockView.class)).isPresent();
            return isView ? ownLock(receiver, of) : Optional.empty();
        }
        if (!(named(expression) instanceof VariableElement variable) || variable.getKind() == ElementKind.PARAMETER) {
            return Optional.empty();
        }
        Tree declaration = world.program().index().declaration(variable);
        boolean isLocal = variable.getKind() == ElementKind.LOCAL_VARIABLE;
        if (declaration instanceof VariableTree tree && tree.getInitializer() != null && (isLocal || tree.getInitializer() instanceof MethodInvocationTree)) {
            return ownLock(tree.getInitializer(), of);
        }
        return isOwn(variable, of) ? Optional.of(variable) : Optional.empty();
    }

    private static boolean isOwn(VariableElement variable, TypeElement of) {
        return variable.getKind() == ElementKind.FIELD && variable.getEnclosingElement().equals(of)
                && variable.getModifiers().contains(Modifier.FINAL) && !variable.getModifiers().contains(Modifier.STATIC);
    }

    /** What a name means, or null for any other expression. */
    private static Element named(ExpressionTree expression) {
        ExpressionTree bare = expression == null ? null : TreeUtils.withoutParens(expression);
        return bare instanceof IdentifierTree || bare instanceof MemberSelectTree ? TreeUtils.elementFromUse(bare) : null;
    }

    private boolean isOfLibrary(TypeElement type) {
        return ElementFilter.methodsIn(world.program().elements().getAllMembers(type)).stream()
                .filter(method -> world.models().isWrappedName(method.getSimpleName())).flatMap(method -> world.model(method, type).stream())
                .anyMatch(LockWrappers::locksItself);
    }

    private static boolean locksItself(MethodModel row) {
        return row.has(Effect.LockView.class) || row.all(Effect.Opens.class).stream().anyMatch(opens -> opens.region() instanceof Place.This);
    }

    /** The lock field of a wrapper of another module, as its contract tells. */
    private Optional<String> writtenStep(TypeElement type) {
        return writtenSteps.computeIfAbsent(type, t -> {
            Set<String> steps = new TreeSet<>();
            ElementFilter.methodsIn(world.program().elements().getAllMembers(t)).forEach(method -> world.written().of(method).ifPresent(summary ->
                    Stream.concat(summary.opened().stream().map(Summary.Opened::region), summary.closed().stream())
                            .filter(key -> key.base().equals("this") && key.fields().size() == 1 && key.isInner()).forEach(key -> steps.add(key.fields().get(0)))));
            return steps.size() == 1 ? Optional.of(steps.iterator().next()) : Optional.empty();
        });
    }
}
