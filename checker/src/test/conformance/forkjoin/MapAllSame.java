package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/*
 * As MapAll, but the function returns its argument.
 * Verdict: derived; a data race.
 */
public class MapAllSame {
    static <A, B> List<B> mapAll(List<A> list, Function<A, B> f) {
        List<B> out = new ArrayList<>();
        for (A a : list) {
            out.add(f.apply(a));
        }
        return out;
    }

    int same(ExecutorService pool, List<String> names) {
        List<StringBuilder> mine = new ArrayList<>();
        for (String name : names) {
            mine.add(new StringBuilder(name));
        }
        List<StringBuilder> same = mapAll(mine, b -> b.append("!"));
        pool.execute(() -> mine.get(0).append("x")); //~
        return same.get(0).length(); //! use.after.move
    }
}
