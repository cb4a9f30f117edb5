package spec.basics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * A builder that copies its list into the product may go on.
 * Verdict: derived.
 */
public class BuilderResultCopied {
    static final class Mail {
        private final List<String> to;
        private Mail(List<String> to) { this.to = to; }
        int size() { return to.size(); }
        static final class Builder {
            private final List<String> to = new ArrayList<>();
            Builder to(String who) { to.add(who); return this; }
            Mail build() { return new Mail(new ArrayList<>(to)); }
        }
    }
    void send(BlockingQueue<Mail> out) throws InterruptedException {
        Mail.Builder builder = new Mail.Builder().to("a").to("b");
        out.put(builder.build());
        builder.to("c");
        out.put(builder.build());
    }
}
