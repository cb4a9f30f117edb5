package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;

/*
 * Threads in a list, joined by index.
 * Verdict: derived.
 */
public class ThreadListByIndex {
    String bySize(int n) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            StringBuilder text = new StringBuilder();
            texts.add(text);
            Thread thread = new Thread(() -> text.append("done"));
            threads.add(thread);
            thread.start();
        }
        for (int i = 0; i < threads.size(); i++) {
            threads.get(i).join();
        }
        return texts.toString();
    }

    String startedByGet(int n) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            StringBuilder text = new StringBuilder();
            texts.add(text);
            threads.add(new Thread(() -> text.append("done")));
        }
        for (int i = 0; i < n; i++) {
            threads.get(i).start();
        }
        for (int i = 0; i < n; i++) {
            threads.get(i).join();
        }
        return texts.toString();
    }

    String each(int n) throws InterruptedException {
        List<Thread> threads = new ArrayList<>(n);
        StringBuilder[] texts = new StringBuilder[n];
        for (int i = 0; i < n; i++) {
            StringBuilder text = new StringBuilder();
            texts[i] = text;
            Thread thread = new Thread(() -> text.append("done"));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return texts[0].toString();
    }
}
