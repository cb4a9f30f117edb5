package spec.library;

/*
 * A frozen value is bound to a scoped value, and its reader makes a builder of its own.
 * Verdict: no finding.
 */
public class ScopedUser {
    private static final ScopedValue<String> USER = ScopedValue.newInstance();

    String run(String user) throws Exception {
        return ScopedValue.where(USER, user).call(() -> {
            StringBuilder text = new StringBuilder(USER.get());
            text.append('!');
            return text.toString();
        });
    }
}
