package spec.lambdas;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/*
 * An anonymous task with a field of its own.
 * Verdict: derived.
 */
public class AnonymousWithFields {
    void run(Executor pool, List<String> names) {
        List<String> copy = new ArrayList<>(names);
        pool.execute(new Runnable() {
            private int at;
            @Override public void run() {
                while (at < copy.size()) { System.out.println(copy.get(at++)); }
            }
        });
        names.clear();
    }
}
