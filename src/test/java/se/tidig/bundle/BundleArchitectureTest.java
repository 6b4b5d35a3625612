package se.tidig.bundle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
}
