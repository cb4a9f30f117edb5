package spec.lambdas;

import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/*
 * andThen keeps both functions.
 * Verdict: derived.
 */
public class ComposedFunctions {
    void run(ExecutorService pool) {
        StringBuilder log = new StringBuilder();
        Function<String, String> trim = String::trim;
        Function<String, String> logged = trim.andThen(s -> { log.append(s); return s; });
        pool.execute(() -> logged.apply(" x ")); //~
        log.append("y"); //! use.after.move
    }
}
