package spec.lambdas;

import java.util.ArrayList;
import java.util.List;

/*
 * An anonymous task with a field of its own fills a list, and is joined before the list is read.
 * Verdict: no finding.
 */
public class AnonymousTaskJoined {
    int run() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        Thread thread = new Thread(new Runnable() {
            private int number;

            @Override
            public void run() {
                while (number < 10) {
                    lines.add("line " + number++);
                }
            }
        });
        thread.start();
        thread.join();
        return lines.size();
    }
}
