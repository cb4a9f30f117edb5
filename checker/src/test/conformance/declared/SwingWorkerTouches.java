package spec.declared;

import java.util.List;

/*
 * doInBackground touches a component.
 * Verdict: derived.
 */
public class SwingWorkerTouches extends javax.swing.SwingWorker<Integer, String> {
    private final javax.swing.JTextArea area = new javax.swing.JTextArea();
    @Override protected Integer doInBackground() {
        area.append("working"); //! confined.wrong.thread
        publish("half");
        return 3;
    }
    @Override protected void process(List<String> chunks) { area.append(chunks.get(0)); }
    @Override protected void done() { area.append("done"); }
}
