package dev.lungfish.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom in this module, and how long a file may be. Each rule is seen red on a planted violation. */
class HouseTest {
  private static final String ROOT = "dev.lungfish.runtime";
  private static ArchRule alone(String part) {
    return noClasses().that().resideInAPackage(ROOT + "." + part)
        .should().dependOnClassesThat().resideInAnyPackage(
            Stream.concat(Stream.of(ROOT), Stream.of("count", "graph", "cown", "heap").filter(each -> !each.equals(part)).map(each -> ROOT + "." + each))
                .toArray(String[]::new));
  }

  private static ArchRule silent() {
    return noClasses().that().doNotHaveSimpleName("TakeoverKinds")
        .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
        .orShould().callMethod(Throwable.class, "printStackTrace");
  }

  @Test
  void innerPackages_knowNeitherTheirUserNorEachOther_andNothingIsPrinted() {
    // Not a constant: what it holds would weigh on every heap dump of the other tests.
    JavaClasses ours = new ClassFileImporter().importPath(Path.of("target", "classes"));
    for (String part : List.of("count", "graph", "cown", "heap")) {
      alone(part).check(ours);
    }
    silent().check(ours);
  }

  @Test
  void rules_canFail() {
    JavaClasses planted = new ClassFileImporter().importClasses(Region.class, Talkative.class);
    assertThrows(AssertionError.class, () -> silent().check(planted));
    ArchRule nobodyCounts = noClasses().that().resideInAPackage(ROOT).should().dependOnClassesThat().resideInAPackage(ROOT + ".count");
    assertThrows(AssertionError.class, () -> nobodyCounts.check(planted));
  }

  private static final class Talkative {
    void speak() {
      System.out.println("hello");
    }
  }

  @Test
  void filesAreShort() throws Exception {
    Path sources = Path.of("src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> all = files.filter(each -> each.toString().endsWith(".java")).toList();
      assertTrue(all.size() > 30, "found the sources");
      for (Path each : all) {
        assertTrue(Files.readAllLines(each).size() <= 500, each + " is longer than 500 lines");
      }
    }
  }
}
