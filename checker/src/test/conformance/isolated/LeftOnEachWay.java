package spec.isolated;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.annotation.Isolated;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.io.IOException;

/*
 * A slot must be whole on each way out of a method: at a return, at a throw, where a call announces an exception, at the end.
 * Verdict: derived.
 */
public class LeftOnEachWay {
    @Isolated private List<String> buffer = new ArrayList<>();
    @Isolated @InRegion("this") private List<String> guarded = new ArrayList<>();
    void early(BlockingQueue<List<String>> queue, boolean last) throws InterruptedException {
        List<String> full = buffer;
        queue.put(full);
        if (last) {
            return; //! isolated.not.restored
        }
        buffer = new ArrayList<>();
    }
    int earlyValue(BlockingQueue<List<String>> queue, boolean last) throws InterruptedException {
        List<String> full = buffer;
        queue.put(full);
        if (last) {
            return 3; //! isolated.not.restored
        }
        buffer = new ArrayList<>();
        return 4;
    }
    void brace(BlockingQueue<List<String>> queue, boolean last) throws InterruptedException {
        List<String> full = buffer;
        queue.put(full);
        if (last) {
            buffer = new ArrayList<>();
        }
    } //! isolated.not.restored
    int restored(BlockingQueue<List<String>> queue) throws InterruptedException {
        List<String> full = buffer;
        try {
            queue.put(full);
            return 1;
        } finally {
            buffer = new ArrayList<>();
        }
    }
    void thrown(BlockingQueue<List<String>> queue, boolean last) throws Exception {
        List<String> full = buffer;
        queue.put(full);
        if (last) {
            throw new IOException("last"); //! isolated.not.restored
        }
        buffer = new ArrayList<>();
    }
    void checked(BlockingQueue<List<String>> queue, java.io.Writer log) throws Exception {
        List<String> full = buffer;
        queue.put(full);
        log.write("sent"); //! isolated.not.restored
        buffer = new ArrayList<>();
    }
    void checkedFine(BlockingQueue<List<String>> queue, java.io.Writer log) throws Exception {
        List<String> full = buffer;
        queue.put(full);
        buffer = new ArrayList<>();
        log.write("sent");
    }
    void inMonitor(BlockingQueue<List<String>> queue, boolean last) throws Exception {
        synchronized (this) {
            List<String> full = guarded;
            queue.put(full);
            if (last) {
                return; //! isolated.not.restored
            }
            guarded = new ArrayList<>();
        }
    }
    void unforeseen(BlockingQueue<List<String>> queue) throws Exception {
        List<String> full = buffer;
        queue.put(full);
        System.gc();
        buffer = new ArrayList<>();
    }
}
