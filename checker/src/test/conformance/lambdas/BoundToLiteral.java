package spec.lambdas;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Method references are bound to a literal, to a cast and to a choice.
 * Verdict: use.after.move where the list is used that two of them are bound to.
 */
public class BoundToLiteral {
    int lengths(ExecutorService pool) throws Exception {
        Future<Integer> first = pool.submit("abc"::length);
        return first.get();
    }

    void cast(ExecutorService pool, boolean which) {
        Object list = new ArrayList<String>();
        pool.submit(((List<?>) list)::clear);
        list.hashCode(); //! use.after.move
    }

    void choice(ExecutorService pool, boolean which) {
        List<String> one = new ArrayList<>();
        List<String> two = new ArrayList<>();
        pool.submit((which ? one : two)::clear);
        one.add("late"); //! use.after.move
    }
}
