package spec.lambdas;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/*
 * A method reference holds the object that its receiver expression gave, and what that object holds.
 * Verdict: derived.
 */
public class ReceiverOfMethodReference {
    static final class Task implements Runnable {
        final List<String> lines;

        Task(List<String> lines) {
            this.lines = lines;
        }

        Task self() {
            return this;
        }

        @Override
        public void run() {
            lines.add("ran");
        }
    }

    void made(Executor pool) {
        List<String> lines = new ArrayList<>();
        pool.execute(new Task(lines)::run); //~
        lines.add("late"); //! use.after.move
    }

    void madeOfACopy(Executor pool) {
        List<String> lines = new ArrayList<>();
        pool.execute(new Task(new ArrayList<>(lines))::run);
        lines.add("late");
    }

    void called(Executor pool) {
        Task task = new Task(new ArrayList<>());
        pool.execute(task.self()::run); //~
        task.run(); //! use.after.move
    }

    void part(Executor pool) {
        Task task = new Task(new ArrayList<>());
        pool.execute(task.lines::clear); //~
        task.run(); //! use.after.move
    }
}
