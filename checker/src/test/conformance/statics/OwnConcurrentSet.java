package spec.statics;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;

/*
 * A set of one's own that keeps everything in a concurrent map protects itself; one over a list does not.
 * Verdict: derived.
 */
public class OwnConcurrentSet {
    static final class OverMap extends AbstractSet<String> {
        private final ConcurrentMap<String, Boolean> map = new ConcurrentHashMap<>();

        @Override
        public boolean add(String name) {
            return map.putIfAbsent(name, true) == null;
        }

        @Override
        public Iterator<String> iterator() {
            return map.keySet().iterator();
        }

        @Override
        public int size() {
            return map.size();
        }
    }

    static final class OverList extends AbstractSet<String> {
        private final List<String> list = new ArrayList<>();

        @Override
        public boolean add(String name) {
            return !list.contains(name) && list.add(name);
        }

        @Override
        public Iterator<String> iterator() {
            return list.iterator();
        }

        @Override
        public int size() {
            return list.size();
        }
    }

    private static final Set<String> SAFE = new OverMap();
    private static final Set<String> UNSAFE = new OverList();

    static void run(ExecutorService pool) {
        for (int i = 0; i < 3; i++) {
            pool.execute(() -> SAFE.add("x"));
            pool.execute(() -> UNSAFE.add("x")); //! static.mutable
        }
    }
}
