package dev.lungfish.checker.threads;

import java.util.function.Predicate;
import javax.lang.model.element.VariableElement;

/** Fields that nobody annotated, but that are only touched while one and the same lock of their object is held. Confined to the compiler's thread. */
public final class GuardedFields implements Predicate<VariableElement> {
    private final FieldUses uses;

    /** For the program of this reach; nothing is looked at before the first question. */
    public GuardedFields(ThreadReach reach) {
        this.uses = new FieldUses(reach, new HeldLocks(reach));
    }

    @Override
    public boolean test(VariableElement field) {
        return uses.isGuardedEverywhere(field);
    }
}
