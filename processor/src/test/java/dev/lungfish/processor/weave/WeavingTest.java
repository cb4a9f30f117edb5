package dev.lungfish.processor.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.processor.LungfishProcessor;
import dev.lungfish.processor.Plugged;
import dev.lungfish.processor.testing.Javac;
import java.io.IOException;
import java.io.ObjectStreamClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the weaver makes of whole compilations with the real analysis. */
class WeavingTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private static final String BATCH = """
            package shop;

            import dev.lungfish.annotation.Moved;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            public class Batch implements java.io.Serializable {
                private int done;

                static final class Image {
                    final byte[] pixels;

                    Image(byte[] pixels) {
                        this.pixels = pixels;
                    }

                    void invert() {
                        pixels[0] = (byte) ~pixels[0];
                    }
                }

                interface Source {
                    @Moved List<Image> load();
                }

                void invertAll(ExecutorService pool, Source source) {
                    List<Image> images = source.load();
                    for (Image image : images) {
                        pool.execute(() -> image.invert());
                    }
                    done++;
                }

                public static void main(String[] args) {
                    ExecutorService pool = Executors.newFixedThreadPool(1);
                    byte[] shared = {1};
                    try {
                        new Batch().invertAll(pool, () -> new ArrayList<>(List.of(new Image(new byte[1]), new Image(new byte[1]))));
                        System.out.print("apart; ");
                        new Batch().invertAll(pool, () -> new ArrayList<>(List.of(new Image(shared), new Image(shared))));
                    } finally {
                        pool.shutdown();
                    }
                }
            }
            """;

    private static final String FREEZES = """
            import dev.lungfish.runtime.Freezer;
            import java.util.ArrayList;
            import java.util.List;

            public class Freezes {
                static final class Cart {
                    List<String> lines = new ArrayList<>();
                }

                public static void main(String[] args) {
                    Cart cart = new Cart();
                    cart.lines.add("milk");
                    Cart frozen = Freezer.freeze(cart);
                    System.out.print(Freezer.isFrozen(frozen));
                }
            }
            """;

    @TempDir
    private Path directory;

    private Javac javac(String folder) {
        return new Javac(directory.resolve(folder)).classPath(CLASS_PATH);
    }

    private WovenProgram batch(String folder, String... options) {
        return new WovenProgram(javac(folder).file("shop/Batch.java", BATCH).options("-proc:none", "-g")).compile(Plugged.with(toMap(options)));
    }

    private static Map<String, String> toMap(String... options) {
        Map<String, String> map = new TreeMap<>();
        for (String option : options) {
            map.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        return map;
    }

    private WovenProgram plain(String folder) {
        return new WovenProgram(javac(folder).file("shop/Batch.java", BATCH).options("-proc:none", "-g")).compile(task -> { });
    }

    @Test
    void aCheckLetsPassWhatIsRight_andThrowsBeforeTheRace() {
        WovenProgram batch = batch("woven");

        assertEquals("", batch.complaints());
        assertEquals("apart; dev.lungfish.runtime.RegionException: [region.cross.reference] at Batch.java:31: parts 0 and 1 share a byte[];"
                + " checked here because each element goes to an owner of its own\n", batch.run("shop.Batch"));
    }

    @Test
    void onlyTheClassThatNeedsItIsChanged() {
        assertEquals(List.of("shop/Batch.class"), differing(plain("plain").classes(), batch("woven").classes()));
    }

    @Test
    void reportAndOffChangeNothing() {
        Map<String, byte[]> plain = plain("plain").classes();
        WovenProgram reported = batch("report", "residual=report");
        WovenProgram off = batch("off", "residual=off");

        assertEquals(List.of(), differing(plain, reported.classes()));
        assertEquals(List.of(), differing(plain, off.classes()));
        assertEquals(1, reported.compiled().count("[residual.check]"), reported.compiled().output());
        assertEquals(0, off.compiled().count("[residual.check]"), off.compiled().output());
    }

    @Test
    void suppressingTheNoteLeavesTheCheck() {
        WovenProgram batch = batch("hidden", "rule.residual.check=off");

        assertEquals(0, batch.compiled().count("[residual.check]"), batch.compiled().output());
        assertTrue(batch.run("shop.Batch").contains("[region.cross.reference]"));
    }

    @Test
    void provedFreezesAreMarked_inEveryMode_andOnlyWithThePlugin() {
        for (String mode : List.of("insert", "report", "off")) {
            Javac javac = javac(mode).file("Freezes.java", FREEZES).options("-proc:none");
            WovenProgram freezes = new WovenProgram(javac).compile(Plugged.with(Map.of("residual", mode)));
            assertEquals("", freezes.complaints());
            assertEquals("true", freezes.run("Freezes"));
        }
        WovenProgram plain = new WovenProgram(javac("plain").file("Freezes.java", FREEZES).options("-proc:none")).compile(task -> { });
        assertTrue(plain.run("Freezes").contains("[freeze.unfreezable]"));
    }

    @Test
    void debugInformationAndVersionUidStay() {
        WovenProgram plain = plain("plain");
        WovenProgram woven = batch("woven");

        assertEquals(debugOf(plain.classes().get("shop/Batch.class")), debugOf(woven.classes().get("shop/Batch.class")));
        assertEquals(plain.<Long>with("shop.Batch", type -> ObjectStreamClass.lookup(type).getSerialVersionUID()),
                woven.<Long>with("shop.Batch", type -> ObjectStreamClass.lookup(type).getSerialVersionUID()));
    }

    /** Lines and names of local variables, method by method, in the order of the code. */
    private static List<String> debugOf(byte[] type) {
        List<String> all = new ArrayList<>();
        new ClassReader(type).accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitLineNumber(int line, Label start) {
                        all.add(method + ":" + line);
                    }

                    @Override
                    public void visitLocalVariable(String name, String type, String generic, Label start, Label end, int index) {
                        all.add(method + ":" + name + " " + type + " " + index);
                    }
                };
            }
        }, 0);
        return all;
    }

    @Test
    void withoutTheRuntimeNothingIsWoven_andThatIsSaidOnce() {
        String annotations = Arrays.stream(CLASS_PATH.split(java.io.File.pathSeparator)).filter(entry -> entry.contains("annotations") || entry.endsWith("/ann"))
                .reduce((a, b) -> a + java.io.File.pathSeparator + b).orElseThrow();
        Javac javac = new Javac(directory).classPath(annotations).file("shop/Batch.java", BATCH).options("-proc:none", "-g", "-Werror");

        Javac.Run run = javac.run(Plugged.with(Map.of()));

        assertTrue(run.ok(), run.output());
        assertEquals(1, run.count("lungfish-runtime is not on the class path"), run.output());
        assertEquals(List.of(), differing(plain("plain").classes(), new WovenProgram(javac).classes()));
    }

    @Test
    void aModuleThatDoesNotReadTheRuntimeIsLeftAlone() {
        Javac javac = javac("module").file("module-info.java", "module shop { requires dev.lungfish.annotation; }").file("shop/Batch.java", BATCH)
                .options("-proc:none", "--module-path", CLASS_PATH);
        Javac.Run run = javac.run(Plugged.with(Map.of()));

        assertTrue(run.ok(), run.output());
        assertEquals(1, run.count("or not required by the module"), run.output());
    }

    @Test
    void bothEntriesWeaveOnce() {
        Javac javac = javac("both").file("shop/Batch.java", BATCH).processor(new LungfishProcessor());
        WovenProgram both = new WovenProgram(javac).compile(Plugged.with(Map.of()));

        assertEquals(1, callsOfChecks(both.classes().get("shop/Batch.class")));
    }

    @Test
    void aClassCompiledBeforeItsUserIsWovenToo() {
        String first = "public class First { public static void main(String[] args) { shop.Batch.main(args); } }";
        WovenProgram forward = new WovenProgram(javac("1").file("First.java", first).file("shop/Batch.java", BATCH).options("-proc:none"))
                .compile(Plugged.with(Map.of()));
        WovenProgram backward = new WovenProgram(javac("2").file("shop/Batch.java", BATCH).file("First.java", first).options("-proc:none"))
                .compile(Plugged.with(Map.of()));

        assertTrue(forward.run("First").contains("[region.cross.reference]"));
        assertArrayEquals(forward.classes().get("shop/Batch.class"), backward.classes().get("shop/Batch.class"));
    }

    @Test
    void whatUnknownCodeHasKept_isFoundWhereAnAuditIsWanted() throws Exception {
        Javac library = javac("library").file("lib/Registry.java", """
                package lib;

                public class Registry<T> {
                    static final java.util.List<Object> KEPT = new java.util.ArrayList<>();
                    private final boolean keeps;
                    private T last;

                    public Registry(boolean keeps) {
                        this.keeps = keeps;
                    }

                    public void note(T value) {
                        if (keeps) {
                            KEPT.add(value);
                        }
                    }
                }
                """);
        assertTrue(library.run(task -> { }).ok());
        String classPath = library.classes() + java.io.File.pathSeparator + CLASS_PATH;
        Javac javac = new Javac(directory.resolve("user")).classPath(classPath).options("-proc:none").file("Sale.java", """
                import java.util.ArrayList;
                import java.util.List;
                import java.util.concurrent.BlockingQueue;
                import java.util.concurrent.LinkedBlockingQueue;

                public class Sale {
                    static void sell(BlockingQueue<List<String>> queue, boolean keeps) throws InterruptedException {
                        lib.Registry<List<String>> registry = new lib.Registry<>(keeps);
                        List<String> order = new ArrayList<>();
                        registry.note(order);
                        queue.put(order);
                    }

                    public static void main(String[] args) throws InterruptedException {
                        BlockingQueue<List<String>> queue = new LinkedBlockingQueue<>();
                        sell(queue, false);
                        System.out.println("let go");
                        sell(queue, true);
                        System.out.println("not seen");
                    }
                }
                """);
        WovenProgram sale = new WovenProgram(javac).compile(Plugged.with(Map.of()));

        assertEquals(1, sale.compiled().count("Sale.java:11: Note: [residual.check] 'order' cannot be proved isolated"), sale.compiled().output());
        assertEquals("", sale.complaints(library.classes()));
        String runClassPath = javac.classes() + java.io.File.pathSeparator + classPath;
        assertEquals("let go\nnot seen\n", forked("-cp", runClassPath, "Sale"));
        String audited = forked("-Dlungfish.audit=move", "-cp", runClassPath, "Sale");
        assertTrue(audited.startsWith("let go\n"), audited);
        assertTrue(audited.contains("[move.while.borrowed] at Sale.java:11: cannot move the region of a java.util.ArrayList"), audited);
        assertTrue(audited.contains("static field lib.Registry.KEPT"), audited);
        assertTrue(audited.contains("it was passed to unknown code at Sale.java:10"), audited);
    }

    private static String forked(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xverify:all",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        // -Xverify is old, and says so.
        return output.lines().filter(line -> !line.contains(" warning: ")).map(line -> line + "\n").reduce("", String::concat);
    }

    private static int callsOfChecks(byte[] type) {
        int[] calls = {0};
        new ClassReader(type).accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                        calls[0] += owner.equals("dev/lungfish/runtime/Checks") ? 1 : 0;
                    }
                };
            }
        }, 0);
        return calls[0];
    }

    private static List<String> differing(Map<String, byte[]> before, Map<String, byte[]> after) {
        assertEquals(before.keySet(), after.keySet());
        return before.keySet().stream().filter(name -> !Arrays.equals(before.get(name), after.get(name))).toList();
    }

    /** A library of some size: our own runtime. */
    @Test
    void classesOfALibraryWithoutResidualChecksAreByteForByteTheSame() throws IOException {
        WovenProgram plain = new WovenProgram(library("plain")).compile(task -> { });
        WovenProgram with = new WovenProgram(library("with")).compile(Plugged.with(Map.of("level", "warning")));

        assertTrue(plain.classes().size() > 100, () -> plain.classes().size() + " classes");
        assertEquals(0, with.compiled().count("internal failure"), with.compiled().output());
        TreeSet<String> changed = new TreeSet<>(differing(plain.classes(), with.classes()));
        TreeSet<String> woven = new TreeSet<>(changed);
        woven.removeIf(name -> callsOfChecks(with.classes().get(name)) == callsOfChecks(plain.classes().get(name)));
        assertEquals(woven, changed);
        assertTrue(woven.size() <= 3, () -> "many classes of our own need checks: " + woven);
        assertFalse(with.compiled().output().contains("no check is inserted"), with.compiled().output());
    }

    private Javac library(String folder) throws IOException {
        Javac javac = javac(folder).options("-proc:none", "-g", "-nowarn", "-Xlint:none");
        try (Stream<Path> sources = Files.walk(Path.of("../runtime-fallback/src/main/java"))) {
            sources.filter(each -> each.toString().endsWith(".java") && !each.endsWith("module-info.java")).sorted().forEach(javac::existing);
        }
        return javac;
    }
}
