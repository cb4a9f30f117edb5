package spec.declared;

import java.util.concurrent.ExecutorService;

/*
 * The worker computes, the event thread shows.
 * Verdict: derived.
 */
public class SwingInvokeLater {
    private final javax.swing.JLabel label = new javax.swing.JLabel();
    void search(ExecutorService pool, String text) {
        pool.execute(() -> {
            String result = text.toUpperCase();
            javax.swing.SwingUtilities.invokeLater(() -> label.setText(result));
        });
    }
}
