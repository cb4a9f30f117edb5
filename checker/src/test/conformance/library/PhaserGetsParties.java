package own.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;

/*
 * The creator is the first party; each task is one more, registered before it is started. A phase is over when all parties have arrived.
 */
class PhaserGetsParties {
    int oneForEachTask() {
        int[] data = new int[4];
        Phaser phaser = new Phaser(1);
        for (int i = 0; i < 4; i++) {
            int k = i;
            phaser.register();
            new Thread(() -> {
                data[k] = k;
                phaser.arriveAndDeregister();
            }).start();
        }
        phaser.arriveAndAwaitAdvance();
        return data[2];
    }

    int severalAtOnce() {
        List<String> one = new ArrayList<>();
        List<String> two = new ArrayList<>();
        Phaser phaser = new Phaser(1);
        phaser.bulkRegister(2);
        new Thread(() -> {
            one.add("a");
            phaser.arriveAndDeregister();
        }).start();
        new Thread(() -> {
            two.add("b");
            phaser.arriveAndDeregister();
        }).start();
        phaser.arriveAndAwaitAdvance();
        return one.size() + two.size();
    }

    int nobodyRegistered() {
        List<String> data = new ArrayList<>();
        Phaser phaser = new Phaser(1);
        new Thread(() -> {
            data.add("a");
            phaser.arriveAndDeregister();
        }).start();
        phaser.arriveAndAwaitAdvance();
        return data.size(); //! use.after.move
    }

    int tooFew() {
        List<String> one = new ArrayList<>();
        List<String> two = new ArrayList<>();
        Phaser phaser = new Phaser(1);
        phaser.register();
        new Thread(() -> {
            one.add("a");
            phaser.arriveAndDeregister();
        }).start();
        new Thread(() -> {
            two.add("b");
            phaser.arriveAndDeregister();
        }).start();
        phaser.arriveAndAwaitAdvance();
        return one.size() //! use.after.move
                + two.size(); //! use.after.move
    }

    int theTaskItselfMayBeLate() {
        List<String> data = new ArrayList<>();
        Phaser phaser = new Phaser(1);
        new Thread(() -> {
            phaser.register();
            data.add("a");
            phaser.arriveAndDeregister();
        }).start();
        phaser.arriveAndAwaitAdvance();
        return data.size(); //! use.after.move
    }
}
