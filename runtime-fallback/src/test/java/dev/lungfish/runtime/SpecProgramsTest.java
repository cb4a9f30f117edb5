package dev.lungfish.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shared example programs do what they say, against this runtime. Each gets a class loader of its
 * own; one that starts a JVM of itself, and so needs a real class path, is forked. Where the folder
 * {@code shared/spec} is not there, beside the project, this test says so and is skipped.
 */
class SpecProgramsTest {
  private static final Path SPEC = Path.of(System.getProperty("lungfish.spec", "../../shared/spec"));
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir static Path classes;

  @TestFactory
  List<DynamicTest> programs() throws IOException {
    Path folder = SPEC.resolve("cases/spec/lungfish");
    if (!Files.isDirectory(folder)) {
      // One skipped test, so that the class does not report zero tests.
      return List.of(DynamicTest.dynamicTest("all", () -> Assumptions.abort("no example programs: " + folder + " is not there")));
    }
    List<Path> programs = sources(folder);
    List<Path> support = sources(SPEC.resolve("support/spec/support")).stream()
        .filter(each -> List.of("Expect.java", "Book.java").contains(each.getFileName().toString()))
        .toList();
    assertTrue(programs.size() >= 90, () -> "only " + programs.size() + " programs");
    compile(Stream.concat(programs.stream(), support.stream()).toList());
    return programs.stream()
        .map(each -> DynamicTest.dynamicTest(nameOf(each), () -> assertTimeoutPreemptively(LIMIT, () -> run(each))))
        .toList();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String nameOf(Path source) {
    return source.getFileName().toString().replace(".java", "");
  }

  private static void compile(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options = List.of("-proc:none", "-nowarn", "-Xlint:none", "--release", "17", "-d", classes.toString(), "-cp", runtimeClassPath());
      boolean compiled = compiler
          .getTask(new java.io.OutputStreamWriter(errors, StandardCharsets.UTF_8), files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
      assertTrue(compiled, errors::toString);
    }
  }

  private static String runtimeClassPath() {
    return System.getProperty("java.class.path");
  }

  private static void run(Path source) throws Exception {
    String name = nameOf(source);
    String output = Files.readString(source).contains("java.class.path") ? runForked(name) : runHere(name);
    assertEquals(name + " ok", output.strip().lines().reduce((first, last) -> last).orElse(""));
  }

  private static String runHere(String name) throws Exception {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream console = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, SpecProgramsTest.class.getClassLoader())) {
      System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
      loader.loadClass("spec.lungfish." + name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    } finally {
      System.setOut(console);
    }
    return output.toString(StandardCharsets.UTF_8);
  }

  private static String runForked(String name) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        Stream.of(classes.toString(), runtimeClassPath()).collect(Collectors.joining(java.io.File.pathSeparator)),
        "spec.lungfish." + name));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), output);
    return output;
  }
}
