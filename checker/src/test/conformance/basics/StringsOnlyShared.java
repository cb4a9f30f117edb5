package spec.basics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;

/*
 * The list of strings is new; strings themselves are frozen.
 * Verdict: derived.
 */
public class StringsOnlyShared {
    void send(BlockingQueue<List<String>> out, List<String> lines) throws InterruptedException {
        out.put(new ArrayList<>(lines));
        lines.add("more");
        out.put(lines.stream().map(String::trim).collect(Collectors.toList()));
        lines.clear();
    }
}
