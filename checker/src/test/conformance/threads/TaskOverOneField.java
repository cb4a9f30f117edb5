package spec.threads;

import java.util.concurrent.Executor;

/*
 * The task counts; whoever calls may read the count at the same time. The other fields are not the task's: they are told nowhere.
 * Verdict: derived.
 */
public class TaskOverOneField {
    private int count;
    private String name = "new";

    void start(Executor executor) {
        executor.execute(() -> count++); //! move.not.owned
        name = "started";
    }

    String name() {
        return name;
    }

    int count() {
        return count; //~
    }
}
