package cache;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many readers, one encyclopedia. */
public final class ReadingRoom {
    private static final List<String> TITLES = List.of("axolotl", "lungfish", "newt", "olm");
    private static final int READERS = 8;

    private ReadingRoom() {
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        Encyclopedia encyclopedia = new Encyclopedia();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<Integer>> readers = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                readers.add(pool.submit(() -> read(encyclopedia)));
            }
            int words = 0;
            for (Future<Integer> reader : readers) {
                words += reader.get();
            }
            System.out.println(READERS + " readers read " + words + " words");
        } finally {
            pool.shutdown();
        }
        @Frozen Article lungfish = encyclopedia.lookUp("lungfish");
        System.out.println("shared by all: " + Freezer.isFrozen(lungfish) + ", loaded " + encyclopedia.loads() + " articles");
    }

    private static int read(Encyclopedia encyclopedia) {
        int words = 0;
        for (String title : TITLES) {
            words += encyclopedia.lookUp(title).words().size();
        }
        return words;
    }
}
