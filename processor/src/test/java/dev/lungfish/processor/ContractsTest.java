package dev.lungfish.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.processor.testing.Javac;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import javax.tools.ForwardingJavaFileManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two modules with the real analysis in the real compiler: what the second one learns from the jar of the first. */
class ContractsTest {
    private static final String ORDER = """
            package com.acme;

            public final class Order {
                private final StringBuilder text = new StringBuilder();
                private int total;

                public void add(String line) {
                    text.append(line);
                    total++;
                }

                public int total() {
                    return total;
                }
            }
            """;
    private static final String STARTER = """
            package com.acme;

            public final class Starter {
                public static void later(Order order) {
                    new Thread(() -> order.add("later")).start();
                }

                public static int count(Order order) {
                    return order.total() + 1;
                }

                public static Order same(Order order) {
                    return order;
                }

                public static Order copy(Order order) {
                    Order copy = new Order();
                    copy.add("total " + order.total());
                    return copy;
                }
            }
            """;
    private static final String BOX = """
            package com.acme;

            import dev.lungfish.annotation.InRegion;
            import java.util.concurrent.locks.ReentrantLock;

            public final class Box {
                public final ReentrantLock lock = new ReentrantLock();
                @InRegion("lock") public final StringBuilder text = new StringBuilder();
                @InRegion("lock") private Order kept;

                public interface Handler {
                    void handle(Order order);
                }

                public void begin() {
                    lock.lock();
                }

                public void keep(Order order) {
                    lock.lock();
                    try {
                        kept = order;
                    } finally {
                        lock.unlock();
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    private Path annotations;

    @BeforeEach
    void findAnnotations() throws URISyntaxException {
        annotations = Path.of(InRegion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static Javac.Run run(Javac javac, String... options) {
        Map<String, String> given = new TreeMap<>();
        for (String option : options) {
            given.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        return javac.options("-proc:none").run(task -> Installation.install(task, given, null, null));
    }

    /** The first module, compiled with us and packed. */
    private Path acme(String... options) throws IOException {
        Javac javac = new Javac(directory.resolve("acme")).on(annotations).file("com/acme/Order.java", ORDER).file("com/acme/Starter.java", STARTER)
                .file("com/acme/Box.java", BOX);
        Javac.Run run = run(javac, options);
        assertTrue(run.ok(), run.output());
        return packed("acme.jar", javac.classes());
    }

    private Path packed(String name, Path classes) throws IOException {
        Path jar = Files.createDirectories(directory.resolve("jars")).resolve(name);
        assertEquals(0, ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "-cf", jar.toString(), "-C", classes.toString(), "."));
        return jar;
    }

    private Javac.Run use(Path jar, String body) {
        return run(shop(jar, body));
    }

    private Javac shop(Path jar, String body) {
        return new Javac(directory.resolve("shop")).on(annotations, jar).file("Shop.java", """
                import com.acme.*;
                import java.util.concurrent.*;

                class Shop {
                    void sell(ExecutorService pool, Box box) throws Exception {
                        Order order = new Order();
                """ + body + "    }\n}\n");
    }

    private static List<String> findings(Javac.Run run) {
        return run.output().lines().filter(line -> line.matches(".*: \\[[a-z.]+\\] .*")).map(line -> line.replaceAll("^.*/", "").replaceAll("\\] .*", "]"))
                .toList();
    }

    @Test
    void aMethodThatStartsAThreadTakesItsArgument() throws IOException {
        Javac.Run run = use(acme(), "Starter.later(order);\norder.add(\"x\");\n");

        assertEquals(List.of("Shop.java:8: error: [use.after.move]"), findings(run), run.output());
        assertTrue(run.output().contains("Starter.later(order)"), run.output());
    }

    /** Gradle puts a file manager around the compiler's that knows no paths. */
    @Test
    void aBuildToolsFileManagerShowsTheContractsOfJarsAndFolders() throws IOException {
        Path jar = Files.move(acme(), directory.resolve("jars/a name with 20% blanks!.jar"));

        for (Path library : List.of(jar, directory.resolve("acme/classes"))) {
            Javac shop = shop(library, "Starter.later(order);\norder.add(\"x\");\n").fileManager(files -> new ForwardingJavaFileManager<>(files) { });
            assertEquals(List.of("Shop.java:8: error: [use.after.move]"), findings(run(shop)), library.toString());
        }
    }

    @Test
    void withoutItsContractNobodyCanKnow() throws IOException {
        Javac.Run run = use(acme("contracts=off"), "Starter.later(order);\norder.add(\"x\");\n");

        assertEquals(List.of(), findings(run), run.output());
    }

    @Test
    void aMethodThatOnlyReadsMayReadWhileOthersRead() throws IOException {
        String body = "Future<Integer> task = pool.submit(() -> Starter.count(order));\n%s;\ntask.get();\n";
        Path jar = acme("contracts=all");

        assertEquals(List.of(), findings(use(jar, body.formatted("Starter.count(order)"))));
        assertEquals(List.of("Shop.java:8: error: [use.after.move]"), findings(use(jar, body.formatted("order.add(\"x\")"))));
    }

    @Test
    void aReturnedAliasIsTheArgument_andACopyIsNot() throws IOException {
        String body = "Order other = Starter.%s(order);\npool.execute(() -> other.add(\"x\"));\norder.add(\"y\");\n";
        Path jar = acme("contracts=all");

        assertEquals(List.of("Shop.java:9: error: [use.after.move]"), findings(use(jar, body.formatted("same"))));
        assertEquals(List.of(), findings(use(jar, body.formatted("copy"))));
    }

    @Test
    void aMethodThatLocksForItsCallerOpensTheRegion() throws IOException {
        Path jar = acme();

        assertEquals(List.of("Shop.java:7: error: [region.not.open]"), findings(use(jar, "box.text.append(\"x\");\n")));
        assertEquals(List.of(), findings(use(jar, "box.begin();\ntry {\nbox.text.append(\"x\");\n} finally {\nbox.lock.unlock();\n}\n")));
    }

    @Test
    void aLockOfAnotherModuleIsTheSameByItsFieldAndByItsMethods() throws IOException {
        Path jar = acme();

        assertEquals(List.of(), findings(use(jar, "box.lock.lock();\ntry {\nbox.text.append(\"x\");\n} finally {\nbox.lock.unlock();\n}\n")));
        assertEquals(List.of("Shop.java:9: error: [region.not.open]"), findings(use(jar, "box.begin();\nbox.lock.unlock();\nbox.text.append(\"x\");\n")));
    }

    @Test
    void aWrapperOfAnotherModuleIsHeldAsItsMethodsSay() throws IOException {
        Javac gates = new Javac(directory.resolve("gates")).on(annotations).file("com/acme/Gate.java", """
                package com.acme;

                import java.util.concurrent.locks.ReentrantLock;

                public class Gate {
                    private final ReentrantLock inside = new ReentrantLock();
                    public void enter() { inside.lock(); }
                    public boolean enterIf(boolean open) {
                        inside.lock();
                        if (!open) { inside.unlock(); }
                        return open;
                    }
                    public void leave() { inside.unlock(); }
                }
                """);
        assertTrue(run(gates).ok());
        Path jar = packed("gates.jar", gates.classes());
        String shop = """
                import com.acme.Gate;
                import dev.lungfish.annotation.InRegion;

                class Shop {
                    private final Gate gate = new Gate();
                    @InRegion("gate") private int count;
                    void right(boolean open) {
                        gate.enter();
                        count++;
                        gate.leave();
                        if (gate.enterIf(open)) {
                            count++;
                            gate.leave();
                        }
                    }
                    void wrong(boolean open) {
                        gate.enterIf(open);
                        count++;
                    }
                }
                """;

        Javac.Run run = run(new Javac(directory.resolve("gated")).on(annotations, jar).file("Shop.java", shop));
        assertEquals(List.of("Shop.java:18: error: [region.not.open]"), findings(run), run.output());
    }

    /** A module whose methods start tasks and wait for them. */
    private Path waiting(String... options) throws IOException {
        Javac javac = new Javac(directory.resolve("waiting")).on(annotations).file("com/acme/Order.java", ORDER).file("com/acme/Box.java", BOX)
                .file("com/acme/Waiting.java", """
                package com.acme;

                import java.util.concurrent.*;

                public final class Waiting {
                    public static Future<?> start(ExecutorService pool, Order order) {
                        return pool.submit(() -> order.add("later"));
                    }

                    public static void joinQuietly(Thread thread) {
                        try {
                            thread.join();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }

                    public static void drain(ExecutorService pool) throws Exception {
                        pool.shutdown();
                        while (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
                            Thread.onSpinWait();
                        }
                    }
                }
                """);
        assertTrue(run(javac, options).ok());
        return packed("waiting.jar", javac.classes());
    }

    @Test
    void whoWaitsForTheResultGetsBackWhatTheMethodLent() throws IOException {
        Path jar = waiting();

        assertEquals(List.of(), findings(use(jar, "Future<?> done = Waiting.start(pool, order);\ndone.get();\norder.add(\"x\");\n")));
        assertEquals(List.of("Shop.java:8: error: [use.after.move]"), findings(use(jar, "Future<?> done = Waiting.start(pool, order);\norder.add(\"x\");\ndone.get();\n")));
    }

    @Test
    void aMethodThatWaitsForItsCallerGivesBackWhatTheCallerLent() throws IOException {
        String joined = "Thread later = new Thread(() -> order.add(\"later\"));\nlater.start();\nWaiting.joinQuietly(later);\norder.add(\"x\");\n";
        String drained = "ExecutorService own = Executors.newCachedThreadPool();\nown.execute(() -> order.add(\"later\"));\nWaiting.drain(own);\norder.add(\"x\");\n";

        Path jar = waiting();
        assertEquals(List.of(), findings(use(jar, joined)));
        assertEquals(List.of(), findings(use(jar, drained)));

        Path silent = waiting("contracts=off");
        assertEquals(List.of("Shop.java:9: error: [use.after.move]"), findings(use(silent, joined)));
        assertEquals(List.of("Shop.java:10: error: [use.after.move]"), findings(use(silent, drained)));
    }

    @Test
    void whatIsKeptUnderALockBelongsToIt() throws IOException {
        Javac.Run run = use(acme(), "box.keep(order);\norder.add(\"x\");\n");

        assertEquals(List.of("Shop.java:8: error: [region.escape]"), findings(run), run.output());
    }

    private Javac.Run implement(Path jar, String annotation, String parameter) {
        return run(new Javac(directory.resolve("shop")).on(annotations, jar).file("Keeper.java", """
                import com.acme.*;
                import dev.lungfish.annotation.*;

                %s
                class Keeper implements Box.Handler {
                    private Order last;

                    @Override
                    public void handle(%sOrder order) {
                        last = order;
                    }
                }
                """.formatted(annotation, parameter)));
    }

    @Test
    void anImplementationIsHeldToTheContractOfTheJar() throws IOException {
        Path jar = acme();

        assertEquals(List.of(), findings(implement(jar, "", "")));
        assertEquals(List.of("Keeper.java:9: warning: [override.contract]"), findings(implement(jar, "", "@CapturedBy(\"this\") ")));
        assertEquals(List.of("Keeper.java:9: error: [override.contract]"), findings(implement(jar, "@RegionAware", "")));
    }

    @Test
    void whatUnawareCodeMayHaveKeptIsLeftOpen_andInStrictCodeTold() throws IOException {
        Javac unaware = new Javac(directory.resolve("registry")).file("com/acme/Order.java", ORDER).file("com/acme/Registry.java", """
                package com.acme;

                import java.util.*;

                public class Registry {
                    private static final Map<String, Order> ALL = new HashMap<>();

                    public static void register(Order order) {
                        ALL.put("last", order);
                    }

                    public static Order last() {
                        return ALL.get("last");
                    }
                }
                """);
        assertTrue(unaware.options("-proc:none").run(task -> { }).ok());
        Path jar = packed("registry.jar", unaware.classes());
        String shop = """
                import com.acme.*;
                import java.util.concurrent.BlockingQueue;

                %s
                class Shop {
                    void sell(BlockingQueue<Order> queue) throws Exception {
                        Order order = new Order();
                        Registry.register(order);
                        queue.put(order);
                        queue.put(Registry.last());
                        queue.put(new Order());
                    }
                }
                """;

        assertEquals(List.of("Shop.java:9: Note: [residual.check]", "Shop.java:10: Note: [residual.check]"),
                findings(run(new Javac(directory.resolve("shop")).on(jar).file("Shop.java", shop.formatted("")))));
        assertEquals(List.of("Shop.java:8: warning: [not.understood]", "Shop.java:9: Note: [residual.check]", "Shop.java:10: Note: [residual.check]"),
                findings(run(new Javac(directory.resolve("shop")).on(annotations, jar).file("Shop.java", shop.formatted("@dev.lungfish.annotation.RegionAware")))));
    }

    @Test
    void twoFoldersGiveTheSameBytes() throws IOException {
        Map<String, byte[]> one = contractsOf(directory.resolve("1"), "Starter", "Order", "Box");
        Map<String, byte[]> two = contractsOf(directory.resolve("two/deeper"), "Box", "Starter", "Order");

        assertEquals(List.of("com.acme.Box.contract", "com.acme.Starter.contract"), List.copyOf(one.keySet()));
        assertEquals(one.keySet(), two.keySet());
        one.forEach((name, bytes) -> assertArrayEquals(bytes, two.get(name), name));
    }

    private Map<String, byte[]> contractsOf(Path where, String... order) throws IOException {
        Javac javac = new Javac(where).on(annotations);
        for (String name : order) {
            javac.file("com/acme/" + name + ".java", Map.of("Order", ORDER, "Starter", STARTER, "Box", BOX).get(name));
        }
        assertTrue(run(javac).ok());
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(javac.classes().resolve("META-INF/lungfish"))) {
            for (Path file : all.filter(f -> f.toString().endsWith(".contract")).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void anIncrementalBuildComesToTheSameFile() throws IOException {
        String shop = """
                package com.acme;

                public class Shop {
                    public void sell(Order order) {
                        Starter.later(order);
                    }

                    public static final class Seller {
                        public void sell(Order order) {
                            Starter.later(order);
                        }
                    }
                }
                """;
        Javac whole = new Javac(directory.resolve("whole")).on(annotations).options("-Xmaxerrs", "9").file("com/acme/Order.java", ORDER)
                .file("com/acme/Starter.java", STARTER).file("com/acme/Shop.java", shop);
        run(whole, "level=warning");
        Javac part = new Javac(directory.resolve("part")).on(annotations, whole.classes()).file("com/acme/Shop.java", shop);
        run(part, "level=warning");

        String name = "META-INF/lungfish/com.acme.Shop.contract";
        assertMoves("Shop$Seller#sell(Lcom/acme/Order;)V", whole.classes().resolve(name));
        assertEquals(Files.readString(whole.classes().resolve(name)), Files.readString(part.classes().resolve(name)));
    }

    @Test
    void aFileOfThisCompilationsOwnClassesIsNotBelieved() throws IOException {
        Javac javac = new Javac(directory.resolve("again")).on(annotations).file("com/acme/Order.java", ORDER).file("com/acme/Starter.java", STARTER);
        run(javac);
        Files.writeString(javac.classes().resolve("META-INF/lungfish/com.acme.Starter.contract"), "nonsense of an earlier build");

        Javac.Run run = run(javac);

        assertFalse(run.output().contains("not.understood"), run.output());
        assertMoves("Starter#later(Lcom/acme/Order;)V", javac.classes().resolve("META-INF/lungfish/com.acme.Starter.contract"));
    }

    /** The method's line says that it uses and moves its first parameter, whatever else. */
    private static void assertMoves(String method, Path contract) throws IOException {
        List<String> lines = Files.readAllLines(contract).stream().filter(line -> line.contains(method + " ")).toList();
        assertEquals(1, lines.size(), () -> "lines for " + method + " in " + contract);
        List<String> words = List.of(lines.get(0).split(" "));
        assertTrue(words.contains("moves=1") && words.stream().anyMatch(word -> word.startsWith("use=1")), lines.get(0));
    }

    @Test
    void aBrokenFileIsNamedOnce_andCountsAsMissing() throws IOException {
        Path classes = directory.resolve("acme/classes");
        acme();
        Files.writeString(classes.resolve("META-INF/lungfish/com.acme.Starter.contract"), "lungfish-contract 1 com.acme.Starter\nStarter#later(Lcom/acme/Order;)V moves=everything\n");

        Javac.Run run = use(packed("broken.jar", classes), "Starter.later(order);\nStarter.later(order);\nStarter.same(order);\n");

        assertTrue(run.ok(), run.output());
        assertEquals(1, run.count("[not.understood]"), run.output());
        assertTrue(run.output().contains("warning: [not.understood] the contract file broken.jar: META-INF/lungfish/com.acme.Starter.contract is broken in line 2: "
                + "Starter#later(Lcom/acme/Order;)V moves=everything; it is not used"), run.output());
    }

    @Test
    void aNewerVersionIsToldOncePerJar() throws IOException {
        Path classes = directory.resolve("acme/classes");
        acme();
        for (String name : List.of("Starter", "Box")) {
            Files.writeString(classes.resolve("META-INF/lungfish/com.acme." + name + ".contract"), "lungfish-contract 7 com.acme." + name + " more\n");
        }

        Javac.Run run = use(packed("newer.jar", classes), "Starter.later(order);\nbox.keep(order);\n");

        assertTrue(run.ok(), run.output());
        assertEquals(1, run.count("[not.understood]"), run.output());
        assertTrue(run.output().contains("has version 7, and this release reads version 1"), run.output());
    }

    @Test
    void aModuleOnTheModulePathIsRead() throws IOException {
        Javac acme = new Javac(directory.resolve("acme")).file("module-info.java", "module acme { exports com.acme; }").file("com/acme/Order.java", ORDER)
                .file("com/acme/Starter.java", STARTER);
        assertTrue(run(acme).ok());
        Path jar = packed("acme.jar", acme.classes());

        Javac.Run run = run(new Javac(directory.resolve("shop")).options("--module-path", jar.toString())
                .file("module-info.java", "module shop { requires acme; }").file("shop/Shop.java", """
                        package shop;

                        import com.acme.*;

                        class Shop {
                            void sell() {
                                Order order = new Order();
                                Starter.later(order);
                                order.add("x");
                            }
                        }
                        """));

        assertEquals(List.of("Shop.java:9: error: [use.after.move]"), findings(run), run.output());
    }
}
