package spec.basics;

import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * A sealed family of records is queued and then printed.
 * Verdict: no finding; frozen values may be shared.
 */
public class SealedCommandLogged {
    sealed interface Command permits Start, Stop {}
    record Start(String name, List<String> arguments) implements Command {
        Start {
            arguments = List.copyOf(arguments);
        }
    }
    record Stop(int code) implements Command {}

    void run(BlockingQueue<Command> queue, String... arguments) throws InterruptedException {
        Command command = arguments.length == 0 ? new Stop(0) : new Start("run", List.of(arguments));
        queue.put(command);
        if (command instanceof Start start) {
            System.out.println(start.arguments());
        }
    }
}
