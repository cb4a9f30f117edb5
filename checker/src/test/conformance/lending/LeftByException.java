package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * A method may be left by an exception while a task still has what the caller owns.
 * Verdict: derived.
 */
public class LeftByException {
    public void both(ExecutorService pool, List<String> left, List<String> right) throws Exception {
        Future<?> l = pool.submit(() -> left.clear());
        Future<?> r = pool.submit(() -> right.clear()); //! move.not.owned
        l.get();
        r.get();
    }
    public void bothRight(ExecutorService pool, List<String> left, List<String> right) throws Exception {
        Future<?> l = pool.submit(() -> left.clear());
        try {
            Future<?> r = pool.submit(() -> right.clear());
            r.get();
        } finally {
            l.get();
        }
    }
    public void one(ExecutorService pool, List<String> left) throws Exception {
        pool.submit(() -> left.clear()).get();
    }
    public void thrown(ExecutorService pool, List<String> left, int n) throws Exception {
        Future<?> l = pool.submit(() -> left.clear()); //! move.not.owned
        if (n < 0) {
            throw new IllegalArgumentException("n");
        }
        l.get();
    }
    public void wrapped(ExecutorService pool, List<String> left) {
        Future<?> l = pool.submit(() -> left.clear());
        try {
            l.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new RuntimeException(e);
        }
    }
    private void helper(ExecutorService pool, List<String> left, int n) throws Exception {
        Future<?> l = pool.submit(() -> left.clear());
        if (n < 0) {
            throw new Exception("n");
        }
        l.get();
    }
    public int caller(ExecutorService pool, int n) {
        List<String> names = new ArrayList<>();
        try {
            helper(pool, names, n);
        } catch (Exception e) {
            return names.size(); //! use.after.move
        }
        return names.size();
    }
    public int read(ExecutorService pool, List<String> left, List<String> right) throws Exception {
        Future<Integer> l = pool.submit(() -> left.size());
        Future<Integer> r = pool.submit(() -> right.size());
        return l.get() + r.get();
    }
}
