package se.tidig.bundle.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.tidig.bundle.check.SmallBundle.CHILD;
import static se.tidig.bundle.check.SmallBundle.LETTER;
import static se.tidig.bundle.check.SmallBundle.MAIL;
import static se.tidig.bundle.check.SmallBundle.MAIN;
import static se.tidig.bundle.check.SmallBundle.TABLE;
import static se.tidig.bundle.check.SmallBundle.sound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.Browser;
import se.tidig.CannotStart;
import se.tidig.HeadStart;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.BundleRefused;
import se.tidig.bundle.check.SmallBundle;
import se.tidig.engine.DemoStaff;

@TidigTest
@ExtendWith(OutputCaptureExtension.class)
class BundleDeploymentTest {

    @Autowired
    private DeployedBundles deployed;

    @Autowired
    private DeploymentLog log;

    @Autowired
    private ModelOfferService offering;

    @Autowired
    private ReserveDeployment reserve;

    @Autowired
    private ModelOffers offers;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private ObjectProvider<DeployedBundles> deployedProvider;

    @Autowired
    private ObjectProvider<DeploymentLog> logProvider;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Play play;

    @LocalServerPort
    private int port;

    /**
     * The engine's tables of what starts processes, each with the condition that excludes what running cases wait for.
     */
    private static final Map<String, String> STARTS = Map.of(
            "act_ru_event_subscr", "proc_inst_id_ is null",
            "act_ru_job", "handler_type_ = 'timer-start-event'");

    @TempDir
    private Path folder;

    /** The small bundle has none of the program's processes, so what starts these is saved and restored afterwards. */
    @BeforeEach
    void saveProcessStarts() {
        STARTS.forEach((table, ofDefinitions) -> jdbc.sql("create table public.kept_" + table
                        + " as select * from engine." + table + " where " + ofDefinitions)
                .update());
    }

    private void restoreProcessStarts() {
        STARTS.keySet().forEach(table -> {
            jdbc.sql("insert into engine." + table + " select * from public.kept_" + table
                            + " kept where not exists (select from engine." + table
                            + " there where there.id_ = kept.id_)")
                    .update();
            jdbc.sql("drop table public.kept_" + table).update();
        });
        jdbc.sql("update engine.act_re_procdef set startable_ = true").update();
    }

    @AfterEach
    void remove() {
        play.asNobody();
        jdbc.sql("delete from tidig.models_offer_file").update();
        jdbc.sql("delete from tidig.models_offer").update();
        repository.createProcessDefinitionQuery().processDefinitionKey("small-child").list().stream()
                .map(definition -> definition.getDeploymentId())
                .distinct()
                .forEach(id -> {
                    repository.deleteDeployment(id, true);
                    jdbc.sql("delete from tidig.bundle_deployment where deployment = ?")
                            .param(id)
                            .update();
                });
        restoreProcessStarts();
    }

    @Test
    void aSoundBundleIsOneDeploymentWithEveryFileUnderItsName() throws IOException {
        start(sound());

        var latest = log.latest().orElseThrow();
        assertThat(repository.getDeploymentResourceNames(latest.deployment()))
                .containsExactlyInAnyOrderElementsOf(sound().bundle().files().keySet());
        assertThat(deployed.current().orElseThrow().hash())
                .isEqualTo(sound().bundle().hash());
    }

    @Test
    void unchangedFilesAreNotDeployedAgainAndOneChangedFileDeploysAll() throws IOException {
        start(sound());
        start(sound());
        assertThat(versions("small-case")).containsExactly(1);

        start(sound().change(MAIL, "Hej!", "God dag!"));
        assertThat(versions("small-case")).containsExactly(1, 2);
        assertThat(versions("small-child")).containsExactly(1, 2);
    }

    @Test
    void nodesThatStartAtTheSameTimeDeployOnce() throws Exception {
        write(sound());
        var nodes = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Void>> starts = IntStream.range(0, 3)
                    .<Callable<Void>>mapToObj(node -> () -> {
                        node().afterSingletonsInstantiated();
                        return null;
                    })
                    .toList();
            for (var started : nodes.invokeAll(starts)) {
                started.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(versions("small-case")).containsExactly(1);
    }

    @Test
    void aBrokenBundleStopsTheStartWithItsFindingsAndDeploysNothing() {
        assertThatThrownBy(() -> start(sound().change(MAIN, "${checkRules}", "${checkRule}")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("processes/small-case.bpmn serviceTask_check: delegaten \"checkRule\" finns inte")
                .hasMessageContaining("Åtgärd:");
        assertThat(versions("small-case")).isEmpty();
    }

    @Test
    void aMissingFolderStopsTheStartWithOneSentence() {
        assertThatThrownBy(() -> node(folder.resolve("none")).afterSingletonsInstantiated())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("mappen finns inte");
    }

    @Test
    void filesThatAnOwnerPostsAreCombinedWithTheBundleAndDeployedAsAWhole() throws IOException {
        start(sound());
        play.as("processOwner");

        post(
                "small-child.bpmn",
                sound().change(CHILD, "name=\"Delärende\"", "name=\"Litet delärende\"")
                        .bundle()
                        .bytes(CHILD));

        play.asNobody();
        var latest = log.latest().orElseThrow();
        assertThat(latest.origin()).isEqualTo(DeploymentLog.Origin.PERSON);
        assertThat(repository.getDeploymentResourceNames(latest.deployment()))
                .containsExactlyInAnyOrderElementsOf(sound().bundle().files().keySet());
        assertThat(versions("small-case")).containsExactly(1, 2);
        assertThat(deployed.current().orElseThrow().text(CHILD)).contains("Litet delärende");
    }

    @Test
    void whatAnOwnerPublishesStaysInForceAfterTheNextStart() throws IOException {
        start(sound());
        play.as("processOwner");
        post(
                "small-receipt.txt",
                sound().change(MAIL, "Hej!", "God dag!").bundle().bytes(MAIL));
        play.asNobody();

        start(sound());

        assertThat(deployed.current().orElseThrow().text(MAIL)).contains("God dag!");
    }

    @Test
    void aNewProgramKeepsWhatAnOwnerHasPublishedAndTellsOwnersWhatDiffers(CapturedOutput output) throws IOException {
        startProgram(sound(), false);
        publishGreeting("God dag!");

        var newer = sound().change(MAIL, "Hej!", "Hallå!").change(CHILD, "name=\"Delärende\"", "name=\"Nytt\"");
        startProgram(newer, false);
        startProgram(newer, false);

        assertThat(output.getAll().lines().filter(line -> line.contains("har publicerat gäller fortfarande")))
                .as("each start says so in the log")
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).contains(" WARN ", MAIL + "=Ändrad, också av er", CHILD + "=Ändrad"));
        assertThat(deployed.current().orElseThrow().text(MAIL)).contains("God dag!");
        assertThat(versions("small-case")).containsExactly(1, 2);
        assertThat(offers.latest().orElseThrow().files())
                .extracting(ModelOffers.Line::file, ModelOffers.Line::change)
                .containsExactly(tuple(MAIL, "Ändrad, också av er"), tuple(CHILD, "Ändrad"));
        assertThat(tasks.createTaskQuery()
                        .taskCandidateGroup("processOwners")
                        .taskDefinitionKey("userTask_takeIn")
                        .list())
                .as("one task after two starts")
                .extracting(Task::getName)
                .containsExactly("Nya medföljande modeller");
        play.as("processOwner");
        assertThat(forms.getTaskFormVariables(
                                play.task("userTask_takeIn", "new-models").getId())
                        .get("newModels")
                        .toString())
                .contains(MAIL, "också av er");
        play.complete("userTask_takeIn", "new-models", Map.of("newModelsNote", "Vi behåller vårt mejl."));
        play.asNobody();
    }

    @Test
    void aModelChangedUnderItsOldVersionTagIsNamedInTheDeploymentAndInTheTask() throws IOException {
        startProgram(sound(), false);
        assertThat(nameOfLatest()).isEqualTo("tidig");
        play.as("processOwner");
        post(
                "small-child.bpmn",
                sound().change(CHILD, "name=\"Delärende\"", "name=\"Eget\"")
                        .bundle()
                        .bytes(CHILD));
        play.asNobody();
        assertThat(nameOfLatest()).isEqualTo("tidig, ändrat utan nytt versionsmärke: small-child");

        publishGreeting("God dag!");
        assertThat(nameOfLatest())
                .as("the name lists only models that this version changes")
                .isEqualTo("tidig");

        startProgram(sound().change(MAIL, "Hej!", "Hallå!"), false);
        assertThat(offers.latest().orElseThrow().tags()).singleElement().satisfies(told -> assertThat(told)
                .contains(CHILD, "small-child", "versionsmärket"));
        play.as("processOwner");
        assertThat(forms.getTaskFormVariables(
                                play.task("userTask_takeIn", "new-models").getId())
                        .get("newModels")
                        .toString())
                .contains("small-child", "versionsmärket");
        play.complete("userTask_takeIn", "new-models", Map.of("newModelsNote", "Märkt."));
        play.asNobody();
    }

    @Test
    void theModelsOfANewProgramAreDeployedIfNobodyHasPublishedOthers() throws IOException {
        startProgram(sound(), false);
        startProgram(sound().change(MAIL, "Hej!", "Hallå!"), false);

        assertThat(deployed.current().orElseThrow().text(MAIL)).contains("Hallå!");
    }

    @Test
    void aNewProgramKeepsTheModelsOfAFolderInForce() throws IOException {
        start(sound());
        startProgram(sound().change(MAIL, "Hej!", "Hallå!"), false);

        assertThat(deployed.current().orElseThrow().text(MAIL)).contains("Hej!");
        assertThat(offers.latest().orElseThrow().files())
                .extracting(ModelOffers.Line::file)
                .containsExactly(MAIL);
    }

    @Test
    void aFolderIsDeployedOnlyIfItHasWhatOwnersHavePublishedSince() throws IOException {
        start(sound());
        publishGreeting("God dag!");

        start(sound().change(CHILD, "name=\"Delärende\"", "name=\"Nytt\""));
        assertThat(deployed.current().orElseThrow().text(MAIL)).contains("God dag!");
        assertThat(deployed.current().orElseThrow().text(CHILD)).contains("Delärende");

        start(sound().change(MAIL, "Hej!", "God dag!").change(CHILD, "name=\"Delärende\"", "name=\"Nytt\""));
        assertThat(deployed.current().orElseThrow().text(MAIL)).contains("God dag!");
        assertThat(deployed.current().orElseThrow().text(CHILD)).contains("Nytt");
    }

    @Test
    void anAdministratorCanReplaceAnOwnersModelsWithThoseOfTheStart(CapturedOutput output) throws IOException {
        startProgram(sound(), false);
        publishGreeting("God dag!");

        startProgram(sound().change(MAIL, "Hej!", "Hallå!"), true);

        assertThat(output.getAll().lines().filter(line -> line.contains("tidig.replace-published: modellerna från")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(" WARN ", MAIL + "=Ändrad, också av er"));
        assertThat(deployed.current().orElseThrow().text(MAIL)).contains("Hallå!");
    }

    @Test
    void anOwnerRemovesAFileByListingItInTheDescription() throws IOException {
        start(sound());
        play.as("processOwner");
        var letter = sound().bundle().text(LETTER);
        post("forms/letters/extra.html", letter.getBytes(StandardCharsets.UTF_8));
        post("bundle.yaml", removing("forms/letters/extra.html"));

        play.asNobody();
        assertThat(deployed.current().orElseThrow().files()).doesNotContainKey("forms/letters/extra.html");
        play.as("processOwner");
        assertThatThrownBy(() -> post("forms/letters/extra.html", letter.getBytes(StandardCharsets.UTF_8)))
                .as("the description still lists the file as removed")
                .hasMessageContaining("står som borttagen men finns i bunten");
        play.asNobody();
    }

    @Test
    void aFileInUseOrAMissingFileCannotBeRemoved() throws IOException {
        start(sound());
        play.as("processOwner");

        assertThatThrownBy(() -> post("bundle.yaml", removing(SmallBundle.FORM)))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("small-review");
        assertThatThrownBy(() -> post("bundle.yaml", removing("forms/letters/extrra.html")))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("filen \"forms/letters/extrra.html\" finns inte i de modeller som gäller");

        play.asNobody();
        assertThat(versions("small-case")).containsExactly(1);
    }

    @Test
    void anEarlierVersionThatIsDeployedAgainIsExactlyThatVersion() throws IOException {
        start(sound());
        var earlier = log.latest().orElseThrow().deployment();
        play.as("processOwner");
        post("forms/letters/extra.html", sound().bundle().text(LETTER).getBytes(StandardCharsets.UTF_8));

        checked().createDeployment().addDeploymentResources(earlier).deploy();

        play.asNobody();
        assertThat(deployed.current().orElseThrow().hash())
                .isEqualTo(sound().bundle().hash());
        assertThat(versions("small-case")).containsExactly(1, 2, 3);
    }

    @Test
    void aDeletedDeploymentStopsNeitherPublishingNorTheStart() throws IOException {
        start(sound());
        publishGreeting("God dag!");
        jdbc.sql("update tidig.bundle_deployment set deployment = 'gone' where deployment = ?")
                .param(log.latest().orElseThrow().deployment())
                .update();
        try {
            assertThat(log.gone()).isOne();
            assertThat(deployed.current().orElseThrow().text(MAIL)).contains("Hej!");
            start(sound());
            publishGreeting("Hallå!");
            assertThat(deployed.current().orElseThrow().text(MAIL)).contains("Hallå!");
        } finally {
            jdbc.sql("delete from tidig.bundle_deployment where deployment = 'gone'")
                    .update();
        }
    }

    @Test
    void theSameContentPostedAgainMakesNoNewVersion() throws IOException {
        start(sound());
        play.as("processOwner");

        post("small-case.bpmn", sound().bundle().bytes(MAIN));

        play.asNobody();
        assertThat(versions("small-case")).containsExactly(1);
    }

    @Test
    void hiddenFilesOfTheModelerAreIgnored() throws IOException {
        start(sound());
        play.as("processOwner");

        post("processes/.camunda/element-templates/steg.json", "[]".getBytes(StandardCharsets.UTF_8));

        play.asNobody();
        assertThat(versions("small-case")).containsExactly(1);
    }

    @Test
    void aNewMailIsRecognisedByItsTwoForms() throws IOException {
        start(sound());
        play.as("processOwner");

        assertThatThrownBy(() -> post("new-mail.html", "<p>Hej!</p>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("new-mail.html: filen hör inte till bunten");
        post(Map.of(
                "new-mail.html", "<p>Hej!</p>".getBytes(StandardCharsets.UTF_8),
                "new-mail.txt", "Ämne: Hej\n\nHej!\n".getBytes(StandardCharsets.UTF_8)));

        play.asNobody();
        assertThat(deployed.current().orElseThrow().files())
                .containsKeys("forms/mails/new-mail.html", "forms/mails/new-mail.txt");
    }

    @Test
    void aBrokenModelIsRefusedAndNothingIsDeployed() throws IOException {
        start(sound());
        play.as("processOwner");

        assertThatThrownBy(() -> post(
                        "small-rules.dmn",
                        sound().change(TABLE, ">kind<", ">kinds<").bundle().bytes(TABLE)))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("dmn/small-rules.dmn small-part kolumn Slag: läser \"kinds\", som inte finns");

        play.asNobody();
        assertThat(versions("small-case")).containsExactly(1);
    }

    @Test
    void anOfficerMayNotDeploy() throws IOException {
        start(sound());
        play.as("officerK1");

        assertThatThrownBy(() -> post("small-case.bpmn", sound().bundle().bytes(MAIN)))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void restAnswersABrokenModelWithItsFindings() {
        var answer = new Browser(port)
                .with("processOwner", DemoStaff.PASSWORD)
                .postMultipart("/engine-rest/deployment/create", "broken.bpmn", "<not a model>");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("processes/broken.bpmn rad 1: filen är inte välformad XML. Åtgärd:")
                .doesNotContain("at se.tidig");
    }

    private void post(String name, byte[] bytes) {
        post(Map.of(name, bytes));
    }

    private String nameOfLatest() {
        return repository
                .createDeploymentQuery()
                .deploymentId(log.latest().orElseThrow().deployment())
                .singleResult()
                .getName();
    }

    private void publishGreeting(String greeting) throws IOException {
        play.as("processOwner");
        post(
                "small-receipt.txt",
                sound().change(MAIL, "Hej!", greeting).bundle().bytes(MAIL));
        play.asNobody();
    }

    private static byte[] removing(String file) {
        return (sound().bundle().text(Bundle.DESCRIPTION) + "\nremoved: [" + file + "]\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private CheckedRepositoryService checked() {
        var checked = new CheckedRepositoryService(deployedProvider, logProvider, SmallBundle.WORDS);
        checked.setCommandExecutor(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired());
        return checked;
    }

    private void post(Map<String, byte[]> files) {
        var builder = checked().createDeployment().enableDuplicateFiltering(true);
        files.forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
        builder.deploy();
    }

    private void start(SmallBundle bundle) throws IOException {
        write(bundle);
        node().afterSingletonsInstantiated();
    }

    private BundleDeployment node() {
        return node(folder);
    }

    private BundleDeployment node(Path models) {
        return node(models, DeploymentLog.Origin.FOLDER, false);
    }

    private BundleDeployment node(Path models, DeploymentLog.Origin origin, boolean replacing) {
        var checking = HeadStart.of("check", () -> CheckedBundle.read(models.toString(), SmallBundle.WORDS));
        var starting = new BundleStart.Starting(checking, origin, replacing);
        return new BundleDeployment(deployed, log, offering, reserve, transaction, starting);
    }

    /** A start with packaged models, not with a folder. */
    private void startProgram(SmallBundle bundle, boolean replacing) throws IOException {
        write(bundle);
        node(folder, DeploymentLog.Origin.START, replacing).afterSingletonsInstantiated();
    }

    private void write(SmallBundle bundle) throws IOException {
        for (var file : bundle.bundle().files().entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        assertThat(Bundle.read(folder).hash()).isEqualTo(bundle.bundle().hash());
    }

    private List<Integer> versions(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .asc()
                .list()
                .stream()
                .map(definition -> definition.getVersion())
                .toList();
    }
}
