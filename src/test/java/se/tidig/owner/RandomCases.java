package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import se.tidig.Play;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.DeclaredVocabulary;
import se.tidig.bundle.Finding;
import se.tidig.bundle.careless.RandomChange;
import se.tidig.bundle.check.BundleCheck;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.form.Rejected;

/**
 * Changes that nobody thought of and that check and engine both take, each published on the running system and followed
 * by a case from its call to the decision.
 */
@Component
class RandomCases {

    private static final List<String> FILES = List.of(
            "processes/application.bpmn",
            "processes/application.bpmn",
            "processes/application.bpmn",
            "processes/grant.bpmn",
            "dmn/eligibility.dmn",
            "dmn/assessment-routing.dmn",
            "dmn/assessment-weights.dmn",
            "dmn/delegation.dmn",
            "dmn/payment-plan.dmn",
            "dmn/audit-requirement.dmn",
            "dmn/reminder-schedule.dmn",
            "forms/conflict-check.form",
            "forms/assess-application.form",
            "forms/propose-decision.form",
            "forms/decide.form");

    private final BundleCheck check = new BundleCheck(DeclaredVocabulary.read());
    private final OwnersDesk desk;
    private final DecisionPlay cases;
    private final Play play;
    private final RuntimeService runtime;

    RandomCases(OwnersDesk desk, DecisionPlay cases, Play play, RuntimeService runtime) {
        this.desk = desk;
        this.cases = cases;
        this.play = play;
        this.runtime = runtime;
    }

    /** Drives a case under each of so many changes, and gives those that it came to grief over. */
    List<String> drive(int wanted, long seed, int port) {
        var random = new Random(seed);
        var bundle = Bundle.packaged();
        var grief = new ArrayList<String>();
        for (int driven = 0; driven < wanted; ) {
            var file = FILES.get(random.nextInt(FILES.size()));
            var change = RandomChange.of(file, bundle.bytes(file), random);
            var findings = check.check(bundle.with(Map.of(file, change.bytes())));
            if (findings.stream().anyMatch(Finding::isError)) {
                continue;
            }
            driven++;
            try {
                desk.write(file, new String(change.bytes(), java.nio.charset.StandardCharsets.UTF_8));
                desk.deploy(port);
                follow();
                assertThat(runtime.createIncidentQuery().list()).isEmpty();
            } catch (RuntimeException | AssertionError e) {
                if (!isOfThePlay(e)) {
                    grief.add(file + ": " + change.description() + " -> " + cause(e));
                }
            } finally {
                play.asNobody();
                desk.tidyUp();
            }
        }
        return grief;
    }

    private void follow() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.goOn();
        cases.decide(reference, "deciderK");
    }

    /**
     * The case took another way than the play knows, a question was changed so that its answers do not fit, or a number
     * makes no sense and the step says in which row, as the handbook tells.
     */
    private static boolean isOfThePlay(Throwable e) {
        for (var at = e; at != null; at = at.getCause()) {
            var message = String.valueOf(at.getMessage());
            if (at instanceof Rejected || message.startsWith("No task ") || message.endsWith("Rätta raden.")) {
                return true;
            }
        }
        return false;
    }

    private static String cause(Throwable e) {
        return e.getCause() == null
                ? e.getClass().getSimpleName() + " "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                : cause(e.getCause());
    }
}
