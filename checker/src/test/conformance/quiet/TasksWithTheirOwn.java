package spec.quiet;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;

/*
 * Tasks that are collected first and run together afterwards: each has its own, or all have something safe, or they run one after the other.
 * Verdict: derived.
 */
public class TasksWithTheirOwn {
    void own(ExecutorService pool, List<String> names) throws InterruptedException {
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (String name : names) {
            List<String> own = new ArrayList<>();
            tasks.add(() -> {
                own.add(name);
                return own.size();
            });
        }
        pool.invokeAll(tasks);
    }

    int safe(ExecutorService pool, List<String> names) throws InterruptedException {
        Map<String, Integer> lengths = new ConcurrentHashMap<>();
        List<String> all = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger count = new AtomicInteger();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (String name : names) {
            tasks.add(() -> {
                lengths.put(name, name.length());
                all.add(name);
                return count.incrementAndGet();
            });
        }
        pool.invokeAll(tasks);
        return count.get();
    }

    Map<String, Integer> oneLock(ExecutorService pool, List<String> names) throws InterruptedException {
        Map<String, Integer> lengths = new HashMap<>();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (String name : names) {
            tasks.add(() -> {
                synchronized (lengths) {
                    return lengths.put(name, name.length());
                }
            });
        }
        pool.invokeAll(tasks);
        return lengths;
    }

    int[] ownPlaces(ExecutorService pool, int n) throws InterruptedException {
        int[] squares = new int[n];
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int at = i;
            tasks.add(() -> squares[at] = at * at);
        }
        pool.invokeAll(tasks);
        return squares;
    }

    void aCollectionForEachRound(ExecutorService pool, List<List<String>> rounds) throws InterruptedException {
        for (List<String> round : rounds) {
            List<String> found = new ArrayList<>();
            List<Callable<Boolean>> tasks = new ArrayList<>();
            tasks.add(() -> found.add("x"));
            tasks.add(() -> true);
            pool.invokeAll(tasks);
            System.out.println(found);
        }
    }

    void oneEach(ExecutorService pool) throws InterruptedException {
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        Callable<Boolean> first = () -> left.add("x");
        Callable<Boolean> second = () -> right.add("y");
        pool.invokeAll(List.of(first, second));
        System.out.println(left + " " + right);
    }

    void readers(ExecutorService pool, List<String> names) throws InterruptedException {
        List<String> all = new ArrayList<>(names);
        pool.invokeAll(List.of(() -> all.size(), () -> all.indexOf("x")));
    }

    void queuedForOneConsumer(BlockingQueue<Runnable> queue) {
        List<String> found = new ArrayList<>();
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(() -> found.add("x"));
        }
        tasks.forEach(queue::add);
    }

    List<String> oneAfterTheOther(List<String> names) throws Exception {
        List<String> found = new ArrayList<>();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (String name : names) {
            tasks.add(() -> found.add(name));
        }
        for (Callable<Boolean> task : tasks) {
            task.call();
        }
        List<Runnable> more = new ArrayList<>();
        for (String name : names) {
            more.add(() -> found.add(name));
        }
        more.forEach(Runnable::run);
        return found;
    }
}
