package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.bundle.Bundle;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.form.Rejected;
import se.tidig.organisation.Board;

/** Who does what, in a process owner's terms: several who may not, a group's name, a group that is no longer used. */
@TidigTest
class OwnersPeopleTest {

    private static final String PROPOSE = "userTask_proposeDecision";
    private static final String REVIEW = "userTask_reviewBudget";
    private static final String AGAIN = "userTask_reviewAgain";
    private static final String DECIDE = "userTask_decide";
    private static final String PROPOSED = "flow_proposeDecision_delegation";
    private static final Map<String, Object> ANSWERS = Map.of("budgetJudgement", "yes");

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void aStepMayExcludeWhoDidSeveralOthers() {
        desk.process("application", model -> {
                    var first = Drawing.review(model, REVIEW, "Granska", "review-budget", "caseOfficers", PROPOSE);
                    Drawing.drop(model, first, PROPOSED);
                    var again = Drawing.review(
                            model, AGAIN, "Granska igen", "review-budget", "caseOfficers", PROPOSE + ", " + REVIEW);
                    Drawing.drop(model, again, "flow_after_" + REVIEW);
                })
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .deploy(port);
        desk.hire("newOfficer", Board.K);
        addTo("caseOfficers");
        var reference = proposed();
        play.as("officerK2").complete(REVIEW, reference.value(), ANSWERS);

        for (var excluded : new String[] {"officerK1", "officerK2"}) {
            assertThatThrownBy(() -> play.as(excluded).complete(AGAIN, reference.value(), ANSWERS))
                    .as(excluded)
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("En annan person måste göra det");
        }
        play.as("newOfficer").complete(AGAIN, reference.value(), ANSWERS);
        assertThat(play.openTasks(reference.value())).containsExactly(DECIDE);
    }

    @Test
    void aStepThatIsNotThereExcludesNobodyAndIsTold() {
        var refused = desk.process(
                        "application",
                        model -> Drawing.drop(
                                model,
                                Drawing.review(
                                        model,
                                        REVIEW,
                                        "Granska",
                                        "review-budget",
                                        "caseOfficers",
                                        PROPOSE + ",userTask_asess"),
                                PROPOSED))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .post(port);

        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("userTask_asess", "som inte finns i processen");
    }

    @Test
    void aGroupHasTheNameOfTheBundleAndStaysForCasesThatRunWhenItIsTakenAway() {
        jurists("Jurister");
        assertThat(staffPage()).contains("Jurister");
        jurists("Rättssakkunniga");
        assertThat(staffPage()).contains("Rättssakkunniga").doesNotContain("Jurister");
        var running = proposed();
        desk.hire("newJurist", Board.K);

        for (var file : new String[] {Bundle.DESCRIPTION, "processes/application.bpmn"}) {
            desk.write(file, Bundle.packaged().text(file));
        }
        desk.deploy(port);

        assertThat(staffPage()).contains("Rättssakkunniga");
        addTo("jurists", "newJurist");
        assertThat(play.openTasks(running.value())).containsExactly(REVIEW);
        play.as("newJurist").complete(REVIEW, running.value(), ANSWERS);
        assertThat(play.openTasks(running.value())).containsExactly(DECIDE);
        assertThat(play.openTasks(proposed().value())).containsExactly(DECIDE);
    }

    private void jurists(String name) {
        var description = Bundle.packaged().text(Bundle.DESCRIPTION);
        desk.write(Bundle.DESCRIPTION, description.replace("groups:\n", "groups:\n  jurists: " + name + "\n"))
                .write("processes/application.bpmn", Bundle.packaged().text("processes/application.bpmn"))
                .process(
                        "application",
                        model -> Drawing.drop(
                                model,
                                Drawing.review(model, REVIEW, "Granska", "review-budget", "jurists", PROPOSE),
                                PROPOSED))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .deploy(port);
    }

    private Reference proposed() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.goOn();
        return reference;
    }

    private String staffPage() {
        return admin().get("/personal").body();
    }

    private void addTo(String group) {
        addTo(group, "newOfficer");
    }

    private void addTo(String group, String person) {
        assertThat(admin().postForm("/personal", "/personal/" + person, Map.of("group", group)))
                .returns(302, HttpResponse::statusCode);
    }

    private Browser admin() {
        var browser = new Browser(port);
        browser.login("admin", DemoStaff.PASSWORD);
        return browser;
    }
}
