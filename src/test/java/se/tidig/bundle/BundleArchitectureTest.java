package se.tidig.bundle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packages of the bundle's check: their dependencies have no cycles, and none depends on the list of checks. */
@AnalyzeClasses(packages = "se.tidig.bundle", importOptions = ImportOption.DoNotIncludeTests.class)
class BundleArchitectureTest {

    @ArchTest
    static final ArchRule roomsOfTheCheckHaveNoCycles =
            slices().matching("se.tidig.bundle.check.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noRoomKnowsTheListOfChecks = noClasses()
            .that()
            .resideInAPackage("se.tidig.bundle.check.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("se.tidig.bundle.check");

    @ArchTest
    static final ArchRule checksOfOneKindOfFileKnowNoChecksOfAnother = slices().matching(
                    "se.tidig.bundle.check.(process|table|form|text|engine)..")
            .should()
            .notDependOnEachOther();

    @Test
    void theListOfChecksNamesEveryCheck() throws IOException {
        var folder = Path.of("src/main/java/se/tidig/bundle/check");
        var list = Files.readString(folder.resolve("BundleCheck.java"));
        try (var files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Check.java"))
                            .map(name -> name.replace(".java", ""))
                            .toList())
                    .hasSizeGreaterThan(30)
                    .allSatisfy(check -> assertThat(list).containsPattern("\\b" + check + "\\b"));
        }
    }
}
