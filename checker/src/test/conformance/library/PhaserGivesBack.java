package spec.library;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;

/*
 * arriveAndDeregister is the worker's last act; the creator awaits the phase.
 * Verdict: derived.
 */
public class PhaserGivesBack {
    int run(Executor pool) {
        int[] data = new int[10];
        Phaser phaser = new Phaser(2);
        pool.execute(() -> {
            Arrays.fill(data, 1);
            phaser.arriveAndDeregister();
        });
        phaser.arriveAndAwaitAdvance();
        return data[0];
    }
}
