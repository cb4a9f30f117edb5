package spec.statics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/*
 * A registry filled in the static initialiser and only read by tasks.
 * Verdict: derived.
 */
public class RegistryFilledAtStart {
    private static final Map<String, Integer> PORTS = new HashMap<>();
    static {
        PORTS.put("http", 80);
        PORTS.put("https", 443);
    }
    static int port(String scheme) { return PORTS.getOrDefault(scheme, -1); }
    static void run(ExecutorService pool, List<String> schemes) {
        schemes.forEach(s -> pool.execute(() -> System.out.println(port(s))));
    }
}
