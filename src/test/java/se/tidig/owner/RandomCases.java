package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import se.tidig.Play;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.careless.RandomChange;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.form.Rejected;

/**
 * Changes that nobody thought of and that check and engine both accept, each published on the running system and
 * followed by a case from its call to the decision.
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

    /**
     * The results of the cases.
     *
     * @param decided cases that came to their decision
     * @param elsewhere cases that the play does not follow, because the change led them another way
     * @param grief changes that check and engine accepted and that made a case fail, with what happened
     */
    record Outcome(int decided, int elsewhere, List<String> grief) {}

    /** Drives a case under each of so many changes. */
    Outcome drive(int wanted, long seed, int port) {
        var random = new Random(seed);
        var bundle = Bundle.packaged();
        var decided = 0;
        var elsewhere = 0;
        var grief = new ArrayList<String>();
        while (decided + elsewhere + grief.size() < wanted) {
            var file = FILES.get(random.nextInt(FILES.size()));
            var change = RandomChange.of(file, bundle.bytes(file), random);
            try {
                if (follow(file, new String(change.bytes(), StandardCharsets.UTF_8), port)) {
                    decided++;
                }
            } catch (RuntimeException | AssertionError e) {
                if (isOfThePlay(e)) {
                    elsewhere++;
                } else {
                    grief.add(file + ": " + change.description() + " -> " + cause(e));
                    // In a long run it is told at once.
                    System.out.println(grief.get(grief.size() - 1));
                }
            }
        }
        System.out.printf(
                "%d random cases with seed %d: %d decided, %d led elsewhere, %d came to grief%n",
                wanted, seed, decided, elsewhere, grief.size());
        return new Outcome(decided, elsewhere, grief);
    }

    /**
     * Publishes the file and follows a case to its decision; fails with the cause.
     *
     * @return false if the check refuses the file
     */
    boolean follow(String file, String content, int port) {
        try {
            var answer = desk.write(file, content).post(port);
            if (answer.statusCode() == 400 && answer.body().contains("\"BundleRefused\"")) {
                return false;
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            follow();
            assertThat(runtime.createIncidentQuery().list()).isEmpty();
            return true;
        } finally {
            play.asNobody();
            desk.tidyUp();
        }
    }

    private void follow() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.goOn();
        cases.decide(reference, "deciderK");
    }

    /**
     * The case took a path that the play does not know, a question was changed so that its answers do not fit, or a
     * number makes no sense and the step names the row, as the handbook says.
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
