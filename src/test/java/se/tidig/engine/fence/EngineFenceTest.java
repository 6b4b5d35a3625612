package se.tidig.engine.fence;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.plugin.resources.MetricsRestService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.ProcessEngineLogger;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityAfterInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.TransitionInstantiationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.rest.IdentityRestService;
import org.camunda.bpm.engine.rest.exception.ExceptionLogger;
import org.camunda.bpm.webapp.impl.engine.ProcessEnginesFilter;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds docs/decisions/engine-fence.md complete: no other code uses private parts of the engine, and the parts still
 * exist.
 */
class EngineFenceTest {

    /** The version for which the list was last checked by hand. */
    private static final String VERSION = "7.24.0";

    private static final Path DOCUMENT = Path.of("docs/decisions/engine-fence.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path STYLES = Path.of("src/main/resources/static/assets/webapps.css");
    private static final List<String> APPS = List.of("tasklist", "cockpit", "admin", "welcome");

    private static final Pattern PRIVATE = Pattern.compile(
            "(?m)^import org\\.camunda\\.(?:[a-z0-9.]+\\.impl\\.|bpm\\.engine\\.rest\\.|bpm\\.webapp\\.)");
    private static final Pattern ROOM = Pattern.compile("(?m)^package (se\\.tidig\\.(?:bundle|[\\w.]+))");

    /** Places that no pattern finds, because they use names in plain texts. */
    private static final Set<String> BY_NAME = Set.of(
            "Fields.java",
            "AdminWrites.java",
            "OwnNonce.java",
            "Doors.java",
            "WebappLogin.java",
            "V1__Engine_schema.java",
            "SwedishErrors",
            "application.yaml",
            "webapps.css");

    /** The fields that the gate reads with {@code Fields}, by command. */
    private static final Map<Class<?>, List<String>> FIELDS = Map.ofEntries(
            entry(
                    CompleteTaskCmd.class,
                    List.of("taskId", "variables", "returnVariables", "deserializeReturnedVariables")),
            entry(SubmitTaskFormCmd.class, List.of("taskId", "properties", "returnVariables", "deserializeValues")),
            entry(HandleTaskBpmnErrorCmd.class, List.of("taskId", "errorCode", "variables")),
            entry(HandleTaskEscalationCmd.class, List.of("taskId", "escalationCode", "variables")),
            entry(GetTaskFormCmd.class, List.of("taskId")),
            entry(GetDeployedTaskFormCmd.class, List.of("taskId")),
            entry(GetTaskCommentCmd.class, List.of("taskId")),
            entry(GetTaskAttachmentCmd.class, List.of("taskId")),
            entry(GetTaskAttachmentContentCmd.class, List.of("taskId")),
            entry(AddCommentCmd.class, List.of("message")),
            entry(
                    CreateAttachmentCmd.class,
                    List.of("content", "attachmentName", "attachmentType", "attachmentDescription", "url")),
            entry(ClaimTaskCmd.class, List.of("taskId", "userId")),
            entry(SaveTaskCmd.class, List.of("task")),
            entry(AbstractAddIdentityLinkCmd.class, List.of("taskId", "userId", "type")),
            entry(SubmitStartFormCmd.class, List.of("processDefinitionId", "variables")),
            entry(StartProcessInstanceCmd.class, List.of("instantiationBuilder")),
            entry(StartProcessInstanceAtActivitiesCmd.class, List.of("instantiationBuilder")),
            entry(AbstractRestartProcessInstanceCmd.class, List.of("builder")),
            entry(ModifyProcessInstanceCmd.class, List.of("builder")),
            entry(ModifyProcessInstanceAsyncCmd.class, List.of("builder")),
            entry(AbstractModificationCmd.class, List.of("builder")),
            entry(ProcessInstanceModificationCmd.class, List.of("builder")),
            entry(ActivityAfterInstantiationCmd.class, List.of("activityId")),
            entry(TransitionInstantiationCmd.class, List.of("transitionId")));

    /** The texts that each script looks for in its webapp. */
    private static final Map<String, List<String>> NAMED_BY_SCRIPTS = Map.ofEntries(
            entry(
                    "tasklist/scripts/config.js",
                    List.of(
                            "customScripts",
                            "availableLocales",
                            "fallbackLocale",
                            "disableWelcomeMessage",
                            "app-root",
                            "camunda-web",
                            "_locales_data_",
                            "window.bust",
                            "claimTask",
                            "focusFilter",
                            "focusList",
                            "focusForm",
                            "startProcess")),
            entry(
                    "tasklist/scripts/forms-in-swedish.js",
                    List.of("Field is required.", "fjs-container", "fjs-form-field", "flatpickr-calendar")),
            entry(
                    "tasklist/scripts/forms-that-answer.js",
                    List.of(
                            "fjs-container",
                            "camunda-form:",
                            "processStart",
                            "fjs-table-td",
                            "_flatpickr",
                            "firstDayOfWeek",
                            "form-actions",
                            "modal-footer",
                            "btn-primary",
                            "modal-content",
                            "fjs-form",
                            "fjs-has-errors",
                            "flatpickr-input",
                            "alert-danger")),
            entry(
                    "tasklist/scripts/refusals-in-place.js",
                    List.of(
                            "submit-form",
                            "fjs-form-field",
                            "fjs-form-field-error",
                            "fjs-has-errors",
                            "modal-content",
                            "modal-footer",
                            "modal-header",
                            "btn-primary",
                            "alert-warning",
                            "alert-danger")),
            entry(
                    "cockpit/scripts/config.js",
                    List.of("customScripts", "availableLocales", "fallbackLocale", "disableWelcomeMessage")),
            entry(
                    "cockpit/scripts/tables-in-swedish.js",
                    List.of(
                            "Hit policy:",
                            "Rule order",
                            "Output order",
                            "Annotations",
                            "failedExternalTask",
                            "Message is null.",
                            "dmn-decision-table-container",
                            "null-value",
                            "ctn-sidebar")),
            entry("cockpit/scripts/within-limits.js", List.of("-definition", "maxResults")),
            entry(
                    "admin/scripts/config.js",
                    List.of("customScripts", "availableLocales", "fallbackLocale", "disableWelcomeMessage")),
            entry(
                    "admin/scripts/kept-elsewhere.js",
                    List.of("editProfileForm", "editGroupForm", "editTenantForm", "section-content")),
            entry("welcome/scripts/config.js", List.of("availableLocales", "fallbackLocale", "disableWelcomeMessage")));

    /** Names that the webapps build at run time, and names of our own. */
    private static final Set<String> NOT_WRITTEN_OUT =
            Set.of("fjs-form-field-dynamiclist", "yyyy-mm-dd", "tidig-reference", "kept-elsewhere");

    @Test
    void theListWasCheckedForThisVersion() {
        assertThat(List.of(ProcessEngine.class.getPackage().getImplementationVersion(), Webapps.version()))
                .as(because("go through the whole of it, then name the new version in this test"))
                .containsOnly(VERSION);
    }

    @Test
    void thePlacesAreThoseOfTheDocument() throws IOException {
        var listed = Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(listed).as("rows of " + DOCUMENT).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(listed))
                .as("places that lean on private parts; each has a row in " + DOCUMENT)
                .isEqualTo(places());
    }

    private static TreeSet<String> places() throws IOException {
        var places = new TreeSet<>(BY_NAME);
        for (var file : files(SOURCES)) {
            var source = Webapps.source(file);
            if (PRIVATE.matcher(source).find()) {
                var room = ROOM.matcher(source);
                assertThat(room.find()).isTrue();
                places.add(room.group(1));
            }
        }
        sqlFiles().forEach(file -> places.add(file.getFileName().toString()));
        files(Webapps.OURS)
                .forEach(file ->
                        places.add(Webapps.OURS.relativize(file).toString().replace('\\', '/')));
        return places;
    }

    @Test
    void noOtherClassReadsFieldsByName() throws IOException {
        var readers = files(SOURCES).stream()
                .filter(file -> Pattern.compile("DirectFieldAccessor|doWithFields|getDeclaredField")
                        .matcher(Webapps.source(file))
                        .find())
                .map(file -> file.getFileName().toString());
        assertThat(readers).containsExactlyInAnyOrder("Fields.java", "AdminWrites.java");
    }

    static Stream<Map.Entry<Class<?>, List<String>>> commands() {
        return FIELDS.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandStillHasTheFieldsThatTheGateReads(Map.Entry<Class<?>, List<String>> command) {
        assertThat(fieldsOf(command.getKey()))
                .as(because(command.getKey().getSimpleName() + " has another field; look at se.tidig.form.process"))
                .containsAll(command.getValue());
    }

    @Test
    void everyFieldThatTheGateReadsIsInTheList() throws IOException {
        var read = files(SOURCES.resolve("se/tidig/form/process")).stream()
                .flatMap(file -> Pattern.compile("Fields\\.\\w+\\(\\s*command,\\s*\"(\\w+)\"")
                        .matcher(Webapps.source(file))
                        .results()
                        .map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(FIELDS.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()))
                .isEqualTo(read);
    }

    @Test
    void theFieldsThatTheJournalOfAdministratorsLooksForExist() throws IOException {
        var source = Webapps.source(SOURCES.resolve("se/tidig/form/process/AdminWrites.java"));
        var sought = Pattern.compile("(?s)Set\\.of\\(([^)]*)\\)")
                .matcher(source)
                .results()
                .flatMap(set ->
                        Pattern.compile("\"(\\w+)\"").matcher(set.group(1)).results())
                .map(name -> name.group(1))
                .toList();
        var carried = new ClassFileImporter()
                .importPackages("org.camunda.bpm.engine.impl").stream()
                        .filter(type -> type.isAssignableTo(Command.class)
                                || type.getSimpleName().endsWith("BuilderImpl")
                                || type.getSimpleName().endsWith("Instruction"))
                        .map(JavaClass::getFields)
                        .flatMap(Collection::stream)
                        .map(JavaField::getName)
                        .collect(Collectors.toSet());
        assertThat(sought).isNotEmpty();
        assertThat(carried)
                .as(because("no command carries such a field; look at AdminWrites"))
                .containsAll(sought);
    }

    @Test
    void theNonceGoesFromFilterToFilterInAnAttributeOfTheContext() {
        var attribute = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;
        assertHas(ContentSecurityPolicyProvider.class, "OwnNonce", attribute, "setAttribute", "ServletContext");
        assertHas(ProcessEnginesFilter.class, "OwnNonce", attribute, "getAttribute", "ServletContext");
    }

    @Test
    void theWebappsStillHaveThePathsThatAreDeniedOrHandled() {
        assertThat(Webapps.file("securityFilterRules.json"))
                .as(because("the webapps' API has other paths; look at Doors and WebappLogin"))
                .contains(
                        "/api/admin/setup/{engine}/user/create",
                        "/api/admin/auth/user/{engine}/login/{app}",
                        "/api/admin/auth/user/{engine}/logout",
                        "\"/api/engine/engine/\"");
        assertHas(CsrfConstants.class, "Doors and WebappLogin", "X-XSRF-TOKEN", "XSRF-TOKEN");
        assertHas(IdentityRestService.class, "Doors", "/verify", "/identity");
        assertHas(MetricsRestService.class, "Doors", "Path");
        assertThat(Webapps.text("admin")).as(because("look at Doors")).contains("/metrics/");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theEnginesScriptsForPostgresAreThere(String script) {
        var path = "/org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql";
        assertThat(getClass().getResource(path))
                .as(because(path + " is gone; look at V1__Engine_schema"))
                .isNotNull();
        assertThat(Webapps.source(SOURCES.resolve("se/tidig/database/V1__Engine_schema.java")))
                .contains("\"" + script + "\"");
    }

    static List<String> scripts() {
        return EngineTables.SCRIPTS;
    }

    @Test
    void jerseyFindsOurErrorAnswers() {
        assertThat(Path.of("src/main/resources/META-INF/services", AutoDiscoverable.class.getName()))
                .as(because("Jersey looks for features under another name; look at SwedishErrors"))
                .exists();
    }

    @Test
    void theLoggersThatAreSilencedExist() {
        assertHas(ProcessEngineLogger.class, "application.yaml", "org.camunda.bpm.engine.jobexecutor");
        assertHas(ExceptionLogger.class, "application.yaml", "org.camunda.bpm.engine.rest.exception");
    }

    @ParameterizedTest
    @MethodSource("sqlFiles")
    void theTablesAndColumnsInOurSqlExist(Path file) {
        assertThat(new EngineTables().missing(withoutOurs(Webapps.source(file))))
                .as(because("the engine's tables have other names; look at " + file.getFileName()))
                .isEmpty();
    }

    /** The SQL in a source file: of a Java file its text blocks and strings. */
    private static String withoutOurs(String source) {
        if (!source.startsWith("package ")) {
            return source.replaceAll("(?m)--.*$", "").replaceAll("'[^']*'", "");
        }
        return Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"([^\"\\n]*)\"")
                .matcher(source)
                .results()
                .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
                .collect(Collectors.joining("\n"))
                .replaceAll("'[^']*'", "");
    }

    static List<Path> sqlFiles() throws IOException {
        return Stream.concat(files(SOURCES).stream(), files(MIGRATIONS).stream())
                .filter(file -> Webapps.source(file).contains("engine.act_"))
                .toList();
    }

    static Set<Map.Entry<String, List<String>>> scriptsOverWebapps() {
        return NAMED_BY_SCRIPTS.entrySet();
    }

    @ParameterizedTest
    @MethodSource("scriptsOverWebapps")
    void aWebappStillContainsTheTextsThatOurScriptLooksFor(Map.Entry<String, List<String>> script) {
        assertNames(script.getKey(), Webapps.OURS.resolve(script.getKey()), script.getValue());
        assertThat(missing(appOf(script.getKey()), script.getValue()))
                .as(because(words(script.getKey())))
                .isEmpty();
    }

    @Test
    void everyScriptIsChecked() throws IOException {
        assertThat(files(Webapps.OURS).stream()
                        .map(file -> Webapps.OURS.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> file.endsWith(".js")))
                .containsExactlyInAnyOrderElementsOf(NAMED_BY_SCRIPTS.keySet());
    }

    @Test
    void formsStillContainTheEnglishSentencesThatAreTranslated() {
        var script = "tasklist/scripts/forms-in-swedish.js";
        var sentences = Webapps.sentences(Webapps.OURS.resolve(script));
        assertThat(sentences).contains("Field must have minimum value of ", "Add new");
        assertThat(missing("tasklist", sentences)).as(because(words(script))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void aWebappStillHasTheClassesInOurStyles(String app) {
        var sheet = app + "/styles/user-styles.css";
        assertThat(missing(app, Webapps.named(Webapps.OURS.resolve(sheet))))
                .as(because(words(sheet)))
                .isEmpty();
        assertThat(Webapps.file("app/" + app + "/index.html"))
                .as(because("the page loads other files; look at " + sheet))
                .contains("styles/user-styles.css", "app-root", "$CSP_NONCE");
        assertThat(Webapps.file("app/" + app + "/locales/en.json"))
                .as(because("the words stand elsewhere; look at " + app + "/locales/sv.json"))
                .isNotEmpty();
    }

    @Test
    void aWebappStillHasEachClassInTheCommonStyles() {
        var missing = Webapps.named(STYLES);
        APPS.forEach(app -> missing.retainAll(missing(app, missing)));
        assertThat(missing).as(because(words("static/assets/webapps.css"))).isEmpty();
    }

    private static List<String> missing(String app, Collection<String> names) {
        var text = Webapps.text(app);
        return names.stream()
                .filter(name -> !NOT_WRITTEN_OUT.contains(name) && !text.contains(name))
                .toList();
    }

    /** Fails if the script no longer uses a name on the list of this test. */
    private static void assertNames(String script, Path file, List<String> names) {
        var source = Webapps.source(file);
        assertThat(names.stream().filter(name -> !source.contains(name)).toList())
                .as("no longer named by " + script + "; take it off the list of this test")
                .isEmpty();
    }

    private static String appOf(String file) {
        return file.substring(0, file.indexOf('/'));
    }

    private static String words(String file) {
        return "the webapp no longer contains what " + file + " names";
    }

    private static void assertHas(Class<?> type, String place, String... texts) {
        try (var code = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            var text = new String(code.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(Arrays.stream(texts).filter(part -> !text.contains(part)))
                    .as(because("no longer named by " + type.getSimpleName() + "; look at " + place))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> fieldsOf(Class<?> type) {
        var fields = new TreeSet<String>();
        for (var carrier = type; carrier != null; carrier = carrier.getSuperclass()) {
            Arrays.stream(carrier.getDeclaredFields()).forEach(field -> fields.add(field.getName()));
        }
        return fields;
    }

    private static String because(String what) {
        return "Camunda " + Webapps.version() + ": " + what + ". See " + DOCUMENT;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
