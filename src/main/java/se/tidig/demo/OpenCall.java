package se.tidig.demo;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.notification.Subscriptions;
import se.tidig.organisation.Board;

/**
 * Blekinge's second call of the year, open: new applications, conditions to review, requests to complete and expired
 * ones, an applicant that cannot have a grant, a second assessor. A third call waits for approval.
 */
@Component
class OpenCall {

    private static final String SUBSCRIBER = "forening@example.org";
    private static final String FIRST_OFFICER = "officerK1";
    private static final String SECOND_OFFICER = "officerK2";

    private final Stage stage;
    private final DemoApplicants applicants;
    private final Subscriptions subscriptions;

    OpenCall(Stage stage, DemoApplicants applicants, Subscriptions subscriptions) {
        this.stage = stage;
        this.applicants = applicants;
        this.subscriptions = subscriptions;
    }

    void write(Script script) {
        var days = script.days();
        var call = Reference.of("K-" + days.ago(StoryDays.LENGTH).getYear() + "-2");
        setUp(script, call);
        taken(script, call, "bolag", 30, 28, FIRST_OFFICER);
        taken(script, call, "natverket", 27, 25, FIRST_OFFICER);
        script.on(
                20,
                10,
                () -> stage.answer(
                        FIRST_OFFICER,
                        "userTask_assessApplication",
                        applicants.reference(call, "natverket").value(),
                        StaffAnswers.assessment(
                                "Stödet är ojämnt i länet, och nätverket når kommuner som saknar egna verksamheter.",
                                "Språkstödjarna har gett goda resultat i liknande projekt.",
                                4,
                                3,
                                3,
                                4,
                                3,
                                3)));
        taken(script, call, "musik", 26, 24, SECOND_OFFICER);
        script.on(
                24,
                11,
                () -> stage.answer(
                        SECOND_OFFICER,
                        "userTask_requestCompletion",
                        applicants.reference(call, "musik").value(),
                        StaffAnswers.completion(
                                "Skicka in verksamhetsberättelse, årsmötesprotokoll och en handling som visar vem som"
                                        + " får teckna föreningens firma.",
                                days.ago(10))));
        taken(script, call, "ordrum", 12, 9, SECOND_OFFICER);
        script.on(
                9,
                11,
                () -> stage.answer(
                        SECOND_OFFICER,
                        "userTask_requestCompletion",
                        applicants.reference(call, "ordrum").value(),
                        StaffAnswers.completion(
                                "Skicka in verksamhetsberättelse och årsmötesprotokoll.", days.ahead(5))));
        taken(script, call, "forsamling", 6, 4, FIRST_OFFICER);
        applied(script, call, "bryggan", 2);
    }

    private void setUp(Script script, Reference call) {
        var days = script.days();
        var open = StaffAnswers.call("K", "Tidiga insatser för asylsökande i Blekinge, andra omgången", 2_000_000);
        open.put("opensOn", days.ago(38).toString());
        open.put("closesOn", days.ahead(21).toString());
        open.put("decisionBy", days.ahead(80).toString());
        open.put("finalReportDue", days.ahead(460).toString());
        script.on(days.at(days.agoWithinYear(42), 9), () -> stage.start(SECOND_OFFICER, "call", open));
        script.on(41, 20, () -> subscriptions.keep(SUBSCRIBER, Set.of(Board.K)));
        script.on(
                40,
                13,
                () -> stage.answer("headK", "userTask_approveCall", call.value(), Map.of("approval", "APPROVE")));
        var next = StaffAnswers.call("K", "Hälsa och rörelse under väntetiden, Blekinge", 600_000);
        next.put("opensOn", days.ahead(30).toString());
        next.put("closesOn", days.ahead(65).toString());
        next.put("decisionBy", days.ahead(120).toString());
        next.put("finalReportDue", days.ahead(500).toString());
        script.on(1, 15, () -> stage.start(FIRST_OFFICER, "call", next));
    }

    private void applied(Script script, Reference call, String name, int day) {
        var days = script.days();
        script.on(day, 12, () -> {
            applicants.apply(call, name, days.ahead(100), days.ahead(430));
            stage.goOn();
        });
    }

    private void taken(Script script, Reference call, String name, int day, int taken, String officer) {
        applied(script, call, name, day);
        script.on(
                taken,
                9,
                () -> stage.answer(
                        officer,
                        "userTask_conflictCheck",
                        applicants.reference(call, name).value(),
                        StaffAnswers.noConflict()));
    }
}
