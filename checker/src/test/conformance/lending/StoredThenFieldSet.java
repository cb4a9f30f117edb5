package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * An object that keeps what it is given, and then sets a field of its own, has not written to what it was given.
 * Verdict: derived.
 */
public class StoredThenFieldSet {
    static class View {
        private final List<String> lines;
        private int width;
        View(List<String> lines, int width) {
            this.lines = lines;
            this.width = width;
        }
        void widen() {
            width++;
        }
    }
    static class Clearing {
        private final List<String> lines;
        Clearing(List<String> lines) {
            this.lines = lines;
            this.lines.clear();
        }
    }
    static class Linked {
        private final List<Object> around;
        private int width;
        Linked(List<Object> around) {
            this.around = around;
            around.add(this);
            width = 3;
        }
    }
    int read(ExecutorService pool) throws Exception {
        List<String> lines = new ArrayList<>();
        Future<Integer> size = pool.submit(() -> lines.size());
        new View(lines, 80);
        return size.get();
    }
    int cleared(ExecutorService pool) throws Exception {
        List<String> lines = new ArrayList<>();
        Future<Integer> size = pool.submit(() -> lines.size()); //~
        new Clearing(lines); //! use.after.move
        return size.get();
    }
    int linked(ExecutorService pool) throws Exception {
        List<Object> around = new ArrayList<>();
        Future<Integer> size = pool.submit(() -> around.size()); //~
        new Linked(around); //! use.after.move
        return size.get();
    }
}
