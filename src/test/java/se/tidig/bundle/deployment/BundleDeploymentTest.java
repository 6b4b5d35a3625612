package se.tidig.bundle.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.bundle.check.SmallBundle.CHILD;
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
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
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
class BundleDeploymentTest {

    @Autowired
    private DeployedBundles deployed;

    @Autowired
    private DeploymentLog log;

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

    @TempDir
    private Path folder;

    @AfterEach
    void remove() {
        play.asNobody();
        repository.createProcessDefinitionQuery().processDefinitionKey("small-child").list().stream()
                .map(definition -> definition.getDeploymentId())
                .distinct()
                .forEach(id -> {
                    repository.deleteDeployment(id, true);
                    jdbc.sql("delete from tidig.bundle_deployment where deployment = ?")
                            .param(id)
                            .update();
                });
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
    void unchangedContentMakesNoNewVersionAndChangedContentOneOfAll() throws IOException {
        start(sound());
        start(sound());
        assertThat(versions("small-case")).containsExactly(1);

        start(sound().change(MAIL, "Hej!", "God dag!"));
        assertThat(versions("small-case")).containsExactly(1, 2);
        assertThat(versions("small-child")).containsExactly(1, 2);
    }

    @Test
    void nodesThatStartTogetherDeployOnce() throws Exception {
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
    void whatAnOwnerDeploysIsLaidOverTheBundleAndDeployedWhole() throws IOException {
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
    void whatAnOwnerDeploysStaysOverTheNextStart() throws IOException {
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
    void theSameContentPostedAgainMakesNoNewVersion() throws IOException {
        start(sound());
        play.as("processOwner");

        post("small-case.bpmn", sound().bundle().bytes(MAIN));

        play.asNobody();
        assertThat(versions("small-case")).containsExactly(1);
    }

    @Test
    void theModelersOwnFilesAreNoModels() throws IOException {
        start(sound());
        play.as("processOwner");

        post("processes/.camunda/element-templates/steg.json", "[]".getBytes(StandardCharsets.UTF_8));

        play.asNobody();
        assertThat(versions("small-case")).containsExactly(1);
    }

    @Test
    void aNewMailIsKnownByItsTwoForms() throws IOException {
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

    private void post(Map<String, byte[]> files) {
        var checked = new CheckedDeployments(deployedProvider, logProvider, SmallBundle.WORDS);
        checked.setCommandExecutor(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired());
        var builder = checked.createDeployment().enableDuplicateFiltering(true);
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
        var checking = HeadStart.of("check", () -> CheckedBundle.read(models.toString(), SmallBundle.WORDS));
        return new BundleDeployment(deployed, log, transaction, new BundleStart.Starting(checking));
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
