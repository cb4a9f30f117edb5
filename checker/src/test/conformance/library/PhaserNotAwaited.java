package spec.library;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;

/*
 * arrive does not wait.
 * Verdict: derived.
 */
public class PhaserNotAwaited {
    int run(Executor pool) {
        int[] data = new int[10];
        Phaser phaser = new Phaser(2);
        pool.execute(() -> { //~
            Arrays.fill(data, 1);
            phaser.arriveAndDeregister();
        });
        phaser.arrive();
        return data[0]; //! use.after.move
    }
}
