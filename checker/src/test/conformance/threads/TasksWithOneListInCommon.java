package spec.threads;

import java.util.*;
import java.util.concurrent.*;

/*
 * Tasks that are collected first and run together afterwards, with a local that one of them writes and others have, too.
 * Verdict: derived.
 */
public class TasksWithOneListInCommon {
    int oneTaskManyTimes(ExecutorService pool) throws InterruptedException {
        int[] sums = new int[1];
        pool.invokeAll(Collections.nCopies(4, () -> { //! capture.multi
            sums[0]++;
            return null;
        }));
        return sums[0];
    }

    List<String> madeInALoop(ExecutorService pool) throws InterruptedException {
        List<String> found = new ArrayList<>();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(() -> found.add("x")); //! capture.multi
        }
        pool.invokeAll(tasks);
        return found;
    }

    void twoOfThem(ExecutorService pool) throws InterruptedException {
        List<String> found = new ArrayList<>();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        tasks.add(() -> found.add("x"));
        tasks.add(() -> found.add("y")); //! capture.multi
        pool.invokeAll(tasks);
    }

    void aReaderAndAWriter(ExecutorService pool) throws InterruptedException {
        List<String> found = new ArrayList<>();
        pool.invokeAll(List.of(
                () -> found.isEmpty(),
                () -> found.add("x"))); //! capture.multi
    }

    void sameTaskInEachRound(ExecutorService pool) throws InterruptedException {
        List<String> found = new ArrayList<>();
        Callable<Boolean> task = () -> found.add("x"); //! capture.multi
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(task);
        }
        pool.invokeAll(tasks);
    }

    void threadsStartedLater(List<String> names) throws InterruptedException {
        Map<String, Integer> lengths = new HashMap<>();
        List<Thread> threads = new ArrayList<>();
        for (String name : names) {
            threads.add(new Thread(() -> lengths.put(name, name.length()))); //! capture.multi
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    void executedOneByOne(ExecutorService pool) {
        List<String> found = new ArrayList<>();
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(() -> found.add("x")); //! capture.multi
        }
        for (Runnable task : tasks) {
            pool.execute(task); //? residual.check
        }
    }

    void executedByReference(ExecutorService pool) {
        List<String> found = new ArrayList<>();
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(() -> found.add("x")); //! capture.multi
        }
        tasks.forEach(pool::execute);
    }

    void anotherLockEach(ExecutorService pool) throws InterruptedException {
        List<String> found = new ArrayList<>();
        Object one = new Object();
        Object other = new Object();
        pool.invokeAll(List.of(
                () -> { synchronized (one) { return found.add("x"); } },
                () -> { synchronized (other) { return found.add("y"); } })); //! capture.multi
    }
}
