package dev.lungfish.checker.threads;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Which lock an expression names, and by which name another method or the owner of a field knows it. Errs towards "two locks". Confined to
 * the compiler's thread.
 */
final class LockNames {
    private final ThreadReach reach;

    LockNames(ThreadReach reach) {
        this.reach = reach;
    }

    /** The lock that an expression names, if it is a path of fields, variables and getters. The views of a read-write lock are one lock. */
    Optional<LockKey> of(TreePath expression) {
        List<Object> path = new ArrayList<>();
        return append(Shapes.bare(expression), path) ? Optional.of(new LockKey(path)) : Optional.empty();
    }

    /** The lock on which a method of a lock class is called; the object itself where no receiver is written. */
    Optional<LockKey> ofReceiver(TreePath call, ExecutableElement callee) {
        Optional<TreePath> receiver = new Call(call, callee, null).receiver();
        return receiver.isPresent() ? of(receiver.get()) : reach.bodyAround(call).map(body -> new LockKey(List.of(body.type())));
    }

    /** The locks that a caller holds, as the method that it calls names them. What belongs to neither object nor argument has no name there. */
    Set<LockKey> seenBy(ExecutableElement callee, Call call, Set<LockKey> held) {
        Set<LockKey> seen = new HashSet<>();
        TypeElement type = (TypeElement) callee.getEnclosingElement();
        boolean onThis = Shapes.isOnThis(call.path());
        for (LockKey key : held) {
            if (key.isGlobal() || key.isOfInstance() && (onThis || isOfOuter(key, type))) {
                seen.add(onThis ? ofInstance(key, type) : key);
            }
            if (!onThis) {
                call.receiver().flatMap(this::of).flatMap(receiver -> ofObject(receiver, type, key)).ifPresent(seen::add);
            }
            List<TreePath> arguments = call.arguments();
            for (int i = 0; i < Math.min(arguments.size(), callee.getParameters().size()); i++) {
                VariableElement parameter = callee.getParameters().get(i);
                of(arguments.get(i)).flatMap(key::after)
                        .ifPresent(rest -> seen.add(new LockKey(Stream.concat(Stream.of(parameter), rest.stream()).toList())));
            }
        }
        return seen;
    }

    /** Whether objects of the class have an outer one to which the lock belongs: the caller's own, if it has made them. */
    private boolean isOfOuter(LockKey key, TypeElement type) {
        Element at = type;
        while (at instanceof TypeElement inner && !inner.getModifiers().contains(Modifier.STATIC)) {
            do {
                at = at.getEnclosingElement();
            } while (at instanceof ExecutableElement);
            if (at instanceof TypeElement outer && isRelated(key.owner(), outer)) {
                return true;
            }
        }
        return false;
    }

    /** A lock that a called method leaves taken or free, as its caller names it. */
    Optional<LockKey> seenByCaller(Call call, LockKey key) {
        if (key.isGlobal() || key.isOfInstance() && Shapes.isOnThis(call.path())) {
            return Optional.of(key);
        }
        Optional<LockKey> receiver = call.receiver().flatMap(this::of);
        return key.isOfInstance() && receiver.isPresent() ? Optional.of(key.on(receiver.get())) : Optional.empty();
    }

    /** The locks that are held around a use of a field, as the object that has the field names them. */
    Set<LockKey> seenByOwner(TreePath use, VariableElement field, Set<LockKey> held) {
        TypeElement type = (TypeElement) field.getEnclosingElement();
        TreePath holder = Shapes.holder(use);
        boolean throughThis = Shapes.isThroughThis(use);
        Optional<LockKey> named = throughThis || holder == null ? Optional.empty() : of(holder);
        Set<LockKey> seen = new HashSet<>();
        for (LockKey key : held) {
            if (key.isGlobal() || throughThis && key.isOfInstance()) {
                seen.add(ofInstance(key, type));
            }
            named.flatMap(path -> ofObject(path, type, key)).ifPresent(seen::add);
        }
        return seen;
    }

    /** A lock of the object that a path leads to, as that object names it; the monitor of a class is no object's own. */
    private static Optional<LockKey> ofObject(LockKey holder, TypeElement type, LockKey key) {
        return key.after(holder).filter(rest -> rest.isEmpty() || rest.get(0) instanceof Element).map(rest -> rest.isEmpty() ? new LockKey(List.of(type))
                : new LockKey(Stream.concat(Stream.of(((Element) rest.get(0)).getEnclosingElement()), rest.stream()).toList()));
    }

    /** The monitor of an object is one, whichever of its classes names it. */
    private LockKey ofInstance(LockKey key, TypeElement type) {
        return key.isOfInstance() && key.path().size() == 1 && isRelated(key.owner(), type) ? new LockKey(List.of(type)) : key;
    }

    private boolean isRelated(TypeElement one, TypeElement two) {
        return reach.program().types().isSubtype(erased(one), erased(two)) || reach.program().types().isSubtype(erased(two), erased(one));
    }

    private TypeMirror erased(TypeElement type) {
        return reach.program().types().erasure(type.asType());
    }

    private boolean append(TreePath path, List<Object> found) {
        Element element = reach.index().trees().getElement(path);
        if (path.getLeaf() instanceof MethodInvocationTree call) {
            return appendCall(path, call, element, found);
        }
        if (path.getLeaf() instanceof MemberSelectTree select) {
            TreePath holder = Shapes.bare(new TreePath(path, select.getExpression()));
            if (select.getIdentifier().contentEquals("class")) {
                found.add(reach.index().trees().getElement(holder));
                return found.add("class");
            }
            if (select.getIdentifier().contentEquals("this")) {
                return found.add(reach.index().trees().getElement(holder));
            }
            if (element instanceof VariableElement field && field.getModifiers().contains(Modifier.STATIC) || isThis(holder)) {
                return appendField(element, found);
            }
            return append(holder, found) && found.add(element);
        }
        if (path.getLeaf() instanceof IdentifierTree name && element != null) {
            if (name.getName().contentEquals("this")) {
                return found.add(reach.program().types().asElement(((VariableElement) element).asType()));
            }
            return appendField(element, found);
        }
        return false;
    }

    /** A final field that holds one view of a read-write lock stands for that lock, and a variable for the final field that it was read from. */
    private boolean appendField(Element element, List<Object> found) {
        Optional<TreePath> viewed = viewedLock(element).or(() -> aliased(element));
        if (viewed.isPresent()) {
            return append(Shapes.bare(viewed.get()), found);
        }
        if (element.getKind() == ElementKind.FIELD && !element.getModifiers().contains(Modifier.STATIC)) {
            found.add(element.getEnclosingElement());
        }
        return found.add(element);
    }

    private Optional<TreePath> viewedLock(Element element) {
        if (!(element instanceof VariableElement field) || !field.getModifiers().contains(Modifier.FINAL)) {
            return Optional.empty();
        }
        List<TreePath> given = reach.index().given(field);
        if (given.size() != 1 || !(Shapes.bare(given.get(0)).getLeaf() instanceof MethodInvocationTree call) || !isView(Library.nameOf(call))) {
            return Optional.empty();
        }
        return Optional.ofNullable(Shapes.holder(new TreePath(Shapes.bare(given.get(0)), call.getMethodSelect())));
    }

    private Optional<TreePath> aliased(Element element) {
        List<TreePath> given = element.getKind() == ElementKind.LOCAL_VARIABLE ? reach.index().given((VariableElement) element) : List.of();
        return given.size() == 1 ? Optional.of(Shapes.bare(given.get(0))).filter(this::isStable) : Optional.empty();
    }

    private boolean isStable(TreePath value) {
        boolean isName = value.getLeaf() instanceof IdentifierTree || value.getLeaf() instanceof MemberSelectTree;
        return isName && reach.index().trees().getElement(value) instanceof VariableElement field && field.getKind().isField()
                && (field.getModifiers().contains(Modifier.FINAL) || field.getSimpleName().contentEquals("this"));
    }

    private static boolean isView(CharSequence name) {
        return switch (name.toString()) {
            case "readLock", "writeLock", "asReadLock", "asWriteLock" -> true;
            default -> false;
        };
    }

    private boolean appendCall(TreePath path, MethodInvocationTree call, Element element, List<Object> found) {
        if (!(element instanceof ExecutableElement method) || !call.getArguments().isEmpty()) {
            return false;
        }
        TreePath holder = Shapes.holder(new TreePath(path, call.getMethodSelect()));
        if (holder != null && isView(method.getSimpleName())) {
            return append(Shapes.bare(holder), found);
        }
        if (holder == null || isThis(Shapes.bare(holder))) {
            found.add(method.getEnclosingElement());
            return found.add(method);
        }
        return append(Shapes.bare(holder), found) && found.add(method);
    }

    private static boolean isThis(TreePath path) {
        return path.getLeaf() instanceof IdentifierTree name && (name.getName().contentEquals("this") || name.getName().contentEquals("super"));
    }
}
