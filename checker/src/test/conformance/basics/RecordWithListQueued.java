package spec.basics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * A record with a list that anybody may still fill is queued, then filled through its accessor.
 * Verdict: the list went with the record.
 */
public class RecordWithListQueued {
    record Command(String name, List<String> arguments) {}

    void run(BlockingQueue<Command> queue) throws InterruptedException {
        Command command = new Command("run", new ArrayList<>());
        queue.put(command); //~
        command.arguments().add("-v"); //! use.after.move
    }
}
