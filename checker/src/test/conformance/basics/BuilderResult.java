package spec.basics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * A builder whose product shares its list.
 * Verdict: same(this, result) by the constructor.
 */
public class BuilderResult {
    static final class Mail {
        private final List<String> to;
        private Mail(List<String> to) { this.to = to; }
        static final class Builder {
            private final List<String> to = new ArrayList<>();
            Builder to(String who) { to.add(who); return this; }
            Mail build() { return new Mail(to); }
        }
    }
    void send(BlockingQueue<Mail> out) throws InterruptedException {
        Mail.Builder builder = new Mail.Builder().to("a").to("b");
        out.put(builder.build()); //~
        builder.to("c"); //! use.after.move
    }
}
