// Gap: G-25, fields that only constructors write, written there after a thread was started
// Why: such a field counts as final, and reading it as harmless: which of the constructor's writes come after the start is not asked.
// Since: 0.1.0
public class GivenAfterTheStart {
    private int limit;

    GivenAfterTheStart() {
        Thread watcher = new Thread(this::watch);
        watcher.start();
        limit = 90; //MISSED use.after.move
    }

    private void watch() {
        System.out.println(limit);
    }
}
