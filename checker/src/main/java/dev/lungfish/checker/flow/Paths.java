package dev.lungfish.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.OpenMode;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.region.RegionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.ThisNode;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Stable paths: expressions that yield the same object whenever they are evaluated. A local variable that is assigned once stands for its
 * initialiser, so that {@code Lock r = rw.readLock()} is the read mode of {@code rw}.
 */
final class Paths {
    private static final int DEEPEST = 8;

    /** A path, and the mode in which what it yields opens the region. */
    record Opened(RegionKey key, RegionKey.Mode mode) {
    }

    private final World world;
    private final Body body;

    Paths(World world, Body body) {
        this.world = world;
        this.body = body;
    }

    /** The path of an expression, or nothing if it may yield different objects. */
    Optional<RegionKey> of(Tree tree) {
        return opened(tree).map(Opened::key);
    }

    /** A region of an object that an expression yields which has no stable path: known by its text. */
    RegionKey withoutPath(RegionKey key, Node owner) {
        if (!key.base().equals("this")) {
            return key;
        }
        String text = owner.getTree() == null ? owner.toString() : owner.getTree().toString();
        return key.rebase(text, world.program().types().asElement(owner.getType()) instanceof TypeElement type ? type.getQualifiedName().toString() : "");
    }

    /** The path of a value, also of a {@code this} that the source does not write. */
    Optional<Opened> opened(Node node) {
        if (node instanceof ThisNode) {
            TypeMirror type = node.getType();
            return plain(Hierarchy.isInside(type, body.type()) ? thisKey()
                    : RegionKey.lock("outer:" + ((TypeElement) world.program().types().asElement(type)).getQualifiedName()));
        }
        return node == null || node.getTree() == null ? Optional.empty() : opened(node.getTree());
    }

    /** As {@link #of}, with the mode of a lock view. */
    Optional<Opened> opened(Tree tree) {
        return resolve(tree, 0).map(opened -> {
            TypeMirror type = tree instanceof ExpressionTree expression ? TreeUtils.typeOf(expression) : null;
            RegionKey.Kind kind = type == null ? RegionKey.Kind.LOCK : world.kindOf(type);
            RegionKey key = opened.key();
            return kind == key.kind() || key.kind() != RegionKey.Kind.LOCK ? opened
                    : new Opened(new RegionKey(kind, key.base(), key.fields()), opened.mode());
        });
    }

    /** Whether a variable gets a handle that somebody else has opened: which region it opens is not seen, so the handle stands for it. */
    boolean isHandleOfUnseenRegion(VariableElement variable) {
        return world.isOpenHandle(variable.asType()) && ElementUtils.isEffectivelyFinal(variable)
                && local(variable, 0).filter(opened -> opened.key().equals(world.keyOf(variable))).isPresent();
    }

    private Optional<Opened> resolve(Tree tree, int depth) {
        if (tree == null || depth > DEEPEST) {
            return Optional.empty();
        } else if (tree instanceof ParenthesizedTree inner) {
            return resolve(inner.getExpression(), depth + 1);
        } else if (tree instanceof TypeCastTree cast) {
            return resolve(cast.getExpression(), depth + 1);
        } else if (tree instanceof IdentifierTree name) {
            return name(name, depth);
        } else if (tree instanceof MemberSelectTree select) {
            return member(select, depth);
        } else if (tree instanceof MethodInvocationTree call) {
            return call(call, depth);
        }
        return Optional.empty();
    }

    private Optional<Opened> name(IdentifierTree tree, int depth) {
        Element element = TreeUtils.elementFromUse(tree);
        if (!(element instanceof VariableElement variable)) {
            return Optional.empty();
        }
        if (tree.getName().contentEquals("this")) {
            return plain(thisKey());
        }
        if (variable.getKind() == ElementKind.FIELD || variable.getKind() == ElementKind.ENUM_CONSTANT) {
            return isStatic(variable) ? statics(variable) : stable(variable) ? through(ownerOf(variable), variable, depth) : Optional.empty();
        }
        return ElementUtils.isEffectivelyFinal(variable) ? local(variable, depth) : Optional.empty();
    }

    private RegionKey thisKey() {
        return RegionKey.lock("this");
    }

    /** The object whose field an unqualified name means: {@code this}, or an object around it. */
    private RegionKey ownerOf(VariableElement field) {
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        if (Hierarchy.isSubclass(body.type(), owner)) {
            return thisKey();
        }
        for (Element at = body.type().getEnclosingElement(); at != null; at = at.getEnclosingElement()) {
            if (at instanceof TypeElement outer && Hierarchy.isSubclass(outer, owner)) {
                return RegionKey.lock("outer:" + outer.getQualifiedName());
            }
        }
        return RegionKey.lock("outer:" + owner.getQualifiedName());
    }

    private Optional<Opened> local(VariableElement variable, int depth) {
        Tree declaration = world.program().index().declaration(variable);
        ExpressionTree initializer = declaration instanceof VariableTree tree ? tree.getInitializer() : null;
        if (initializer instanceof MethodInvocationTree || initializer instanceof IdentifierTree || initializer instanceof MemberSelectTree) {
            Optional<Opened> parent = parentOf(initializer, depth);
            Optional<Opened> meant = parent.isPresent() ? parent.flatMap(p -> plain(p.key().child(variable.getSimpleName().toString())))
                    : resolve(initializer, depth + 1);
            if (meant.isPresent()) {
                return meant;
            }
        }
        return plain(world.keyOf(variable));
    }

    /** The region in which the call nests its receiver. */
    private Optional<Opened> parentOf(ExpressionTree expression, int depth) {
        if (!(expression instanceof MethodInvocationTree call)) {
            return Optional.empty();
        }
        ExpressionTree receiver = TreeUtils.getReceiverTree(call);
        ExecutableElement method = TreeUtils.elementFromUse(call);
        return world.model(method, Receivers.typeOf(method, receiver, world)).flatMap(m -> m.first(Effect.Nests.class))
                .flatMap(nests -> resolve(Receivers.argument(nests.parent(), receiver, call), depth + 1));
    }

    private Optional<Opened> member(MemberSelectTree tree, int depth) {
        String last = tree.getIdentifier().toString();
        Element element = TreeUtils.elementFromUse(tree);
        if (last.equals("class")) {
            return TreeUtils.elementFromUse(tree.getExpression()) instanceof TypeElement type ? plain(RegionKey.lock("class:" + type.getQualifiedName()))
                    : Optional.empty();
        }
        if (last.equals("this")) {
            TypeMirror type = TreeUtils.typeOf(tree);
            return plain(Hierarchy.isInside(type, body.type()) ? thisKey()
                    : RegionKey.lock("outer:" + ((TypeElement) world.program().types().asElement(type)).getQualifiedName()));
        }
        if (!(element instanceof VariableElement field)) {
            return Optional.empty();
        }
        if (isStatic(field)) {
            return statics(field);
        }
        return stable(field) ? resolve(tree.getExpression(), depth + 1).flatMap(owner -> through(owner.key(), field, depth)) : Optional.empty();
    }

    private Optional<Opened> statics(VariableElement field) {
        if (!stable(field)) {
            return Optional.empty();
        }
        String owner = ((TypeElement) field.getEnclosingElement()).getQualifiedName().toString();
        return plain(new RegionKey(world.kindOf(field.asType()), "static:" + owner, List.of(field.getSimpleName().toString())));
    }

    /** A field of an object with a path; a final field that holds a view of a lock stands for the lock. */
    private Optional<Opened> through(RegionKey owner, VariableElement field, int depth) {
        Tree declaration = world.program().index().declaration(field);
        if (declaration instanceof VariableTree tree && tree.getInitializer() instanceof MethodInvocationTree view) {
            Optional<Opened> meant = call(view, depth + 1);
            if (meant.isPresent() && (meant.get().mode() != null || isModelled(view)) && owner.base().equals("this") && owner.fields().isEmpty()) {
                return meant;
            }
        }
        List<String> fields = new ArrayList<>(owner.fields());
        fields.add(world.locks().step(field));
        return plain(new RegionKey(world.kindOf(field.asType()), owner.base(), fields));
    }

    private Optional<Opened> call(MethodInvocationTree tree, int depth) {
        ExecutableElement method = TreeUtils.elementFromUse(tree);
        ExpressionTree receiver = tree.getMethodSelect() instanceof MemberSelectTree select ? select.getExpression() : null;
        Optional<MethodModel> model = world.model(method, Receivers.typeOf(method, receiver, world));
        if (model.isPresent()) {
            Optional<Effect.LockView> view = model.get().first(Effect.LockView.class);
            if (view.isPresent()) {
                return resolve(receiver, depth + 1).map(lock -> new Opened(lock.key(), mode(view.get().mode())));
            }
            Optional<Effect.Acquires> acquired = model.get().first(Effect.Acquires.class);
            if (acquired.isPresent()) {
                return resolve(Receivers.argument(acquired.get().region(), receiver, tree), depth + 1);
            }
            // Of a container, the result may be an element, which is another object.
            boolean itself = world.kindOf(TreeUtils.typeOf(tree)) != RegionKey.Kind.LOCK
                    && model.get().all(Effect.Same.class).stream().anyMatch(same -> same.place() instanceof Place.This);
            return itself && receiver != null ? resolve(receiver, depth + 1) : Optional.empty();
        }
        if (!tree.getArguments().isEmpty() || isStatic(method)) {
            return Optional.empty();
        }
        return (receiver == null ? plain(thisKey()) : resolve(receiver, depth + 1)).flatMap(owner -> {
            List<String> fields = new ArrayList<>(owner.key().fields());
            fields.add(method.getSimpleName() + "()");
            return plain(new RegionKey(world.kindOf(method.getReturnType()), owner.key().base(), fields));
        });
    }

    private boolean isModelled(MethodInvocationTree tree) {
        ExecutableElement method = TreeUtils.elementFromUse(tree);
        return world.model(method, Receivers.typeOf(method, TreeUtils.getReceiverTree(tree), world)).isPresent();
    }

    static RegionKey.Mode mode(OpenMode mode) {
        return switch (mode) {
            case WRITE -> RegionKey.Mode.WRITE;
            case READ -> RegionKey.Mode.READ;
            case OPTIMISTIC -> RegionKey.Mode.OPTIMISTIC;
        };
    }

    private boolean stable(VariableElement field) {
        return field.getModifiers().contains(Modifier.FINAL) || world.verdicts().effectivelyFinal(field);
    }

    private static boolean isStatic(Element element) {
        return element.getModifiers().contains(Modifier.STATIC);
    }

    private static Optional<Opened> plain(RegionKey key) {
        return Optional.of(new Opened(key, null));
    }
}
