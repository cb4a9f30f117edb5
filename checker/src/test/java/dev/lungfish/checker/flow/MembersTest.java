package dev.lungfish.checker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.Analyzer;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.testing.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By its member a finding is recognised in a baseline: code of classes without a name is told apart by what is around it. */
class MembersTest {
    @Test
    void codeOfAnonymousAndLocalClassesIsNamedAfterTheMemberAroundIt() {
        List<String> members = new Analyzer(AnalysisOptions.defaults()).analyze(Sources.attributeTexts("""
                // One.java
                package p;
                import java.util.*;
                import java.util.concurrent.*;
                class One {
                    final BlockingQueue<List<String>> queue = new LinkedBlockingQueue<>();
                    void send(List<String> first) {
                        List<String> list = new ArrayList<>(); queue.add(list); list.add("late");
                    }
                    Runnable anonymous(String name) {
                        return new Runnable() {
                            @Override public void run() { List<String> list = new ArrayList<>(); queue.add(list); list.add("late"); }
                        };
                    }
                    Runnable local() {
                        class Task implements Runnable {
                            @Override public void run() { List<String> list = new ArrayList<>(); queue.add(list); list.add("late"); }
                        }
                        return new Task();
                    }
                }
                """)).findings().stream().map(Finding::member).toList();

        assertEquals(List.of("p.One#send(List)", "p.One#anonymous(String)$#run()", "p.One#local()$Task#run()"), members);
    }
}
