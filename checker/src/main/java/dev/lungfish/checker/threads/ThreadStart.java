package dev.lungfish.checker.threads;

import com.sun.source.util.TreePath;

/**
 * Code that a thread of its own runs.
 *
 * @param body the code
 * @param site where it is started; the code itself if a library starts it
 * @param manner how it is run
 * @param thread the name of the thread for {@link Manner#CONFINED}, otherwise empty
 * @param many whether several threads may run it at the same time
 */
public record ThreadStart(Body body, TreePath site, Manner manner, String thread, boolean many) {
    /** How code is run. */
    public enum Manner {
        /** Once for each start. */
        TASK,
        /** Again and again, each run after the one before. */
        ORDERED,
        /** Many times at once. */
        PARALLEL,
        /** On one named thread, with everything else of that thread. */
        CONFINED
    }

    /** Whether two starts are of the same single thread. */
    boolean isSameThread(ThreadStart other) {
        return equals(other) || manner == Manner.CONFINED && other.manner == Manner.CONFINED && thread.equals(other.thread);
    }
}
