package dev.lungfish.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.StepRequest;
import dev.lungfish.processor.Plugged;
import dev.lungfish.processor.testing.Javac;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Woven classes under a debugger, under a coverage tool, and under reflection: as if nothing were woven. */
class WovenUnderToolsTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final int BREAK = 14;
    private static final int LAST_WOVEN = 18;

    private static final String SALE = """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.BlockingQueue;
            import java.util.concurrent.LinkedBlockingQueue;

            public class Sale implements Runnable {
                static int sell(BlockingQueue<List<String>> queue, boolean send) throws InterruptedException {
                    List<String> order = new ArrayList<>();
                    long weight = 3;
                    for (int i = 0; i < 2; i++) {
                        order.add("tea");
                    }
                    if (send) {
                        queue.put(order);
                    }
                    order.add("milk");
                    return order.size() + (int) weight;
                }

                public void run() {
                    try {
                        System.out.println(sell(new LinkedBlockingQueue<>(), false));
                        System.out.println(sell(new LinkedBlockingQueue<>(), true));
                    } catch (InterruptedException | RuntimeException e) {
                        System.out.println(e.getMessage());
                    }
                }

                public static void main(String[] args) {
                    new Sale().run();
                }
            }
            """;

    @TempDir
    private Path directory;

    private Javac javac(String folder) {
        return new Javac(directory.resolve(folder)).classPath(CLASS_PATH).file("Sale.java", SALE).options("-proc:none", "-g");
    }

    private WovenProgram woven(Javac javac) {
        WovenProgram woven = new WovenProgram(javac).compile(Plugged.with(Map.of("level", "warning")));
        assertEquals("6\n[use.after.move] at Sale.java:16: 'order' was moved at Sale.java:14\n", woven.run("Sale"));
        return woven;
    }

    @Test
    @Timeout(120)
    void aDebuggerStopsAndStepsThroughTheSource_andSeesItsVariables() throws Exception {
        Javac javac = javac("debug");
        woven(javac);
        VirtualMachine machine = launch(javac.classes() + File.pathSeparator + CLASS_PATH);
        List<String> stops = new ArrayList<>();
        try {
            ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
            prepared.addClassFilter("Sale");
            prepared.enable();
            boolean running = true;
            while (running) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    running &= !(event instanceof VMDisconnectEvent);
                    stops.addAll(handle(event, machine));
                }
                events.resume();
            }
        } finally {
            machine.process().destroy();
        }
        assertEquals(List.of("14: order queue send weight", "16: order queue send weight"), stops);
    }

    private static VirtualMachine launch(String classPath) throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("home").setValue(System.getProperty("java.home"));
        arguments.get("options").setValue("-cp " + classPath + " -Xverify:all");
        arguments.get("main").setValue("Sale");
        return connector.launch(arguments);
    }

    /** Breaks in the line of the hand-over, and steps on from there. */
    private static List<String> handle(Event event, VirtualMachine machine) throws Exception {
        if (event instanceof ClassPrepareEvent prepared) {
            ReferenceType type = prepared.referenceType();
            machine.eventRequestManager().createBreakpointRequest(type.locationsOfLine(BREAK).get(0)).enable();
        } else if (event instanceof BreakpointEvent stop) {
            StepRequest step = machine.eventRequestManager().createStepRequest(stop.thread(), StepRequest.STEP_LINE, StepRequest.STEP_OVER);
            step.addClassFilter("Sale");
            step.addCountFilter(1);
            step.enable();
            return List.of(seen(stop.thread().frame(0)));
        } else if (event instanceof StepEvent stop) {
            machine.eventRequestManager().deleteEventRequest(stop.request());
            return List.of(seen(stop.thread().frame(0)));
        }
        return List.of();
    }

    private static String seen(StackFrame frame) throws AbsentInformationException {
        Location at = frame.location();
        List<String> names = frame.visibleVariables().stream().map(LocalVariable::name).sorted().toList();
        return at.lineNumber() + ": " + String.join(" ", names);
    }

    @Test
    void coverageCountsTheLinesOfTheSource() throws Exception {
        WovenProgram woven = woven(javac("woven"));
        WovenProgram plain = new WovenProgram(javac("plain")).compile(task -> { });
        byte[] wovenSale = woven.classes().get("Sale.class");
        byte[] plainSale = plain.classes().get("Sale.class");
        assertNotEquals(wovenSale.length, plainSale.length);

        Map<Integer, Integer> ofPlain = linesCovered(plainSale);
        Map<Integer, Integer> ofWoven = linesCovered(wovenSale);
        assertTrue(ofPlain.size() > 10, ofPlain::toString);
        // Where calls fail, which only the woven ones do, their line does not count: of interest is the method that is woven.
        ofPlain.keySet().removeIf(line -> line > LAST_WOVEN);
        ofWoven.keySet().removeIf(line -> line > LAST_WOVEN);
        assertEquals(ofPlain, ofWoven);
    }

    /** The lines that ran, with how much of them did. */
    private static Map<Integer, Integer> linesCovered(byte[] type) throws Exception {
        LoggerRuntime runtime = new LoggerRuntime();
        RuntimeData data = new RuntimeData();
        byte[] instrumented = new Instrumenter(runtime).instrument(type, "Sale");
        runtime.startup(data);
        Class<?> sale = new ClassLoader(WovenUnderToolsTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass("Sale", instrumented, 0, instrumented.length);
            }
        }.define();
        ((Runnable) sale.getDeclaredConstructor().newInstance()).run();
        ExecutionDataStore executed = new ExecutionDataStore();
        data.collect(executed, new SessionInfoStore(), false);
        runtime.shutdown();
        assertEquals(List.of("Sale"), executed.getContents().stream().map(ExecutionData::getName).toList());
        return lines(executed, type);
    }

    private static Map<Integer, Integer> lines(ExecutionDataStore executed, byte[] type) throws IOException {
        CoverageBuilder builder = new CoverageBuilder();
        new Analyzer(executed, builder).analyzeClass(type, "Sale");
        IClassCoverage coverage = builder.getClasses().iterator().next();
        Map<Integer, Integer> lines = new TreeMap<>();
        for (int line = coverage.getFirstLine(); line <= coverage.getLastLine(); line++) {
            if (coverage.getLine(line).getInstructionCounter().getCoveredCount() > 0) {
                lines.put(line, coverage.getLine(line).getStatus());
            }
        }
        return lines;
    }

    @Test
    void reflectionSeesTheSameMembers() {
        WovenProgram woven = woven(javac("woven"));
        WovenProgram plain = new WovenProgram(javac("plain")).compile(task -> { });
        assertEquals(plain.<List<String>>with("Sale", WovenUnderToolsTest::members), woven.<List<String>>with("Sale", WovenUnderToolsTest::members));
    }

    private static List<String> members(Class<?> type) {
        List<String> all = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            all.add(method.toGenericString() + " " + Arrays.toString(method.getParameters()));
        }
        for (var field : type.getDeclaredFields()) {
            all.add(field.toGenericString());
        }
        all.sort(null);
        return all;
    }
}
