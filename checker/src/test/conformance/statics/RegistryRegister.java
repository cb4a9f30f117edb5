package spec.statics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/*
 * The same with a public registration method that tasks call.
 * Verdict: derived.
 */
public class RegistryRegister {
    private static final Map<String, Integer> PORTS = new HashMap<>(); //| static.mutable
    static void register(String scheme, int port) { PORTS.put(scheme, port); } //! static.mutable
    static int port(String scheme) { return PORTS.getOrDefault(scheme, -1); } //| static.mutable
    static void run(ExecutorService pool, List<String> schemes) {
        schemes.forEach(s -> pool.execute(() -> register(s, s.length())));
        System.out.println(port("http"));
    }
}
