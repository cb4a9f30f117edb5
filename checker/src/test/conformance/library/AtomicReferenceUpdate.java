package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/*
 * An immutable state is replaced as a whole.
 * Verdict: derived.
 */
public class AtomicReferenceUpdate {
    record State(int count, List<String> names) {
        State { names = List.copyOf(names); }
        State with(String name) {
            List<String> more = new ArrayList<>(names);
            more.add(name);
            return new State(count + 1, more);
        }
    }
    private final AtomicReference<State> state = new AtomicReference<>(new State(0, List.of()));
    void add(ExecutorService pool, String name) {
        pool.execute(() -> state.updateAndGet(s -> s.with(name)));
        System.out.println(state.get().names());
    }
}
