package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveTask;

/*
 * Tasks that only read what they were made with: lambdas in threads and future tasks, classes of their own, recursive tasks.
 * Verdict: two readers do not race; a reader and a writer do.
 */
public class TasksThatOnlyRead {
    int thread() throws Exception {
        List<String> list = new ArrayList<>();
        Thread t = new Thread(() -> System.out.println(list.size()));
        t.start();
        int n = list.size();
        t.join();
        list.add("x");
        return n;
    }
    int threadWrites() throws Exception {
        List<String> list = new ArrayList<>();
        Thread t = new Thread(() -> System.out.println(list.size()));
        t.start(); //~
        list.add("x"); //! use.after.move
        t.join();
        return 1;
    }
    static class Reader implements Runnable {
        private final List<String> list;
        Reader(List<String> list) { this.list = list; }
        @Override
        public void run() { System.out.println(list.size()); }
    }
    int runnable(ExecutorService pool) throws Exception {
        List<String> list = new ArrayList<>();
        Future<?> t = pool.submit(new Reader(list));
        int n = list.size();
        t.get();
        list.add("x");
        return n;
    }
    int runnableWrites(ExecutorService pool) throws Exception {
        List<String> list = new ArrayList<>();
        Future<?> t = pool.submit(new Reader(list)); //~
        list.add("x"); //! use.after.move
        t.get();
        return 1;
    }
    int threadOf() throws Exception {
        List<String> list = new ArrayList<>();
        Thread t = new Thread(new Reader(list));
        t.start();
        int n = list.size();
        t.join();
        return n;
    }
    int future() throws Exception {
        List<String> list = new ArrayList<>();
        FutureTask<Integer> f = new FutureTask<>(() -> list.size());
        new Thread(f).start();
        int n = list.size();
        return n + f.get();
    }
    static class ReadingThread extends Thread {
        private final List<String> list;
        ReadingThread(List<String> list) { this.list = list; }
        @Override
        public void run() { System.out.println(list.size()); }
    }
    static class CountingThread extends Thread {
        private final List<String> list;
        private int seen;
        CountingThread(List<String> list) { this.list = list; }
        @Override
        public void run() { seen = list.size(); }
    }
    int subclass() throws Exception {
        List<String> list = new ArrayList<>();
        ReadingThread t = new ReadingThread(list);
        t.start();
        int n = list.size();
        t.join();
        return n;
    }
    int writtenByThread() throws Exception {
        List<String> list = new ArrayList<>();
        CountingThread t = new CountingThread(list);
        t.start(); //~
        int n = t.seen; //! use.after.move
        t.join();
        return n + t.seen;
    }
    int eitherOfTwo(ExecutorService pool) throws Exception {
        List<String> list = new ArrayList<>();
        Runnable x = pool == null ? () -> list.size() : () -> list.add("x");
        Future<?> t = pool.submit(x); //~
        int n = list.size(); //! use.after.move
        t.get();
        return n;
    }

    static class Sum extends RecursiveTask<Long> {
        private final int[] data;
        private final int from;
        private final int to;
        Sum(int[] data, int from, int to) {
            this.data = data;
            this.from = from;
            this.to = to;
        }
        @Override
        protected Long compute() {
            if (to - from < 100) {
                long sum = 0;
                for (int i = from; i < to; i++) {
                    sum += data[i];
                }
                return sum;
            }
            int middle = (from + to) >>> 1;
            Sum left = new Sum(data, from, middle);
            left.fork();
            long right = new Sum(data, middle, to).compute();
            return left.join() + right;
        }
        static long of(int[] data) {
            return new ForkJoinPool().invoke(new Sum(data, 0, data.length));
        }
    }
    static class Clearing extends RecursiveTask<Long> {
        private final int[] data;
        private final int from;
        private final int to;
        Clearing(int[] data, int from, int to) {
            this.data = data;
            this.from = from;
            this.to = to;
        }
        @Override
        protected Long compute() {
            if (to - from < 100) {
                long sum = 0;
                for (int i = 0; i < data.length; i++) {
                    sum += data[i];
                    data[i] = 0;
                }
                return sum;
            }
            int middle = (from + to) >>> 1;
            Clearing left = new Clearing(data, from, middle);
            left.fork(); //~
            long right = new Clearing(data, middle, to).compute(); //! use.after.move
            return left.join() + right;
        }
    }
}
