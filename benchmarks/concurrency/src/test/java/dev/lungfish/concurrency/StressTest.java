package dev.lungfish.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jcstress.Main;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.ReportUtils;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Runs the jcstress tests of {@code stress} and judges their results: a property may show no forbidden
 * outcome, a negative control (a class called {@code ...Control}) must show one.
 */
class StressTest {
  private static final String CONTROL = "Control";
  /** A control gets some chances: what it must show is a question of luck, what a property must not show is not. */
  private static final int CHANCES = 4;
  private static final long LIMIT_MINUTES = 60;
  /** Optimised at once, and with the compiler's random choices on: on its own, x86 hardly reorders anything. */
  private static final String JVM = "-XX:-TieredCompilation -XX:+UnlockDiagnosticVMOptions"
      + " -XX:+StressLCM -XX:+StressGCM -XX:+StressIGVN -XX:+StressCCP";

  @TestFactory
  Stream<DynamicTest> everyStressTest() throws Exception {
    List<String> expected = TestList.tests().stream().sorted().toList();
    for (String test : expected) {
      assertTrue(expected.stream().anyMatch(other -> isControl(other) && areaOf(other).equals(areaOf(test))), () -> test + " has no negative control beside it");
    }
    assertFalse(expected.stream().allMatch(StressTest::isControl), "no property");
    Map<String, TestResult> results = run(".*");
    assertEquals(expected, List.copyOf(results.keySet()), "the tests that ran");
    return expected.stream().map(name -> DynamicTest.dynamicTest(name, () -> judge(name, results.get(name))));
  }

  /** The class around tests of one thing. */
  private static String areaOf(String test) {
    return test.substring(0, test.lastIndexOf('.'));
  }

  private static boolean isControl(String test) {
    return test.endsWith(CONTROL);
  }

  private static void judge(String name, TestResult first) throws Exception {
    TestResult result = first;
    for (int chance = 1; chance < CHANCES && saysNothing(name, result); chance++) {
      result = run(Pattern.quote(name)).get(name);
    }
    String seen = name + ": " + result.status() + ", " + outcomes(result);
    assertEquals(Status.NORMAL, result.status(), seen + result.getMessages() + result.getVmErr());
    assertTrue(result.getTotalCount() > 0, seen + "no sample");
    boolean forbidden = !result.grading().isPassed;
    assertEquals(isControl(name), forbidden,
        seen + (forbidden ? result.grading().failureMessages : "the harness must be able to see this race"));
  }

  /** On a machine that is too busy a test may end without a sample. */
  private static boolean saysNothing(String name, TestResult result) {
    return result.getTotalCount() == 0 || isControl(name) && result.grading().isPassed;
  }

  private static String outcomes(TestResult result) {
    StringBuilder text = new StringBuilder();
    for (String each : result.getStateKeys()) {
      text.append('(').append(each).append(") ").append(result.getCount(each)).append(" times; ");
    }
    return text.toString();
  }

  /** Runs the tests that match in processes of their own; their merged results by name. */
  private static Map<String, TestResult> run(String tests) throws Exception {
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "jcstress")), "run");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
        Main.class.getName(), "-t", tests, "-r", "report", "-sc", "false", "-af", "NONE", "-jvmArgs", JVM));
    command.addAll(List.of(System.getProperty("stress").trim().split(" +")));
    Path log = folder.resolve("log.txt");
    Process process = new ProcessBuilder(command).directory(folder.toFile())
        .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertTrue(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES), "jcstress did not end; see " + log);
    } finally {
      process.destroy();
    }
    return results(folder, log);
  }

  private static Map<String, TestResult> results(Path folder, Path log) throws IOException, ClassNotFoundException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(each -> each.getFileName().toString().endsWith(".bin.gz")).toList();
    }
    assertEquals(1, files.size(), () -> "jcstress left no results; see " + log);
    InProcessCollector collector = new InProcessCollector();
    DiskReadCollector reader = new DiskReadCollector(files.get(0).toString(), collector);
    reader.dump();
    reader.close();
    Map<String, TestResult> byName = new TreeMap<>();
    for (TestResult each : ReportUtils.mergedByName(collector.getTestResults())) {
      byName.put(each.getName(), each);
    }
    return byName;
  }
}
