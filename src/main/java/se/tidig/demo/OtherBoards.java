package se.tidig.demo;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.grant.RuleReviewWanted;
import se.tidig.mypages.Act;

/**
 * A call each in Kalmar and Jönköping, which shows that each county sees only its own, and one that a coordinator has
 * to revise; and the yearly review of rules for process owners.
 */
@Component
class OtherBoards {

    private final Stage stage;
    private final DemoApplicants applicants;
    private final ApplicationEventPublisher events;

    OtherBoards(Stage stage, DemoApplicants applicants, ApplicationEventPublisher events) {
        this.events = events;
        this.stage = stage;
        this.applicants = applicants;
    }

    void write(Script script) {
        var days = script.days();
        var year = days.ago(StoryDays.LENGTH).getYear();
        var kalmar = Reference.of("H-" + year + "-1");
        setUp(script, kalmar, "H", "Tidiga insatser för asylsökande i Kalmar län", 900_000);
        var jonkoping = Reference.of("F-" + year + "-1");
        setUp(script, jonkoping, "F", "Tidiga insatser för asylsökande i Jönköpings län", 1_200_000);
        applied(script, kalmar, "oland", 8);
        script.on(
                5,
                9,
                () -> stage.answer(
                        "officerH1",
                        "userTask_conflictCheck",
                        applicants.reference(kalmar, "oland").value(),
                        StaffAnswers.noConflict()));
        completed(script, kalmar);
        applied(script, kalmar, "kalmar", 3);
        applied(script, jonkoping, "jonkoping", 7);
        script.on(
                4,
                9,
                () -> stage.answer(
                        "officerF1",
                        "userTask_conflictCheck",
                        applicants.reference(jonkoping, "jonkoping").value(),
                        StaffAnswers.noConflict()));
        returned(script, Reference.of("F-" + year + "-2"));
        script.on(2, 9, () -> events.publishEvent(new RuleReviewWanted()));
    }

    /** A document is asked for and comes. */
    private void completed(Script script, Reference call) {
        var days = script.days();
        script.on(
                5,
                11,
                () -> stage.answer(
                        "officerH1",
                        "userTask_requestCompletion",
                        applicants.reference(call, "oland").value(),
                        StaffAnswers.completion("Skicka in protokollet från det senaste årsmötet.", days.ahead(9))));
        script.on(2, 20, () -> {
            applicants.send(
                    applicants.reference(call, "oland"),
                    "oland",
                    Act.COMPLETION,
                    Map.of(
                            "completionReply",
                            "Här är protokollet från det senaste årsmötet.",
                            "attachments",
                            List.of("annualMeetingMinutes")));
            stage.goOn();
        });
    }

    /** A coordinator's call that the head has returned. */
    private void returned(Script script, Reference call) {
        var days = script.days();
        var answers = StaffAnswers.call("F", "Svenska för nyanlända i Jönköpings län", 700_000);
        answers.put("opensOn", days.ahead(20).toString());
        answers.put("closesOn", days.ahead(30).toString());
        answers.put("decisionBy", days.ahead(110).toString());
        answers.put("finalReportDue", days.ahead(480).toString());
        script.on(days.at(days.agoWithinYear(6), 11), () -> stage.start("coordinator", "call", answers));
        script.on(
                2,
                15,
                () -> stage.answer(
                        "headF",
                        "userTask_approveCall",
                        call.value(),
                        Map.of(
                                "approval",
                                "RETURN",
                                "returnReason",
                                "Ansökningstiden är för kort för föreningar. Ge minst fem veckor.")));
    }

    private void setUp(Script script, Reference call, String board, String title, long frame) {
        var days = script.days();
        var answers = StaffAnswers.call(board, title, frame);
        answers.put("opensOn", days.ago(25).toString());
        answers.put("closesOn", days.ahead(14).toString());
        answers.put("decisionBy", days.ahead(75).toString());
        answers.put("finalReportDue", days.ahead(450).toString());
        script.on(days.at(days.agoWithinYear(30), 10), () -> stage.start("officer" + board + "1", "call", answers));
        script.on(
                28,
                14,
                () -> stage.answer(
                        "head" + board, "userTask_approveCall", call.value(), Map.of("approval", "APPROVE")));
    }

    private void applied(Script script, Reference call, String name, int day) {
        var days = script.days();
        script.on(day, 17, () -> {
            applicants.apply(call, name, days.ahead(95), days.ahead(425));
            stage.goOn();
        });
    }
}
