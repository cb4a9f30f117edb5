package dev.lungfish.checker.threads;

import com.sun.source.util.TreePath;
import java.util.List;

/**
 * Whether two accesses of a field may be made by two threads with nothing between them: by tasks, or by a task and whoever calls the other
 * code, or by callers that nobody knows. Confined to the compiler's thread.
 */
final class Overlaps {
    private final ThreadReach reach;
    private final StartOrder order;
    private final FieldUses uses;

    Overlaps(ThreadReach reach, FieldUses uses) {
        this.reach = reach;
        this.order = new StartOrder(reach);
        this.uses = uses;
    }

    /** Where somebody uses the field. */
    record Place(TreePath at, Body in) {
    }

    boolean mayMeet(Place one, Place other) {
        boolean outsideOne = reach.isReachedFromOutside(one.in());
        boolean outsideOther = reach.isReachedFromOutside(other.in());
        if (outsideOne && outsideOther && (reach.isReachedFromUnknown(one.in()) || reach.isReachedFromUnknown(other.in()))) {
            return true;
        }
        List<ThreadStart> ofOne = reach.startsOf(one.in());
        List<ThreadStart> ofOther = reach.startsOf(other.in());
        return ofOne.stream().anyMatch(start -> ofOther.stream().anyMatch(second -> areTwo(one, start, other, second)))
                || outsideOne && ofOther.stream().anyMatch(start -> mayMeetOutside(one, start))
                || outsideOther && ofOne.stream().anyMatch(start -> mayMeetOutside(other, start));
    }

    private boolean areTwo(Place one, ThreadStart start, Place other, ThreadStart second) {
        if (start.equals(second)) {
            return start.many() && !(uses.isOfOwnThread(one.at(), one.in(), start) && uses.isOfOwnThread(other.at(), other.in(), start));
        }
        return !start.isSameThread(second) && !order.areOneAfterTheOther(start, second);
    }

    private boolean mayMeetOutside(Place place, ThreadStart start) {
        return (start.manner() != ThreadStart.Manner.CONFINED || reach.isReachedFromKnownThread(place.in()))
                && !order.isBefore(place.at(), place.in(), start) && !order.isAfter(place.at(), place.in(), start);
    }
}
