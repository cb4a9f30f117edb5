// truth: confined.wrong.thread confined.wrong.thread
import dev.lungfish.annotation.Confined;
import dev.lungfish.annotation.RegionAware;

/** Strict code of which nobody knows the thread: the event thread can be asked. */
@RegionAware
public class OfTheEventThread {
    static final class Label {
        @Confined("EDT") String text;
    }

    static void show(Label label) {
        label.text = "here"; // here
    }

    public static void main(String[] args) {
        show(new Label());
    }
}
