package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/*
 * Methods that start a task over fields of their object and return its future: who calls them decides whether it is waited for.
 * Verdict: after the documentation of Future.get; a public method cannot see all who call it.
 */
public class ReturnedFutureOverThis {
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private int count;
    private int lost;
    private int twice;
    private int open;

    private Future<?> start() {
        return pool.submit(() -> count++);
    }

    int count() throws InterruptedException, ExecutionException {
        Future<?> done = start();
        done.get();
        return count;
    }

    private Future<?> startLost() {
        return pool.submit(() -> lost++);
    }

    int lost() {
        startLost(); //~
        return lost; //! use.after.move
    }

    private Future<?> startTwice() {
        return pool.submit(() -> twice++);
    }

    int twice() throws InterruptedException, ExecutionException {
        Future<?> first = startTwice();
        Future<?> second = startTwice(); //! use.after.move
        first.get();
        second.get();
        return twice;
    }

    int often() throws InterruptedException, ExecutionException {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(startTwice()); //! use.after.move
        }
        for (Future<?> one : all) {
            one.get();
        }
        return twice;
    }

    public Future<?> open() {
        return pool.submit(() -> open++); //! move.not.owned
    }

    int opened() throws InterruptedException, ExecutionException {
        open().get();
        return open;
    }

    int openedAndLost() {
        open(); //~
        return open; //! use.after.move
    }

    static class Firing {
        private final ExecutorService pool = Executors.newCachedThreadPool();
        private int count;

        private Future<?> start() {
            return pool.submit(() -> count++);
        }

        void fire() {
            start(); //! move.not.owned
        }

        int count() {
            return count;
        }
    }

    static class OneOfTwo {
        private final ExecutorService pool = Executors.newCachedThreadPool();
        private int left;
        private int right;

        private Future<?> start() {
            pool.submit(() -> left++); //! move.not.owned
            return pool.submit(() -> right++); //?
        }

        int both() throws InterruptedException, ExecutionException {
            start().get();
            return left + right;
        }
    }
}
