package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Play;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Applications;
import se.tidig.application.EligibilityRecords;
import se.tidig.decision.DecisionPlay;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.wholecall.Written;

/** A process owner adds a question to the application: it can be asked for and answered with no other form changed. */
@TidigTest
class OwnersReplyTest {

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    EligibilityRecords checks;

    @Autowired
    Applications applications;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void anOwnersNewQuestionIsAskedForAndAnsweredOnPaper() {
        desk.form("application", form -> childcare((ArrayNode) form.get("components")))
                .tables(
                        "eligibility",
                        tables -> Drawing.cell(
                                tables,
                                "outputEntry_admissibility_MISSING_ACTIVITY_admissibility",
                                "{code: \"NO_CHILDCARE\", effect: \"COMPLETION\", paragraph: \"11 § 1\","
                                        + " name: \"Barnpassning\", reason: \"Svara om barnpassning ordnas.\","
                                        + " questions: [\"hasChildcare\"]}"))
                .deploy(port);
        var answers = ApplicationFixture.answers("activityDescription", null);
        var reference = cases.takenOn(cases.call(), answers);
        assertThat(checks.get(reference).findings())
                .extracting(EligibilityFinding::code)
                .containsExactly("NO_CHILDCARE");

        play.as("officerK1")
                .complete(
                        "userTask_requestCompletion",
                        reference.value(),
                        Map.of(
                                "completionText",
                                "Svara på frågan om barnpassning.",
                                "completionQuestions",
                                List.of("hasChildcare", "activityDescription"),
                                "completionBy",
                                SwedishDate.on(clock.instant()).plusDays(14).toString()));
        cases.goOn();
        var document = play.as("registrarK")
                .start(
                        "incoming-document",
                        Written.incoming(reference.value(), "completion", SwedishDate.on(clock.instant()), null))
                .getBusinessKey();
        cases.goOn();
        play.as("registrarK")
                .complete(
                        "userTask_registerCompletion",
                        document,
                        Map.of(
                                "completionReply",
                                "Ja.",
                                "hasChildcare",
                                "true",
                                "activityDescription",
                                "Språkcafé med barnpassning."));
        cases.goOn();

        assertThat(applications.get(reference).answers()).containsEntry("hasChildcare", "true");
        assertThat(checks.get(reference).findings()).isEmpty();
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_assessApplication");
    }

    private static void childcare(ArrayNode components) {
        ObjectNode question = components
                .addObject()
                .put("type", "radio")
                .put("id", "radio_hasChildcare")
                .put("key", "hasChildcare")
                .put("label", "Ordnar ni barnpassning?");
        var values = question.putArray("values");
        values.addObject().put("label", "Ja").put("value", "true");
        values.addObject().put("label", "Nej").put("value", "false");
        question.putObject("layout").put("row", "Row_radio_hasChildcare").putNull("columns");
    }
}
