package dev.lungfish.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What docs/testing.md shows is compiled and run, and says what the page says that it says. */
class TestingPageTest {
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\R(.*?)```", Pattern.DOTALL);

  @TempDir Path directory;

  @Test
  void theExampleDoesWhatThePageSays() throws Exception {
    String page = Files.readString(Path.of("../../docs/testing.md"));
    Path source = Files.writeString(directory.resolve("OrdersTest.java"), block(page, "java"));
    int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"),
        "-d", directory.toString(), source.toString());
    assertEquals(0, result);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
      var events = EngineTestKit.engine("junit-jupiter").selectors(selectClass(loader.loadClass("OrdersTest"))).execute().testEvents();
      events.assertStatistics(statistics -> statistics.started(2).succeeded(1).failed(1));
      List<String> said = events.failed().stream().map(TestingPageTest::messageOf).toList();
      assertEquals(List.of(block(page, "text").strip()), said);
    }
  }

  private static String messageOf(Event failed) {
    return failed.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow().getMessage();
  }

  private static String block(String page, String language) {
    return BLOCK.matcher(page).results().filter(each -> each.group(1).equals(language)).map(each -> each.group(2)).findFirst().orElseThrow();
  }
}
