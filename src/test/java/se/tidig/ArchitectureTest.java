package se.tidig;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.client.task.ExternalTaskHandler;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import se.tidig.bundle.AsksTable;
import se.tidig.form.CaseContent;
import se.tidig.form.ShownWord;

/** The rules of the code's structure, so that a reader finds any rule of the grant in at most two opens. */
@AnalyzeClasses(packages = "se.tidig", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final String[] STAGES = {
        "se.tidig.call..",
        "se.tidig.application..",
        "se.tidig.assessment..",
        "se.tidig.prioritisation..",
        "se.tidig.decision..",
        "se.tidig.grant..",
        "se.tidig.payment..",
        "se.tidig.report..",
    };

    /** The most lines of a delegate's method: it reads variables, makes one domain call, writes variables. */
    private static final int DELEGATE_LINES = 25;

    @ArchTest
    static final ArchTests namePatterns = ArchTests.in(NamePatterns.class);

    @ArchTest
    static final ArchTests smallTypes = ArchTests.in(SmallTypes.class);

    @ArchTest
    static final ArchRule camundaStaysWhereItBelongs = noClasses()
            .that()
            .resideOutsideOfPackages("se.tidig.engine..", "se.tidig.bundle..", "se.tidig.form..", "se.tidig..process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule whatStagesStandOnKnowsNoStage = noClasses()
            .that()
            .resideInAnyPackage(
                    "se.tidig.organisation..",
                    "se.tidig.form..",
                    "se.tidig.document..",
                    "se.tidig.eligibility..",
                    "se.tidig.bundle..",
                    "se.tidig.engine..",
                    "se.tidig.database..",
                    "se.tidig.journal..",
                    "se.tidig.notification..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STAGES);

    @ArchTest
    static final ArchRule nothingImportsThePortal = noClasses()
            .that()
            .resideOutsideOfPackage("se.tidig.portal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("se.tidig.portal..");

    @ArchTest
    static final ArchRule onlyPagesOfWholeCasesImportTheCaseFile = noClasses()
            .that()
            .resideOutsideOfPackages("se.tidig.casefile..", "se.tidig.mypages..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("se.tidig.casefile..");

    /** The register knows all stages, as the case file does, and pages of whole cases read it. */
    @ArchTest
    static final ArchRule onlyPagesOfWholeCasesImportTheRegister = noClasses()
            .that()
            .resideOutsideOfPackages("se.tidig.register..", "se.tidig.casefile..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("se.tidig.register..");

    @ArchTest
    static final ArchRule pagesStandInWebPackages = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or()
            .areMetaAnnotatedWith(ControllerAdvice.class)
            .should()
            .resideInAPackage("se.tidig.*.web..");

    @ArchTest
    static final ArchRule controllersAreNamedPage =
            classes().that().areMetaAnnotatedWith(Controller.class).should().haveSimpleNameEndingWith("Page");

    @ArchTest
    static final ArchRule pluginsOfTheEngineAreNamedPlugin = classes()
            .that()
            .resideInAPackage("se.tidig.engine..")
            .and()
            .areAssignableTo(ProcessEnginePlugin.class)
            .should()
            .haveSimpleNameEndingWith("Plugin");

    @ArchTest
    static final ArchRule nothingImportsPages = noClasses()
            .that()
            .resideOutsideOfPackage("se.tidig.*.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("se.tidig.*.web..");

    @ArchTest
    static final ArchRule controllersArePackagePrivate = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule delegatesArePackagePrivate = classes()
            .that()
            .areAssignableTo(JavaDelegate.class)
            .or()
            .areAssignableTo(ExternalTaskHandler.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule delegatesStandInProcessPackages = classes()
            .that(resideInAnyPackage("se.tidig.."))
            .and()
            .areAssignableTo(JavaDelegate.class)
            .should()
            .resideInAPackage("se.tidig..process..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesAreNamedByTheField = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..", "..misc..");

    @ArchTest
    static final ArchRule classesAreNamedByTheField =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)");

    @ArchTest
    static final ArchRule contentIsRecords = classes()
            .that()
            .areAssignableTo(CaseContent.class)
            .and()
            .areNotInterfaces()
            .should(declareContentByRecords());

    /** A record names each field once; a map would need the names in a declaration too, and the two could differ. */
    @ArchTest
    static final ArchRule contentWritesNoKeys = noClasses()
            .that()
            .areAssignableTo(CaseContent.class)
            .should()
            .callMethod(Map.class, "put", Object.class, Object.class)
            .orShould()
            .callMethod(HashMap.class, "put", Object.class, Object.class)
            .orShould()
            .callMethod(LinkedHashMap.class, "put", Object.class, Object.class);

    /** What the check knows of a question is then what is asked. Answers of a form have the keys that its owner gives. */
    @ArchTest
    static final ArchRule factsOfTablesAreRecords = classes()
            .that()
            .areAnnotatedWith(AsksTable.class)
            .or()
            .areAnnotatedWith(AsksTable.Several.class)
            .should(sendSeveralFactsAsARecord());

    @Test
    void modulesHaveNoCyclesAndUseOnlyEachOthersPublicPackages() {
        // The entry point knows the commands and the account names; shared types are in the same package.
        var entry = belongToAnyOf(Tidig.class, PlainFailure.class, Greeting.class);
        ApplicationModules.of(Tidig.class, entry).verify();
    }

    @Test
    void everyModuleHasADescription() throws IOException {
        try (var modules = Files.list(SOURCES.resolve("se/tidig"))) {
            assertThat(modules.filter(Files::isDirectory))
                    .allSatisfy(module -> assertThat(module.resolve("package-info.java"))
                            .exists()
                            .content()
                            .startsWith("/**"));
        }
    }

    @Test
    void everyPublicTypeHasJavadoc() throws IOException {
        var declaration = Pattern.compile("(?m)^ *public (?:static |final |abstract |sealed |non-sealed"
                + " )*(?:class|interface|enum|record|@interface) (\\w+)");
        var documented = Pattern.compile(
                "\\*/\\s*(?:@\\w+(?:\\.\\w+)*(?:\\((?:[^()\"]++|\"(?:[^\"\\\\]++|\\\\.)*+\"|\\([^()]*+\\))*+\\))?\\s*)*$");
        var silent = sources()
                .flatMap(file -> {
                    var text = read(file);
                    return declaration
                            .matcher(text)
                            .results()
                            .filter(type -> !documented
                                    .matcher(text.substring(0, type.start()))
                                    .find())
                            .map(type -> file.getFileName() + ": " + type.group(1));
                })
                .toList();
        assertThat(silent).as("public types without Javadoc").isEmpty();
    }

    /** Of records or plain values; a map only if a form gives its keys. */
    private static ArchCondition<JavaClass> sendSeveralFactsAsARecord() {
        return new ArchCondition<>("send several facts to a table as a record") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var asked : type.reflect().getAnnotationsByType(AsksTable.class)) {
                    if (asked.facts().length > 1
                            && asked.answersOf().length == 0
                            && asked.sends() == AsksTable.Nothing.class) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " names the facts of " + asked.value() + " and no record"));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> declareContentByRecords() {
        return new ArchCondition<>("declare their content by records") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                try {
                    if (ShownWord.of(type.reflect()).isEmpty()) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " shows nothing"));
                    }
                } catch (IllegalStateException e) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + e.getMessage()));
                }
            }
        };
    }

    @Test
    void delegatesAreThin() throws IOException {
        var thick = sources()
                .filter(file -> Pattern.compile("implements (\\w+, )*(JavaDelegate|ExternalTaskHandler)")
                        .matcher(read(file))
                        .find())
                .filter(file -> bodyLines(file) > DELEGATE_LINES)
                .map(file -> file.getFileName() + ": " + bodyLines(file) + " lines")
                .toList();
        assertThat(thick)
                .as("delegates of more than " + DELEGATE_LINES + " lines")
                .isEmpty();
    }

    /** Counts from the method that the engine calls to the end of the class, without blank lines and comments. */
    private static long bodyLines(Path file) {
        return read(file)
                .lines()
                .dropWhile(line -> !line.contains("void execute("))
                .map(String::strip)
                .filter(line ->
                        !line.isEmpty() && !line.startsWith("//") && !line.startsWith("*") && !line.startsWith("/*"))
                .count();
    }

    private static Stream<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
