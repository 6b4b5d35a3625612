package se.tidig.bundle.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.assessment.ConflictGround;
import se.tidig.assessment.ConflictOfInterestService;
import se.tidig.assessment.ConflictOfInterestService.Leaving;
import se.tidig.assessment.Recusals;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.VocabularyReader;
import se.tidig.bundle.check.BundleCheck;
import se.tidig.bundle.deployment.DeploymentLog.Origin;
import se.tidig.engine.DemoStaff;
import se.tidig.owner.OwnersDesk;

/** A conflict of interest is examined although the models in force have no process for it (18 § förvaltningslagen). */
@TidigTest
class ReserveDeploymentTest {

    private static final String QUESTION = "processes/conflict-question.bpmn";
    private static final String DECIDE = "userTask_reviewConflict";
    private static final ConflictGround GROUND = new ConflictGround("party", "Närstående är part (16 § 1)");

    @LocalServerPort
    int port;

    @Autowired
    DeployedBundles deployed;

    @Autowired
    ReserveDeployment reserve;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RepositoryService repository;

    @Autowired
    OwnersDesk desk;

    @Autowired
    ApplicationPlay cases;

    @Autowired
    ConflictOfInterestService conflicts;

    @Autowired
    Recusals recusals;

    @Autowired
    Play play;

    @AfterEach
    void restoreThePackagedBundle() {
        desk.tidyUp();
        for (var made : repository
                .createDeploymentQuery()
                .deploymentName("tidig-reserve")
                .list()) {
            repository
                    .deleteProcessDefinitions()
                    .byIds(repository.createProcessDefinitionQuery().deploymentId(made.getId()).list().stream()
                            .map(definition -> definition.getId())
                            .toArray(String[]::new))
                    .cascade()
                    .delete();
            repository.deleteDeployment(made.getId(), true);
        }
        assertThat(subscribed())
                .as("process definitions that the message starts")
                .isOne();
    }

    @Test
    void aProcessThatTheModelsInForceLackIsDeployedFromTheStart() {
        publishModelsWithoutTheProcess();
        var reference = cases.received();
        assertThatThrownBy(() -> contest(reference))
                .as("before the missing process is deployed")
                .isInstanceOf(MismatchingMessageCorrelationException.class);

        reserve.complete(Bundle.packaged());

        contest(reference);
        assertThat(recusals.isRecused(reference, Actor.of("officerK1"))).isTrue();
        assertThat(play.openTasks(reference.value())).contains(DECIDE);
        play.as("headK")
                .complete(
                        DECIDE,
                        reference.value(),
                        Map.of("conflictReview", "notConflicted", "conflictReviewReason", "Ingen del i saken."));
        assertThat(recusals.isRecused(reference, Actor.of("officerK1"))).isFalse();
        play.asNobody();
        reserve.complete(Bundle.packaged());
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentName("tidig-reserve")
                        .count())
                .as("deployments after the second start")
                .isOne();
    }

    @Test
    void aCaseOpenedWithoutTheProcessUsesTheOneInForce() {
        publishModelsWithoutTheProcess();
        var reference = cases.received();
        play.asNobody();
        transaction.executeWithoutResult(status -> deployed.deploy(
                new Bundle(with(Map.of("forms/mails/aside.txt", "Ämne: Hej\n\nHej!".getBytes()))), Origin.PERSON));

        contest(reference);

        assertThat(play.openTasks(reference.value())).contains(DECIDE);
    }

    @Test
    void nothingIsDeployedIfNoProcessIsMissing() {
        play.asNobody();
        reserve.complete(Bundle.packaged());
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentName("tidig-reserve")
                        .count())
                .isZero();
    }

    @Test
    void anOwnerCannotRemoveAProcessThatTidigStarts() {
        var description = Bundle.packaged().text(Bundle.DESCRIPTION) + "\nremoved:\n  - " + QUESTION
                + "\n  - forms/review-conflict.form\n";
        var answer = new Browser(port)
                .with("processOwner", DemoStaff.PASSWORD)
                .postFiles(
                        "/engine-rest/deployment/create",
                        "ta bort",
                        new TreeMap<>(Map.of("bundle.yaml", description.getBytes())));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("conflict.questioned");
        assertThat(subscribed()).isOne();
    }

    /** The message must start a process; a running process that waits for it is not enough. */
    @Test
    void theCheckReportsAMessageThatNoLongerStartsAProcess() {
        var text = Bundle.packaged().text(QUESTION);
        var definition = text.substring(
                text.indexOf("      <bpmn:messageEventDefinition"), text.indexOf("    </bpmn:startEvent>"));
        var waits = text.replace(definition, "")
                .replaceFirst(
                        "<bpmn:userTask [^>]*>",
                        "<bpmn:receiveTask id=\"" + DECIDE
                                + "\" name=\"Vänta\" messageRef=\"message_conflictQuestioned\">")
                .replace("</bpmn:userTask>", "</bpmn:receiveTask>");
        var found =
                new BundleCheck(VocabularyReader.read()).check(new Bundle(with(Map.of(QUESTION, waits.getBytes()))));

        assertThat(found).anySatisfy(finding -> assertThat(finding.toString())
                .contains("conflict.questioned", "ingen process börjar med meddelandet"));
    }

    private void publishModelsWithoutTheProcess() {
        play.asNobody();
        var files = with(Map.of());
        files.remove(QUESTION);
        transaction.executeWithoutResult(status -> deployed.deploy(new Bundle(files), Origin.PERSON));
    }

    private static TreeMap<String, byte[]> with(Map<String, byte[]> more) {
        var files = new TreeMap<>(Bundle.packaged().files());
        files.putAll(more);
        return files;
    }

    private void contest(Reference reference) {
        play.asNobody();
        conflicts.leave(
                reference,
                new Leaving(Actor.of("officerK1"), "K", Set.of("caseOfficers"), GROUND, "Min syster är kassör.", true));
    }

    private long subscribed() {
        play.asNobody();
        return repository
                .createProcessDefinitionQuery()
                .messageEventSubscriptionName("conflict.questioned")
                .count();
    }
}
