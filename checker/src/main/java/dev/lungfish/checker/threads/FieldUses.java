package dev.lungfish.checker.threads;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Where the program uses an instance field, and whether one lock is held at all these places. Confined to the compiler's thread. */
final class FieldUses {
    private final ThreadReach reach;
    private final HeldLocks locks;
    private final Map<VariableElement, List<TreePath>> inOwnFile = new HashMap<>();

    FieldUses(ThreadReach reach, HeldLocks locks) {
        this.reach = reach;
        this.locks = locks;
    }

    /**
     * Whether every access outside constructors and initialisers is made through {@code this} while one and the same lock of the object,
     * or one static lock, is held. A field that is not used at all is not guarded.
     */
    boolean isGuardedEverywhere(VariableElement field) {
        Set<LockKey> common = null;
        for (TreePath use : of(field, field.getModifiers().contains(Modifier.PRIVATE))) {
            Optional<Body> body = reach.bodyAround(use);
            boolean isIdentity = field.getModifiers().contains(Modifier.FINAL) && !field.asType().getKind().isPrimitive() && Shapes.isIdentityUse(use);
            if (isIdentity || body.isEmpty() || isConstructing(body.get(), field)) {
                continue;
            }
            boolean throughThis = isThroughThis(use);
            Set<LockKey> held = new HashSet<>(locks.at(use, body.get()));
            held.removeIf(key -> !key.isGlobal() && !(throughThis && key.isOfInstance()));
            if (common == null) {
                common = held;
            } else {
                common.retainAll(held);
            }
        }
        return common != null && !common.isEmpty();
    }

    /** An access in the field's own file outside of constructors, in code that is called from outside and that no task runs, with no lock held. */
    Optional<TreePath> touchedUnlocked(VariableElement field, Predicate<TreePath> ordered) {
        for (TreePath use : inOwnFile.computeIfAbsent(field, f -> of(f, true))) {
            Optional<Body> body = reach.bodyAround(use);
            if (!ordered.test(use) && body.isPresent() && !isConstructing(body.get(), field) && !Shapes.isIdentityUse(use)
                    && reach.isReachedFromOutside(body.get()) && reach.startsOf(body.get()).isEmpty() && locks.at(use, body.get()).isEmpty()) {
                return Optional.of(use);
            }
        }
        return Optional.empty();
    }

    private static boolean isConstructing(Body body, VariableElement field) {
        return body.kind() == Body.Kind.INSTANCE_INIT
                || body.member().getKind() == ElementKind.CONSTRUCTOR && body.kind() == Body.Kind.METHOD
                && body.member().getEnclosingElement().equals(field.getEnclosingElement());
    }

    private static boolean isThroughThis(TreePath use) {
        return use.getLeaf() instanceof IdentifierTree || use.getLeaf() instanceof MemberSelectTree select
                && (select.getExpression().toString().equals("this") || select.getExpression().toString().endsWith(".this"));
    }

    /** All places that name the field, in the whole program or in the file that declares it. */
    private List<TreePath> of(VariableElement field, boolean ownFileOnly) {
        Program program = reach.program();
        List<TreePath> found = new ArrayList<>();
        TreePath declaration = program.trees().getPath(field);
        for (CompilationUnitTree unit : program.units()) {
            if (ownFileOnly && declaration != null && declaration.getCompilationUnit() != unit) {
                continue;
            }
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitIdentifier(IdentifierTree tree, Void unused) {
                    named();
                    return null;
                }

                @Override
                public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
                    named();
                    return super.visitMemberSelect(tree, null);
                }

                private void named() {
                    if (field.equals(program.trees().getElement(getCurrentPath()))) {
                        found.add(getCurrentPath());
                    }
                }
            }.scan(unit, null);
        }
        return found;
    }
}
