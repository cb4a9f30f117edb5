package dev.lungfish.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the system properties change; each case is a JVM of its own. */
class PropertiesTest {
  /** Runs in the other JVM and prints the verdicts. */
  static final class Program {
    private static Object leak;

    public static void main(String[] args) {
      Region<Book> region = Book.region("book");
      Borrow<Book> open = region.borrow();
      say(region::move);
      open.close();
      region.run(b -> leak = b.lines);
      say(() -> region.move().dissolve());
      Region<Book> dead = Book.region("dead");
      Region<Book> moved = dead.move();
      say(dead::move);
      Cown<Book> cown = Cown.of(moved);
      say(() -> cown.run(b -> leak = b.lines));
      say(() -> cown.run(b -> leak = null));
    }

    private static void say(Runnable act) {
      try {
        act.run();
        System.out.println("fine");
      } catch (RegionException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  /** Asks for a report where there may be none. */
  static final class Question {
    public static void main(String[] args) {
      AuditReport report = RegionAudit.explain(Book.region("book"));
      System.out.println(report.isAvailable() + " " + report.isIsolated() + " " + report);
    }
  }

  private static List<String> run(String... properties) throws Exception {
    return runs(Program.class, properties);
  }

  private static List<String> runs(Class<?> program, String... properties) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(properties));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertEquals(0, process.waitFor(), lines::toString);
    return lines;
  }

  @Test
  void withoutProperties_sitesAreNotKnown_andLeaksAreNotSeen() throws Exception {
    List<String> lines = run();
    assertTrue(lines.get(0).contains("-Dlungfish.track=true"), lines::toString);
    assertEquals(5, lines.size(), lines::toString);
    assertEquals("fine", lines.get(1));
    assertTrue(lines.get(2).startsWith("[use.after.move]"));
  }

  @Test
  void tracked_sitesAreNamed() throws Exception {
    List<String> lines = run("-Dlungfish.track=true");
    assertTrue(lines.get(0).matches(".*borrowed at PropertiesTest.java:\\d+.*"), lines::toString);
    assertTrue(lines.get(2).matches(".*was moved at PropertiesTest.java:\\d+ by thread 'main'.*"), lines::toString);
  }

  @Test
  void audited_leaksStopMoveAndRelease() throws Exception {
    List<String> lines = run("-Dlungfish.audit=move,release");
    assertTrue(lines.get(1).startsWith("[move.while.borrowed] cannot move region 'book': the audit found"), lines::toString);
    assertTrue(lines.get(1).contains("Program.leak"), lines::toString);
    assertTrue(lines.get(2).startsWith("[use.after.move]"), lines::toString);
    assertTrue(lines.get(3).startsWith("[move.while.borrowed] cannot release cown 'dead'"), lines::toString);
    assertEquals("fine", lines.get(4), lines::toString);
  }

  @Test
  void audited_whereThereAreNoDumps_thatIsSaid_once() throws Exception {
    List<String> lines = run("-Dlungfish.audit=move,release", "--limit-modules", "java.base");
    assertEquals(1, lines.stream().filter(line -> line.contains("lungfish.audit is set, but regions change hands without an audit:"
        + " this JVM takes no heap dumps (module jdk.management is missing)")).count(), lines::toString);
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("[move.while.borrowed] cannot move region 'book': the audit")), lines::toString);
  }

  @Test
  void aQuestionWhereThereAreNoDumps_isAnsweredWithTheReason() throws Exception {
    List<String> lines = runs(Question.class, "--limit-modules", "java.base");
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("false false "), lines::toString);
    assertTrue(lines.get(0).contains("no audit: this JVM takes no heap dumps (module jdk.management is missing)"), lines::toString);
  }

  @Test
  void audited_withoutFinalization_fallsBackToTheDump() throws Exception {
    if (Runtime.version().feature() >= 18) {
      List<String> lines = run("-Dlungfish.audit=move", "--finalization=disabled");
      assertTrue(lines.get(1).contains("Program.leak"), lines::toString);
    }
    List<String> lines = run("-Dlungfish.audit=move", "-XX:+DisableExplicitGC");
    assertTrue(lines.get(1).contains("Program.leak"), lines::toString);
  }
}
