package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * Read through a wildcard.
 * Verdict: derived.
 */
public class WildcardOfFrozenBound {
    @Frozen interface Fact { String text(); }
    record Plain(String text) implements Fact {}
    static String join(Collection<? extends Fact> facts) {
        StringBuilder sb = new StringBuilder();
        for (Fact f : facts) { sb.append(f.text()); }
        return sb.toString();
    }
    void run(ExecutorService pool, Fact fact) {
        pool.execute(() -> System.out.println(fact.text()));
        System.out.println(join(List.of(fact, new Plain("x"))));
    }
}
