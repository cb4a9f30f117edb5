package dev.lungfish.checker.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom. Each of these was seen red with a planted violation before it was believed. */
class ArchitectureTest {
    private static final String ROOT = "dev.lungfish.checker";
    private static final JavaClasses MAIN = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

    @Test
    void regionKnowsOnlyJavaAndItself() {
        classes().that().resideInAPackage(ROOT + ".region..").should().onlyDependOnClassesThat().resideInAnyPackage("java..", ROOT + ".region..")
                .because("everything clever happens there, and is tested there without a compiler").check(MAIN);
    }

    /**
     * Frozen types are judged on the compiler's public model of types and trees. Of the checker it may know the program under analysis
     * ({@code javac}), the library models ({@code model}), and the word for a place ({@code region.SourcePoint}).
     */
    @Test
    void frozenKnowsTypesTreesAndModels() {
        classes().that().resideInAPackage(ROOT + ".frozen..").should().onlyDependOnClassesThat().resideInAnyPackage("java..", "javax.lang.model..",
                "com.sun.source..", "dev.lungfish.annotation..", ROOT + ".frozen..", ROOT + ".javac..", ROOT + ".model..", ROOT + ".region..")
                .because("a verdict on a type is a fact, whoever asks for it").check(MAIN);
    }

    /** {@code Analyzer} and its neighbours in the root package wire, and see the compiler only through {@code javac.Program}. */
    @Test
    void compilerTypesStopAtTheirPackages() {
        noClasses().that().resideOutsideOfPackages(ROOT + ".javac..", ROOT + ".flow..", ROOT + ".declared..", ROOT + ".threads..", ROOT + ".frozen..")
                .should().dependOnClassesThat().resideInAnyPackage("com.sun.source..", "com.sun.tools..", "org.checkerframework..",
                        "com.uber.nullaway..")
                .because("rules, findings and words do not change with the compiler").check(MAIN);
    }

    @Test
    void graphsAreBuiltInFlowOnly() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".flow..").should()
                .dependOnClassesThat(name("the graph library").or(resideInAnyPackage("..dataflow..", "org.checkerframework..")))
                .because("one package turns graphs into region operations").check(MAIN);
    }

    /** Javac's own packages are reached by reflection, in one class. */
    @Test
    void compilerInternalsAreNoDependency() {
        noClasses().should().dependOnClassesThat().resideInAPackage("com.sun.tools..").because("they change with each JDK").check(MAIN);
    }

    @Test
    void analysisKnowsNothingOfReporting() {
        noClasses().that().resideInAnyPackage(ROOT + ".region..", ROOT + ".frozen..", ROOT + ".flow..", ROOT + ".declared..", ROOT + ".threads..",
                ROOT + ".model..", ROOT + ".javac..").should().dependOnClassesThat().resideInAnyPackage(ROOT + ".report..", ROOT + ".finding..")
                .because("the analysis answers; it never speaks").check(MAIN);
    }

    @Test
    void findingsArePlainData() {
        classes().that().resideInAnyPackage(ROOT + ".finding..", ROOT + ".rule..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + ".finding..", ROOT + ".rule..", ROOT + ".region..").check(MAIN);
        classes().that().resideInAPackage(ROOT + ".model..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.lang.model..", ROOT + ".model..").because("library knowledge is data").check(MAIN);
    }

    @Test
    void rulesAreMadeByTheirCatalog() {
        noClasses().that().doNotBelongToAnyOf(RuleCatalog.class).should().callConstructorWhere(
                call("makes a Rule")).because("nothing else declares a rule").check(MAIN);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaConstructorCall> call(String description) {
        return com.tngtech.archunit.base.DescribedPredicate.describe(description, c -> c.getTargetOwner().isEquivalentTo(Rule.class));
    }

    @Test
    void nothingPrints() {
        noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err").orShould()
                .callMethod(Throwable.class, "printStackTrace").because("writers write; the analysis returns").check(MAIN);
    }

    @Test
    void nothingDependsUpwards() {
        noClasses().should().dependOnClassesThat(resideInAPackage("dev.lungfish.processor..").or(resideInAPackage("dev.lungfish.runtime..")))
                .because("the checker stands below both").check(MAIN);
        classes().should().onlyDependOnClassesThat(not(resideInAPackage("dev.lungfish..")).or(resideInAnyPackage(ROOT + "..", "dev.lungfish.annotation..")))
                .check(MAIN);
    }

    @Test
    void onlyReportReadsTheWords() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> readers = files.filter(f -> f.toString().endsWith(".java")).filter(f -> withoutComments(f).contains("messages.properties"))
                    .map(f -> f.getParent().getFileName().toString()).distinct().toList();
            assertEquals(List.of("report"), readers);
        }
        noClasses().that().resideOutsideOfPackages(ROOT + ".report..", ROOT).should().dependOnClassesThat().haveSimpleName("Messages").check(MAIN);
    }

    private static String withoutComments(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void somethingWasLookedAt() {
        List<String> empty = Stream.of("region", "frozen", "javac", "flow", "declared", "threads", "report", "rule", "finding", "model")
                .filter(p -> MAIN.stream().map(JavaClass::getPackageName).noneMatch((ROOT + "." + p)::equals)).toList();
        assertEquals(List.of(), empty);
    }
}
