package peers;

import net.jcip.annotations.GuardedBy;

/** The guarded array is returned. */
class ArrayReturned {
    @GuardedBy("this") private final int[] cells = new int[8];

    synchronized void set(int at, int value) {
        cells[at] = value;
    }

    synchronized int[] cells() {
        return cells; // race
    }
}
