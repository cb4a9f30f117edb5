package dev.lungfish.checker.threads;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.testing.MarkedSources;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StaticMutableCheckTest {
    private static final String IMPORTS = """
            import dev.lungfish.annotation.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import java.util.concurrent.locks.*;
            import java.util.function.*;
            """;

    private static List<Finding> expect(String text) {
        return MarkedSources.expectMarks((program, sink) -> {
            Checked checked = Checked.of(program);
            new StaticMutableCheck(checked.reach(), checked.verdicts()).check(program, sink);
        }, "// T.java\n" + IMPORTS + text);
    }

    @Test
    void fourPlacesOfAStatic_areQuiet() {
        expect("""
                class T {
                    static final List<String> FROZEN = List.of("a");
                    static final AtomicInteger ATOMIC = new AtomicInteger();
                    static final ConcurrentMap<String, String> MAP = new ConcurrentHashMap<>();
                    static volatile String last = "";
                    static final Object LOCK = new Object();
                    static @InRegion("LOCK") int guarded;
                    static int inferred;
                    static final ThreadLocal<StringBuilder> LOCAL = ThreadLocal.withInitial(StringBuilder::new);
                    static final ReentrantLock REENTRANT = new ReentrantLock();
                    static int underLock;
                    void run(ExecutorService pool) {
                        for (int i = 0; i < 9; i++) {
                            pool.execute(() -> {
                                ATOMIC.incrementAndGet();
                                MAP.put("a", FROZEN.get(0));
                                last = "b";
                                LOCAL.get().append("x");
                                synchronized (LOCK) { guarded++; }
                                synchronized (T.class) { inferred++; }
                                REENTRANT.lock();
                                try { underLock++; } finally { REENTRANT.unlock(); }
                            });
                        }
                    }
                    static synchronized int inferred() { return inferred; }
                }
                """);
    }

    @Test
    void instanceLock_doesNotProtectAStatic() {
        expect("""
                class T {
                    static int count;
                    synchronized void add() { count++; } //! static.mutable
                    void run(ExecutorService pool) {
                        while (true) pool.execute(this::add);
                    }
                }
                """);
    }

    @Test
    void differentLocks_doNotProtect() {
        expect("""
                class T {
                    static final Object A = new Object();
                    static final Object B = new Object();
                    static int count;
                    void run(ExecutorService pool) {
                        pool.execute(() -> { synchronized (A) { count++; } }); //! static.mutable
                        synchronized (B) { count--; }
                    }
                }
                """);
    }

    @Test
    void tasksOfAllShapes_reachTheStatic() {
        expect("""
                class T {
                    static int a, b, c, d, e, f, g, h;
                    private final Runnable field = () -> a++; //! static.mutable
                    static class Worker extends Thread {
                        @Override public void run() { b++; } //! static.mutable
                    }
                    static class Job implements Callable<String> {
                        @Override public String call() { c++; return ""; } //! static.mutable
                    }
                    record Task(int id) implements Runnable {
                        @Override public void run() { d += id; } //! static.mutable
                    }
                    enum Mode implements Runnable {
                        FAST { @Override public void run() { e++; } }; //! static.mutable
                    }
                    static void touch() { f++; } //! static.mutable
                    void run(ExecutorService pool, List<String> names) throws Exception {
                        for (String name : names) {
                            pool.execute(field);
                            new Worker().start();
                            pool.submit(new Job());
                            pool.execute(new Task(1));
                            pool.execute(T::touch);
                            inBackground(pool, () -> g++); //! static.mutable
                            new Thread(new Runnable() {
                                @Override public void run() { h++; } //! static.mutable
                            }).start();
                        }
                        for (Mode mode : Mode.values()) pool.execute(mode);
                    }
                    static void inBackground(Executor pool, Runnable task) { pool.execute(task); }
                }
                """);
    }

    @Test
    void tasksInCollections_areFollowed() {
        expect("""
                class T {
                    static int a, b, c;
                    void run(ExecutorService pool, List<String> names) throws Exception {
                        List<Callable<Integer>> tasks = new ArrayList<>();
                        for (String name : names) {
                            tasks.add(() -> a++); //! static.mutable
                        }
                        pool.invokeAll(tasks);
                        pool.invokeAll(List.of(() -> b++, () -> b--)); //! static.mutable
                        pool.invokeAll(List.of(() -> c++, () -> 1));
                        System.out.println(c);
                    }
                }
                """);
    }

    @Test
    void oneTaskAlone_isQuiet_twoOrTheStarter_areNot() {
        expect("""
                class T {
                    static int alone, two, read;
                    void once(ExecutorService pool) { pool.execute(() -> alone++); }
                    void twice(ExecutorService pool) {
                        pool.execute(() -> two++); //! static.mutable
                        pool.execute(() -> two--);
                    }
                    void starter(ExecutorService pool) {
                        pool.execute(() -> read++); //! static.mutable
                        System.out.println(read);
                    }
                }
                """);
    }

    @Test
    void unknownCaller_isAWarning() {
        expect("""
                class T {
                    static int count;
                    static int count() { return count; }
                    void once(ExecutorService pool) { pool.execute(() -> count++); } //w static.mutable
                }
                """);
    }

    @Test
    void writesBeforeTheStart_andReadsAfterTheJoin_areOrdered() {
        expect("""
                class T {
                    static String configuration;
                    static int result;
                    static Map<String, String> table;
                    public static void main(String[] args) throws Exception {
                        configuration = args[0];
                        table = load();
                        Thread worker = new Thread(() -> result = configuration.length() + table.size());
                        worker.start();
                        worker.join();
                        System.out.println(result);
                    }
                    private static Map<String, String> load() {
                        Map<String, String> map = new HashMap<>();
                        configuration += "!";
                        return map;
                    }
                }
                """);
        expect("""
                class T {
                    static String configuration = "";
                    static int result;
                    public static void main(String[] args) throws Exception {
                        Thread worker = new Thread(() -> result = configuration.length()); //! static.mutable //! static.mutable
                        worker.start();
                        configuration = args[0];
                        System.out.println(result);
                        worker.join();
                    }
                }
                """.replace(" //! static.mutable //! static.mutable", ""), 2);
    }

    private static void expect(String text, int findings) {
        Checked checked = Checked.of(dev.lungfish.checker.testing.Sources.attributeTexts("// T.java\n" + IMPORTS + text));
        assertEquals(findings, MarkedSources.run(new StaticMutableCheck(checked.reach(), checked.verdicts()), checked.reach().program()).size());
    }

    @Test
    void parallelStreams_andPeriodicTasks() {
        expect("""
                class T {
                    static int parallel, sequential, periodic;
                    static final List<String> SEEN = new ArrayList<>();
                    void run(List<String> names, ScheduledExecutorService timer) {
                        names.parallelStream().forEach(n -> parallel++); //! static.mutable
                        names.stream().forEach(n -> sequential++);
                        names.stream().parallel().filter(n -> n.isEmpty()).forEach(SEEN::add); //! static.mutable
                        timer.scheduleAtFixedRate(() -> periodic++, 0, 1, TimeUnit.SECONDS);
                    }
                }
                """);
    }

    @Test
    void deepWrites_areSeenThroughCallsAliasesAndElements() {
        expect("""
                class T {
                    static final int[] CELLS = new int[2];
                    static final Map<String, List<String>> INDEX = new HashMap<>();
                    static final Box BOX = new Box();
                    static final List<String> SORTED = new ArrayList<>();
                    static final List<String> ONLY_READ = new ArrayList<>(List.of("a"));
                    static final Box SAFE = new Box();
                    static class Box { int x; void bump() { x++; } int get() { return x; } }
                    void run(ExecutorService pool) {
                        for (;;) {
                            pool.execute(() -> CELLS[0]++); //! static.mutable
                            pool.execute(() -> INDEX.get("a").add("b")); //! static.mutable
                            pool.execute(() -> { Box box = BOX; box.bump(); }); //! static.mutable
                            pool.execute(() -> Collections.sort(SORTED)); //! static.mutable
                            pool.execute(() -> System.out.println(ONLY_READ.size() + SAFE.get()));
                        }
                    }
                }
                """);
    }

    @Test
    void classInitialisation_isNoAccess() {
        expect("""
                class T {
                    static final Map<String, Integer> TABLE = new HashMap<>();
                    static { fill(); TABLE.put("b", 2); }
                    private static void fill() { TABLE.put("a", 1); }
                    void run(ExecutorService pool) {
                        for (;;) pool.execute(() -> System.out.println(TABLE.get("a")));
                    }
                }
                """);
    }

    @Test
    void sequentialProgram_isQuiet_strictCodeIsNot() {
        expect("""
                class T {
                    static int count;
                    static final List<String> NAMES = new ArrayList<>();
                    public static void main(String[] args) { count++; NAMES.add("x"); NAMES.forEach(n -> count++); }
                    @ThreadSafe static class Safe { static int made; Safe() { made++; } } //! static.mutable
                    @RegionAware static class Strict { static int made; Strict() { made++; } } //! static.mutable
                    @ThreadSafe static class Guarded { static int made; Guarded() { synchronized (Guarded.class) { made++; } } }
                }
                """);
    }

    @Test
    void handlersThatCallEachOtherThroughInterfaces_areReached() {
        expect("""
                class T {
                    interface Handler { void handle(String request); }
                    static int hits;
                    static class Counting implements Handler {
                        @Override public void handle(String request) { hits++; } //! static.mutable
                    }
                    private final Handler handler = new Counting();
                    void serve(BlockingQueue<String> requests, ExecutorService pool) throws InterruptedException {
                        while (true) {
                            String request = requests.take();
                            pool.execute(() -> handler.handle(request));
                        }
                    }
                }
                """);
    }

    @Test
    void confinedStatics_andEnumConstants_areQuiet() {
        expect("""
                class T {
                    @Confined("EDT") static int clicks;
                    enum Level { LOW, HIGH }
                    static final Level LEVEL = Level.LOW;
                    void run(ExecutorService pool) {
                        for (;;) pool.execute(() -> System.out.println(LEVEL + " " + clicks++));
                    }
                }
                """);
    }

    @Test
    void singletonsAndGetters_areLookedThrough() {
        expect("""
                class T {
                    static final class Registry {
                        private static final Registry INSTANCE = new Registry();
                        private final Map<String, String> map = new HashMap<>();
                        private final Map<String, String> safe = new ConcurrentHashMap<>();
                        static Registry get() { return INSTANCE; }
                        void register(String s) { map.put(s, s); }
                    }
                    static final class Safe {
                        private static final Safe INSTANCE = new Safe();
                        private final Map<String, String> map = new ConcurrentHashMap<>();
                        static Safe get() { return INSTANCE; }
                        void register(String s) { map.put(s, s); }
                    }
                    static final class Locked {
                        private static final Locked INSTANCE = new Locked();
                        private final Map<String, String> map = new HashMap<>();
                        static Locked get() { return INSTANCE; }
                        synchronized void register(String s) { map.put(s, s); }
                    }
                    void run(ExecutorService pool, List<String> names) {
                        for (String name : names) {
                            pool.execute(() -> Registry.get().register(name)); //! static.mutable
                            pool.execute(() -> Safe.get().register(name));
                            pool.execute(() -> Locked.get().register(name));
                        }
                    }
                }
                """);
    }

    @Test
    void mutableEnumConstants_areStatics() {
        expect("""
                class T {
                    enum Meter { READS, WRITES; int count; void add() { count++; } }
                    enum Fixed { A(1); final int n; Fixed(int n) { this.n = n; } }
                    void run(ExecutorService pool, List<String> names) {
                        for (String name : names) {
                            pool.execute(() -> Meter.READS.add()); //! static.mutable
                            pool.execute(() -> System.out.println(Fixed.A.n));
                        }
                    }
                }
                """);
    }

    @Test
    void valuesThatSayMoreThanTheirTypes_areQuiet() {
        expect("""
                class T {
                    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
                    private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());
                    private static final Map<String, String> MAP = new ConcurrentHashMap<>();
                    private static volatile List<String> snapshot = List.of();
                    void run(ExecutorService pool, List<String> names) {
                        for (String name : names) {
                            pool.execute(() -> { SEEN.add(name); LOG.add(name); MAP.put(name, name); snapshot = List.of(name); });
                        }
                    }
                }
                """);
    }

    @Test
    void timers_forkJoin_andThisAsTask() {
        expect("""
                class T implements Runnable {
                    static int ticks, sums, loops, hooks;
                    static class Sum extends RecursiveTask<Integer> {
                        @Override protected Integer compute() {
                            sums++; //! static.mutable
                            Sum left = new Sum();
                            left.fork();
                            return left.join();
                        }
                    }
                    void run(Timer timer, ForkJoinPool pool) {
                        timer.schedule(new TimerTask() {
                            @Override public void run() { ticks++; } //! static.mutable
                        }, 0, 100);
                        System.out.println(ticks);
                        pool.invoke(new Sum());
                        new Thread(this).start();
                        loops--;
                    }
                    @Override public void run() { loops++; } //! static.mutable
                }
                """);
    }

    @Test
    void functionsInAQueue_areRunByWhoTakesThem() {
        expect("""
                class T {
                    static int jobs;
                    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
                    void submit() throws InterruptedException { queue.put(() -> jobs++); }
                    void start() {
                        new Thread(() -> {
                            try {
                                while (true) queue.take().run();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }).start();
                    }
                }
                """);
    }

    @Test
    void tasksOneAfterTheOther_andWaitingAtTheCall_areOrdered() {
        expect("""
                class T {
                    static int total;
                    static int sum;
                    static int both;
                    void run(ExecutorService pool) throws Exception {
                        Thread first = new Thread(() -> total++);
                        first.start();
                        first.join();
                        Thread second = new Thread(() -> total++);
                        second.start();
                        second.join();
                        System.out.println(total);
                        CompletableFuture.runAsync(() -> sum = 3).join();
                        System.out.println(sum);
                        Future<?> future = pool.submit(() -> both++); //! static.mutable
                        System.out.println(both);
                        future.get();
                    }
                }
                """);
    }

    @Test
    void volatileStatic_isJudgedByWhatIsBehindIt() {
        expect("""
                class T {
                    static final class Registry { final List<String> names = new ArrayList<>(); int size() { return names.size(); } void add(String s) { names.add(s); } }
                    private static volatile Registry lazy;
                    private static volatile Registry changed = new Registry();
                    static Registry lazy() {
                        if (lazy == null) {
                            synchronized (T.class) {
                                if (lazy == null) lazy = new Registry();
                            }
                        }
                        return lazy;
                    }
                    void run(ExecutorService pool) {
                        for (;;) {
                            pool.execute(() -> System.out.println(lazy().size()));
                            pool.execute(() -> changed.add("x")); //! static.mutable
                        }
                    }
                }
                """);
    }

    @Test
    void staticThatIsItsOwnMonitor_isGuarded() {
        expect("""
                class T {
                    static final List<String> LOG = new ArrayList<>();
                    void run(ExecutorService pool) {
                        for (;;) pool.execute(() -> { synchronized (LOG) { LOG.add("x"); } });
                    }
                    static int size() { synchronized (LOG) { return LOG.size(); } }
                }
                """);
    }

    @Test
    void finding_tellsHowTheTaskGetsThere() {
        List<Finding> findings = expect("""
                class T {
                    static int count;
                    void serve(ExecutorService pool) {
                        for (;;) {
                            pool.execute(() -> handle());
                        }
                    }
                    private void handle() { count(); }
                    private void count() { count++; } //! static.mutable
                }
                """);
        assertEquals(List.of("tasks are started here, more than one", "it calls T.handle here", "it calls T.count here"),
                findings.get(0).related().stream().map(point -> point.text()).toList());
        assertTrue(findings.get(0).help().contains("one of four places"));
    }

    @Test
    void taskThatComesThereOnlyIfAnObjectHasThatClass_isWarnedOf() {
        String program = """
                class T {
                    static int count;
                    interface Step { void go(); }
                    static final class Counting implements Step {
                        public void go() {
                            count++; //%s static.mutable
                        }
                    }
                    %s
                    void run(ExecutorService pool, Step step) {
                        pool.execute(() -> step.go());
                        count++;
                    }
                }
                """;
        expect(program.formatted("!", ""));
        expect(program.formatted("w", "static final class Idle implements Step { public void go() { } }"));
    }
}
