package spec.declared;

import dev.lungfish.annotation.Confined;

/*
 * State of one loop touched in the other.
 * Verdict: derived.
 */
public class ConfinedTwoLoops {
    @Confined("net") static class Connection { int open; void close() { open--; } }
    @Confined("net") private final Connection connection = new Connection();
    @Confined("net") void onAccept() { connection.open++; }
    @Confined("ui") void onClick() {
        connection.close(); //! confined.wrong.thread
    }
}
