package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/*
 * Each thread fills a list of its own; the threads are collected before they are started, and joined one by one.
 * Verdict: derived; after the joins all lists are back.
 */
public class ThreadsCollectedThenStarted {
    List<String> run(List<String> names) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<List<String>> results = new ArrayList<>();
        for (String name : names) {
            List<String> own = new ArrayList<>();
            Thread thread = new Thread(() -> own.add(name));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return List.of();
    }

    int started(List<String> names) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (String name : names) {
            Thread thread = new Thread(() -> System.out.println(name));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return threads.size();
    }

    int later(List<String> names) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (String name : names) {
            List<String> own = new ArrayList<>();
            threads.add(new Thread(() -> own.add(name)));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return threads.size();
    }

    int safe(int n) throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        Thread[] threads = new Thread[n];
        for (int i = 0; i < n; i++) {
            threads[i] = new Thread(count::incrementAndGet);
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (int i = 0; i < n; i++) {
            threads[i].join();
        }
        return count.get();
    }
}
