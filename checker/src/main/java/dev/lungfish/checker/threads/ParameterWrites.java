package dev.lungfish.checker.threads;

import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.model.Place;
import java.util.function.BiPredicate;
import javax.lang.model.element.ExecutableElement;

/** Whether methods of the compilation write to their parameters, by the shape of their bodies and of what they call. */
public final class ParameterWrites implements BiPredicate<ExecutableElement, Integer> {
    private final ThreadReach reach;
    private final TypeVerdicts verdicts;
    private Mutations mutations;

    public ParameterWrites(ThreadReach reach, TypeVerdicts verdicts) {
        this.reach = reach;
        this.verdicts = verdicts;
    }

    /** Whether the method may change what its parameter with this number refers to. */
    @Override
    public boolean test(ExecutableElement method, Integer parameter) {
        if (mutations == null) {
            mutations = new Mutations(reach, verdicts, new HeldLocks(reach));
        }
        return mutations.changes(method, Place.arg(parameter));
    }
}
