package spec.basics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * The name of a queued record is read afterwards; its list is not.
 * Verdict: no finding; the component is final and frozen.
 */
public class FrozenComponentStaysReadable {
    record Command(String name, List<String> arguments) {}

    String run(BlockingQueue<Command> queue) throws InterruptedException {
        Command command = new Command("run", new ArrayList<>());
        queue.put(command);
        return command.name();
    }
}
