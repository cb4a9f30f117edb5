package dev.lungfish.checker.threads;

import com.sun.source.util.TreePath;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.VariableElement;

/** Fields that nobody annotated, but that are only touched while one and the same lock of their object is held. Confined to the compiler's thread. */
public final class GuardedFields implements Predicate<VariableElement> {
    private final FieldUses uses;

    /** For the program of this reach; nothing is looked at before the first question. */
    public GuardedFields(ThreadReach reach) {
        this.uses = new FieldUses(reach, new HeldLocks(reach));
    }

    /**
     * Where code that runs in whatever thread calls it touches the field while no lock is held; constructors and initialisers do not count.
     *
     * @param ordered places that do not count: they come before, or belong to the task that is asked about
     */
    public Optional<TreePath> touchedUnlocked(VariableElement field, Predicate<TreePath> ordered) {
        return uses.touchedUnlocked(field, ordered);
    }

    /** Whether a static constant is compared, passed to libraries, and nowhere looked into by its name. */
    public boolean isMark(VariableElement field) {
        return uses.isMark(field);
    }

    /** Whether a private field of a class of threads is touched by nobody but the thread that its object is, once that has been started. */
    public boolean belongsToItsThread(VariableElement field) {
        return uses.belongsToItsThread(field);
    }

    @Override
    public boolean test(VariableElement field) {
        return uses.isGuardedEverywhere(field);
    }
}
