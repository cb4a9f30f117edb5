// Gap: G-04, ordering by a volatile flag
// Why: that the loop ends only after the task's last write is an argument about values, which the analysis does not make.
// Since: 0.1.0
import java.util.ArrayList;
import java.util.List;

public class OrderedByVolatileFlag {
    private volatile boolean done;

    int run() {
        List<String> lines = new ArrayList<>();
        new Thread(() -> {
            lines.add("from the thread");
            done = true;
        }).start();
        while (!done) {
            Thread.onSpinWait();
        }
        return lines.size(); //OVER use.after.move
    }
}
