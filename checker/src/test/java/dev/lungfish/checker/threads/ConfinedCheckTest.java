package dev.lungfish.checker.threads;

import dev.lungfish.checker.testing.MarkedSources;
import org.junit.jupiter.api.Test;

class ConfinedCheckTest {
    private static final String IMPORTS = """
            import dev.lungfish.annotation.*;
            import java.util.*;
            import java.util.concurrent.*;
            import javax.swing.*;
            """;

    private static void expect(String text) {
        MarkedSources.expectMarks((program, sink) -> {
            Checked checked = Checked.of(program);
            new ConfinedCheck(checked.reach(), checked.verdicts()).check(program, sink);
        }, "// T.java\n" + IMPORTS + text);
    }

    @Test
    void componentTouchedByTasks_isReported_throughCallsToo() {
        expect("""
                class T {
                    private final JLabel label = new JLabel();
                    void run(ExecutorService pool) {
                        pool.execute(() -> label.setText("a")); //! confined.wrong.thread
                        pool.execute(this::update);
                        new Thread() {
                            @Override public void run() { label.setEnabled(true); } //! confined.wrong.thread
                        }.start();
                    }
                    private void update() { deeper(); }
                    private void deeper() { label.setText("b"); } //! confined.wrong.thread
                }
                """);
    }

    @Test
    void eventThread_byInvokeLater_listener_worker_orQuestion_isRight() {
        expect("""
                class T {
                    private final JLabel label = new JLabel();
                    private final JButton button = new JButton();
                    void run(ExecutorService pool) {
                        button.addActionListener(event -> label.setText("a"));
                        pool.execute(() -> SwingUtilities.invokeLater(() -> label.setText("b")));
                        pool.execute(this::show);
                        pool.execute(this::early);
                        new SwingWorker<String, Void>() {
                            @Override protected String doInBackground() { return "x"; }
                            @Override protected void done() { label.setText("c"); }
                        }.execute();
                    }
                    private void show() {
                        if (SwingUtilities.isEventDispatchThread()) {
                            label.setText("d");
                        } else {
                            SwingUtilities.invokeLater(this::show);
                        }
                    }
                    private void early() {
                        if (!SwingUtilities.isEventDispatchThread()) {
                            SwingUtilities.invokeLater(this::early);
                            return;
                        }
                        label.setText("e");
                    }
                }
                """);
    }

    @Test
    void worker_inBackground_isAnotherThread() {
        expect("""
                class T {
                    private final JLabel label = new JLabel();
                    void run() {
                        new SwingWorker<String, Void>() {
                            @Override protected String doInBackground() {
                                label.setText("c"); //! confined.wrong.thread
                                return "x";
                            }
                        }.execute();
                    }
                }
                """);
    }

    @Test
    void componentsBuiltByATask_areFreshUntilShown() {
        expect("""
                class T {
                    static class Card extends JPanel {
                        Card() { add(new JLabel("x")); setEnabled(false); }
                    }
                    void run(ExecutorService pool) {
                        pool.execute(() -> {
                            JPanel panel = new JPanel();
                            panel.add(new JLabel("a"));
                            Card card = new Card();
                            SwingUtilities.invokeLater(() -> panel.add(card));
                        });
                    }
                }
                """);
    }

    @Test
    void confinedClassesMethodsAndFields_areReportedWhereTheyAreUsed() {
        expect("""
                class T {
                    @Confined("loop") static class Session { int state; void step() { state++; } static final int MAX = 3; }
                    private final Session session = new Session();
                    @Confined("loop") private int ticks;
                    @Confined("loop") void tick() { ticks++; session.step(); session.state = 2; }
                    void run(ExecutorService pool) {
                        pool.execute(() -> session.step()); //! confined.wrong.thread
                        pool.execute(() -> ticks++); //! confined.wrong.thread
                        pool.execute(this::tick); //! confined.wrong.thread
                        pool.execute(() -> System.out.println(Session.MAX));
                        pool.execute(() -> System.out.println(session.state)); //! confined.wrong.thread
                    }
                }
                """);
    }

    @Test
    void taskStartedByConfinedCode_isNotConfined() {
        expect("""
                @Confined("EDT") class T {
                    private int clicks;
                    void click(ExecutorService pool) {
                        clicks++;
                        pool.execute(() -> clicks++); //! confined.wrong.thread
                        pool.execute(new Runnable() {
                            @Override public void run() { clicks++; } //! confined.wrong.thread
                        });
                    }
                }
                """);
    }

    @Test
    void codeOfAnotherThread_isReported_unknownThreadOnlyInStrictCode() {
        expect("""
                class T {
                    private final JLabel label = new JLabel();
                    @Confined("db") void query() { label.setText("a"); } //! confined.wrong.thread
                    @Confined("EDT") void show() { label.setText("a"); }
                    void unknown() { label.setText("b"); }
                    @RegionAware static class Strict {
                        private final JLabel label = new JLabel();
                        void unknown() { label.setText("b"); } //w confined.wrong.thread
                    }
                }
                """);
    }

    @Test
    void subclassOfAComponent_itsHelpersAreLookedInto() {
        expect("""
                class T extends JFrame {
                    private final JProgressBar bar = new JProgressBar();
                    void load() { new Thread(this::work).start(); }
                    private void work() {
                        step();
                        later();
                        setTitle("done"); //! confined.wrong.thread
                        repaint();
                    }
                    private void step() { bar.setValue(1); } //! confined.wrong.thread
                    private void later() { SwingUtilities.invokeLater(() -> bar.setValue(2)); }
                    @Override public void paint(java.awt.Graphics g) { super.paint(g); bar.setValue(3); }
                }
                """);
    }

    @Test
    void mainThatBuildsAWindow_isQuiet() {
        expect("""
                class T {
                    public static void main(String[] args) {
                        JFrame frame = new JFrame();
                        frame.add(new JLabel("x"));
                        frame.pack();
                        frame.setVisible(true);
                        new Thread(() -> System.out.println("x")).start();
                    }
                }
                """);
    }
}
