package spec.cowns;

import dev.lungfish.runtime.Cown;

/*
 * A cown of a frozen value.
 * Verdict: derived.
 */
public class FrozenCown {
    record Config(String url, int port) {}
    int run() {
        Cown<Config> cown = Cown.ofFrozen(new Config("x", 1));
        Config now = cown.call(c -> c);
        return now.port();
    }
}
