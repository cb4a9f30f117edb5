package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.List;
import java.util.Map;

/*
 * A method needs the lock of its object, and the object comes out of a list, a map or an array: the lock has no name, but nobody holds it. Where one
 * of its kind is held, a check at run time decides.
 * Verdict: derived.
 */
public class LockOfAnElement {
    static final class Box {
        private @InRegion("this") int n;
        private final Object lock = new Object();
        private @InRegion("lock") int m;

        @InRegion("this") void touch() {
            n++;
        }
        @InRegion("lock") void mark() {
            m++;
        }
        private void inferred() {
            n++;
        }
        synchronized void safe() {
            inferred();
        }
    }

    void ofList(List<Box> boxes) {
        boxes.get(0).touch(); //! region.not.open
        boxes.get(0).safe();
    }
    void ofMap(Map<String, Box> boxes, String name) {
        boxes.get(name).mark(); //! region.not.open
    }
    void ofArray(Box[] boxes, int i) {
        boxes[i].inferred(); //! region.not.open
    }
    void named(List<Box> boxes) {
        Box box = boxes.get(0);
        synchronized (box) {
            box.touch();
            box.inferred();
        }
        for (Box each : boxes) {
            synchronized (each) {
                each.touch();
            }
        }
    }
    void held(Box[] boxes, int i) {
        synchronized (boxes[i]) {
            boxes[i].touch(); //DYN
        }
    }
    static Box make() {
        Box made = new Box();
        made.touch();
        new Box().touch();
        return made;
    }
    void fresh() {
        make().touch();
    }
}
