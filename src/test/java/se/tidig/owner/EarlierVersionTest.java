package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.bundle.Bundle;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;

/**
 * Cases that began under application 1.0.0, which had all of the handling in one diagram, run to their ends after the
 * program's own models have come into force.
 */
@TidigTest
class EarlierVersionTest {

    private static final String PROCESS = "processes/application.bpmn";

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void theEarlierModelsAreInForce() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:models-1.0.0/*/*.*")) {
            var folder = file.getURI().toString().contains("/forms/") ? "forms/" : "processes/";
            desk.write(folder + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
        }
        // The stages of today name a task that the earlier process does not have.
        desk.text("processes/bundle.yaml", stages -> withoutTask(stages, "userTask_rejectDemand"));
        desk.deploy(port);
    }

    private static String withoutTask(String stages, String task) {
        assertThat(stages).contains(", application#" + task);
        return stages.replace(", application#" + task, "");
    }

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void aCaseIsAssessedReturnedDecidedAndGranted() {
        var call = cases.call();
        var reference = cases.takenOn(call, 100_000);
        cases.assess(reference, 3);
        theModelsOfTheProgramComeIntoForce(reference);

        cases.prioritise(call);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        play.as("deciderK")
                .complete(
                        "userTask_decide",
                        reference.value(),
                        Map.of("decisionAnswer", "return", "returnReason", "Ange behovet."));
        cases.goOn();
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.decide(reference, "deciderK");

        assertThat(play.ended("application", reference.value())).isTrue();
        assertThat(play.path("application", reference.value())).contains("endEvent_granted");
    }

    @Test
    void aCaseWaitsForCompletionIsHeardAndRefused() {
        var call = cases.call();
        var answers = ApplicationFixture.answers("attachments", null);
        answers.put("organisationType", "faithCommunity");
        var reference = cases.takenOn(call, answers);
        play.as("officerK1")
                .complete(
                        "userTask_requestCompletion",
                        reference.value(),
                        Map.of(
                                "completionText",
                                "Skicka in de handlingar som saknas.",
                                "completionBy",
                                SwedishDate.on(clock.instant()).plusDays(14).toString()));
        cases.goOn();
        theModelsOfTheProgramComeIntoForce(reference);

        play.pass(Duration.ofDays(16));
        play.as("officerK1")
                .complete(
                        "userTask_completionExpired",
                        reference.value(),
                        Map.of(
                                "expiredStep",
                                "extend",
                                "expiredReason",
                                "Årsmötet hålls nästa vecka.",
                                "newCompletionBy",
                                SwedishDate.on(clock.instant()).plusDays(14).toString()));
        cases.goOn();
        intake.complete(
                reference,
                Map.of("attachments", List.of("statutes", "annualReport", "annualMeetingMinutes", "signatoryProof")),
                "Här är handlingarna.",
                clock.instant(),
                Actor.of("forening@example.org"));
        cases.goOn();
        cases.uphold(reference, "userTask_reviewConditions", "FAITH_COMMUNITY", true);
        play.as("officerK1")
                .complete(
                        "userTask_communicate",
                        reference.value(),
                        Map.of(
                                "hearingText",
                                "Skatteverket har uppgett att samfundet inte är registrerat.",
                                "replyBy",
                                SwedishDate.on(clock.instant()).plusDays(14).toString()));
        cases.goOn();
        play.pass(Duration.ofDays(20));
        cases.goOn();
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");

        assertThat(play.ended("application", reference.value())).isTrue();
        assertThat(play.path("application", reference.value()))
                .contains("catch_completed", "catch_replyDeadline", "endEvent_closed");
    }

    @Test
    void aCaseIsDelayedAndADecisionDemandedBesideItsHandling() {
        var call = cases.call();
        var reference = cases.toPropose(call, 100_000);
        theModelsOfTheProgramComeIntoForce(reference);

        play.pass(Duration.ofDays(190));
        play.asNobody();
        intake.demandDecision(
                reference,
                "Vi begär att ärendet avgörs.",
                SwedishDate.on(clock.instant()),
                Actor.of("forening@example.org"));
        play.as("officerK1")
                .complete(
                        "userTask_assessDelay",
                        reference.value(),
                        Map.of(
                                "delayExpected",
                                "true",
                                "delayReason",
                                "Prioriteringen tar längre tid än beräknat.",
                                "expectedDecisionOn",
                                SwedishDate.on(clock.instant()).plusDays(30).toString()));
        cases.goOn();
        play.as("deciderK")
                .complete(
                        "userTask_answerDemand",
                        reference.value(),
                        Map.of(
                                "demandDecision", "REFUSE",
                                "demandReasons", "Prioriteringen av ansökningarna är inte klar."));
        cases.goOn();
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");

        assertThat(play.path("application", reference.value()))
                .contains("serviceTask_mailDelay", "endEvent_demandRefused", "endEvent_closed");
        assertThat(play.ended("application", reference.value())).isTrue();
    }

    private void theModelsOfTheProgramComeIntoForce(Reference reference) {
        desk.write(PROCESS, Bundle.packaged().text(PROCESS));
        desk.deploy(port);
        play.asNobody();
        var definition = runtime.createProcessInstanceQuery()
                .processDefinitionKey("application")
                .processInstanceBusinessKey(reference.value())
                .singleResult()
                .getProcessDefinitionId();
        assertThat(repository.getProcessDefinition(definition).getVersionTag()).isEqualTo("1.0.0");
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("application")
                        .latestVersion()
                        .singleResult()
                        .getVersionTag())
                .isNotEqualTo("1.0.0");
    }
}
