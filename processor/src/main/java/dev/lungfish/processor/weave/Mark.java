package dev.lungfish.processor.weave;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A variable of our own in one method that says where the name in a local variable was given away: null as long as it was not.
 *
 * @param check what it is for
 * @param use the number of the instruction before which it is asked
 * @param slot the local variable that has the name; what is written there clears the mark
 * @param handOvers the numbers of the instructions that give the name away
 */
record Mark(NameCheck check, int use, int slot, Map<Integer, NameCheck.Leaving> handOvers) {
    /** The marks of one method, or none if the variables cannot be told in it. */
    static List<Mark> of(List<NameCheck> checks, ClassScan.Method method, LocalSlots slots) {
        return checks.stream().flatMap(check -> Placement.find(check.use(), method).stream().map(use -> {
            int slot = slots.of(use, check.use().operand());
            Map<Integer, NameCheck.Leaving> handOvers = new TreeMap<>();
            for (NameCheck.Leaving leaving : check.after()) {
                Placement.find(leaving.spot(), method).stream().filter(gives -> slot >= 0 && slots.isReference(slot, gives.number()))
                        .forEach(gives -> handOvers.put(gives.number(), leaving));
            }
            return new Mark(check, use.number(), slot, handOvers);
        })).filter(mark -> !mark.handOvers().isEmpty()).toList();
    }
}
