package dev.lungfish.checker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.Analyzer;
import dev.lungfish.checker.testing.Sources;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Certain is what was given away with all that it leads to; what only has a part in common with it is perhaps not touched by the other side. */
class PartsInCommonTest {
    private static final String HEAD = """
            // Sender.java
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            class Holder {
                final List<String> part;
                int count;
                Holder(List<String> part) { this.part = part; }
                void bump() { count++; }
                List<String> part() { return part; }
            }
            class Sender {
                private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
            """;

    /** Compares findings and marks: {@code //! key} an error, {@code //w key} a warning. */
    private static void expectMarks(String text) {
        List<String> due = new ArrayList<>();
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            int mark = Math.max(lines[i].indexOf("//! "), lines[i].indexOf("//w "));
            if (mark >= 0) {
                due.add((i + 1) + (lines[i].charAt(mark + 2) == '!' ? " ERROR " : " WARNING ") + lines[i].substring(mark + 4).strip());
            }
        }
        assertEquals(due, new Analyzer(AnalysisOptions.defaults()).analyze(Sources.attributeTexts(text)).findings().stream()
                .map(f -> f.at().line() + " " + f.level() + " " + f.rule().key()).toList());
    }

    @Test
    void anotherHolderOfAPart_isAWarning_andThePartReadOutOfItAnError() {
        expectMarks(HEAD + """
                    void neighbour() throws InterruptedException {
                        List<String> part = new ArrayList<>();
                        Holder sent = new Holder(part);
                        Holder kept = new Holder(part);
                        queue.put(sent);
                        kept.bump(); //w use.after.move
                    }
                    void throughTheNeighbour() throws InterruptedException {
                        List<String> part = new ArrayList<>();
                        Holder sent = new Holder(part);
                        Holder kept = new Holder(part);
                        queue.put(sent);
                        kept.part.add("x"); //! use.after.move
                    }
                    void thePart() throws InterruptedException {
                        List<String> part = new ArrayList<>();
                        Holder sent = new Holder(part);
                        queue.put(sent);
                        part.add("x"); //! use.after.move
                    }
                    void theHolder() throws InterruptedException {
                        List<String> part = new ArrayList<>();
                        Holder kept = new Holder(part);
                        queue.put(part);
                        kept.bump(); //! use.after.move
                    }
                }
                """);
    }

    @Test
    void whatIsReadOutOfAMovedObject_isAnError_andWhatItsMethodsGaveBackBeforeAWarning() {
        expectMarks(HEAD + """
                    record Pair(List<String> left, String right) {
                    }
                    void afterwards() throws InterruptedException {
                        Holder sent = new Holder(new ArrayList<>());
                        queue.put(sent);
                        sent.part.add("x"); //! use.after.move
                    }
                    void component() throws InterruptedException {
                        Pair pair = new Pair(new ArrayList<>(), "y");
                        List<String> left = pair.left();
                        queue.put(pair);
                        left.add("x"); //! use.after.move
                    }
                    void field() throws InterruptedException {
                        Holder sent = new Holder(new ArrayList<>());
                        List<String> part = sent.part;
                        queue.put(sent);
                        part.add("x"); //! use.after.move
                    }
                    void ofAMethod() throws InterruptedException {
                        Holder sent = new Holder(new ArrayList<>());
                        List<String> part = sent.part();
                        queue.put(sent);
                        part.add("x"); //w use.after.move
                    }
                }
                """);
    }

    @Test
    void whatACalleeGivesAway_isCertainOnlyForWhatItLeadsTo() {
        expectMarks("""
                // Client.java
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;
                class Config { private final Map<String, String> values = new HashMap<>(); String get(String key) { return values.get(key); } }
                class Login {
                    private final Config config;
                    private final Thread refresh;
                    Login(Config config) { this.config = config; refresh = new Thread(() -> config.get("every")); }
                    void start() { refresh.start(); }
                }
                class Client {
                    private final Config config;
                    private int state;
                    Client(Config config, AtomicReference<Login> login) {
                        this.config = config;
                        login(login);
                        state = 3; //w use.after.move
                    }
                    private void login(AtomicReference<Login> login) {
                        Login made = new Login(config);
                        if (login.compareAndSet(null, made)) {
                            made.start(); //w use.after.move
                        }
                    }
                }
                """);
    }

    @Test
    void whatHoldsSomethingThatWasGivenAway_isAWarningWhereItIsGivenAwayItself() {
        expectMarks("""
                // Notes.java
                import java.util.*;
                import java.util.concurrent.*;
                class Note { List<String> words; int number; }
                class Notes {
                    private final BlockingQueue<Note> queue = new LinkedBlockingQueue<>();
                    private final ConcurrentMap<String, Object> shared = new ConcurrentHashMap<>();
                    void share() throws InterruptedException {
                        Note mine = new Note();
                        List<String> words = new ArrayList<>();
                        mine.words = words;
                        shared.put("words", words);
                        queue.put(mine); //w use.after.move
                    }
                }
                """);
    }
}
