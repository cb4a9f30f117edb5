package dev.lungfish.checker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.Analyzer;
import dev.lungfish.checker.testing.Sources;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rows of the library models mean at a call, wrong and right next to each other. */
class LibraryCallsTest {
    private static final String HEAD = """
            // Calls.java
            import java.util.*;
            import java.util.concurrent.*;
            class Calls {
                static class Order { int total; void touch() { total++; } }
            """;

    /** Compares the lines with an error with those that say {@code //! key}. */
    private static void expectMarks(String body) {
        String text = HEAD + body + "}\n";
        List<String> due = new ArrayList<>();
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            int mark = lines[i].indexOf("//! ");
            if (mark >= 0) {
                due.add((i + 1) + " " + lines[i].substring(mark + 4).strip());
            }
        }
        List<String> found = new Analyzer(AnalysisOptions.defaults()).analyze(Sources.attributeTexts(text)).findings().stream()
                .map(f -> f.at().line() + " " + f.rule().key()).toList();
        assertEquals(due, found);
    }

    @Test
    void functionKeptByANewObject_goesWithIt() {
        expectMarks("""
                void kept(ExecutorService pool) {
                    Order order = new Order();
                    Callable<Object> task = Executors.callable(() -> order.touch());
                    pool.submit(task);
                    order.touch(); //! use.after.move
                }
                void notKept(ExecutorService pool) {
                    Order order = new Order();
                    Callable<Object> task = Executors.callable(() -> System.out.println("done"));
                    pool.submit(task);
                    order.touch();
                }
                """);
    }

    @Test
    void resultOfTwoOrigins_belongsToBoth() {
        expectMarks("""
                void either(BlockingQueue<Order> queue) throws InterruptedException {
                    Order first = new Order();
                    Order second = new Order();
                    Order chosen = Optional.of(first).orElse(second);
                    queue.put(chosen);
                    second.touch(); //! use.after.move
                }
                void other(BlockingQueue<Order> queue) throws InterruptedException {
                    Order first = new Order();
                    Order second = new Order();
                    Order chosen = Optional.of(first).orElse(null);
                    queue.put(chosen);
                    second.touch();
                }
                """);
    }

    @Test
    void allOf_waitsForEachOfItsArguments_anyOfDoesNot() {
        expectMarks("""
                int all() {
                    Order left = new Order();
                    Order right = new Order();
                    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> left.touch());
                    CompletableFuture<Void> two = CompletableFuture.runAsync(() -> right.touch());
                    CompletableFuture.allOf(one, two).join();
                    return left.total + right.total;
                }
                int any() {
                    Order left = new Order();
                    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> left.touch());
                    CompletableFuture<Void> two = CompletableFuture.runAsync(() -> System.out.println("two"));
                    CompletableFuture.anyOf(one, two).join();
                    return left.total; //! use.after.move
                }
                """);
    }

    @Test
    void copyOfMutableElements_isConnected_copyOfStringsIsNot() {
        expectMarks("""
                void orders(BlockingQueue<List<Order>> queue) throws InterruptedException {
                    Order order = new Order();
                    List<Order> copy = new ArrayList<>(List.of(order));
                    queue.put(copy);
                    order.touch(); //! use.after.move
                }
                int strings(BlockingQueue<List<String>> queue, List<String> names) throws InterruptedException {
                    List<String> copy = new ArrayList<>(names);
                    queue.put(copy);
                    return names.size();
                }
                """);
    }

    @Test
    void terminatedExecutor_givesEverythingBack_onlyIfItSaysSo() {
        expectMarks("""
                int asked() throws InterruptedException {
                    Order order = new Order();
                    ExecutorService pool = Executors.newFixedThreadPool(2);
                    pool.execute(() -> order.touch());
                    pool.shutdown();
                    return pool.awaitTermination(1, TimeUnit.SECONDS) ? order.total : 0;
                }
                int hoped() throws InterruptedException {
                    Order order = new Order();
                    ExecutorService pool = Executors.newFixedThreadPool(2);
                    pool.execute(() -> order.touch());
                    pool.shutdown();
                    pool.awaitTermination(1, TimeUnit.SECONDS);
                    return order.total; //! use.after.move
                }
                """);
    }

    @Test
    void synchronizedShell_isSafeForManyThreads_unlessTheListInsideHasAName() {
        expectMarks("""
                int shell(ExecutorService pool) {
                    List<String> names = Collections.synchronizedList(new ArrayList<>());
                    pool.execute(() -> names.add("a"));
                    return names.size();
                }
                int inside(ExecutorService pool) {
                    List<String> plain = new ArrayList<>();
                    List<String> names = Collections.synchronizedList(plain);
                    pool.execute(() -> names.add("a"));
                    return plain.size(); //! use.after.move
                }
                private final Set<String> seen = Collections.newSetFromMap(new ConcurrentHashMap<>());
                int field(ExecutorService pool) {
                    pool.execute(() -> seen.add("a"));
                    return seen.size();
                }
                int plainField(List<String> names) {
                    Set<String> all = Collections.newSetFromMap(new HashMap<>());
                    names.parallelStream().forEach(name -> all.add(name)); //! capture.multi
                    return all.size();
                }
                """);
    }

    @Test
    void stageThatPassesItsValueOn_isNoSecondConsumer() {
        expectMarks("""
                CompletableFuture<Void> chain() {
                    return CompletableFuture.supplyAsync(() -> new Order()).whenComplete((order, failure) -> System.out.println("done"))
                            .exceptionally(failure -> new Order()).thenAccept(order -> order.touch());
                }
                void twice() {
                    CompletableFuture<Order> loaded = CompletableFuture.supplyAsync(() -> new Order());
                    loaded.whenCompleteAsync((order, failure) -> order.touch());
                    loaded.thenAcceptAsync(order -> order.touch()); //! two.consumers
                }
                """);
    }
}
