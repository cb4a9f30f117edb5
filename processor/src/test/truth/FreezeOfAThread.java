// truth: freeze.unfreezable
import dev.lungfish.runtime.Freezer;

/** A thread can never be frozen, whoever owns it. */
public class FreezeOfAThread {
    static final class Job {
        final Thread thread = new Thread();
        int step;
    }

    public static void main(String[] args) {
        Job job = new Job();
        job.step = 1;
        Freezer.freeze(job); // here
    }
}
