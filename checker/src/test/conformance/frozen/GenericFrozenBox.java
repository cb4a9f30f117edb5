package spec.frozen;

import java.util.concurrent.BlockingQueue;

/*
 * A box is as frozen as what it is used with.
 * Verdict: derived.
 */
public class GenericFrozenBox {
    record Box<T>(T value, long at) {}
    void send(BlockingQueue<Box<String>> out) throws InterruptedException {
        Box<String> box = new Box<>("x", 1);
        out.put(box);
        System.out.println(box.value());
    }
    void sendMutable(BlockingQueue<Box<StringBuilder>> out) throws InterruptedException {
        Box<StringBuilder> box = new Box<>(new StringBuilder(), 1);
        out.put(box);
        System.out.println(box.value()); //! use.after.move
    }
}
