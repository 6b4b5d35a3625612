package se.tidig.demo;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.mypages.Act;

/**
 * Blekinge's first call of the year, closed and prioritised: {@linkplain EarlierGrants grants}, a withdrawal, a
 * proposal that waits for a decider, and a late application.
 */
@Component
class EarlierCall {

    private static final String FIRST_OFFICER = "officerK1";
    private static final String SECOND_OFFICER = "officerK2";
    private static final String DECIDER = "deciderK";

    private final Stage stage;
    private final DemoApplicants applicants;
    private final EarlierGrants grants;

    EarlierCall(Stage stage, DemoApplicants applicants, EarlierGrants grants) {
        this.stage = stage;
        this.applicants = applicants;
        this.grants = grants;
    }

    void write(Script script) {
        var days = script.days();
        var call = Reference.of("K-" + days.ago(StoryDays.LENGTH).getYear() + "-1");
        setUp(script, call);
        applyAndAssess(script, call);
        script.on(
                80,
                10,
                () -> stage.answer(
                        DECIDER,
                        "userTask_reviewPrioritisation",
                        call.value(),
                        Map.of("prioritisationAction", "SETTLE")));
        grants.write(script, call);
        proposed(script, call);
        withdrawn(script, call);
        late(script, call);
    }

    private void setUp(Script script, Reference call) {
        var days = script.days();
        var answers = StaffAnswers.call("K", "Tidiga insatser för asylsökande i Blekinge, första omgången", 1_000_000);
        answers.put("opensOn", days.ago(132).toString());
        answers.put("closesOn", days.ago(96).toString());
        answers.put("decisionBy", days.ahead(16).toString());
        answers.put("interimReportDue", days.ahead(60).toString());
        answers.put("finalReportDue", days.ahead(300).toString());
        script.on(StoryDays.LENGTH, 9, () -> stage.start(FIRST_OFFICER, "call", answers));
        script.on(
                138,
                13,
                () -> stage.answer("headK", "userTask_approveCall", call.value(), Map.of("approval", "APPROVE")));
    }

    private void applyAndAssess(Script script, Reference call) {
        var strong = "Behovet är väl beskrivet och bekräftas av boendets personal. Utbudet i kommunen är litet.";
        var method = "Metoden är prövad, målen är mätbara och uppföljningen är genomtänkt.";
        applyAndAssess(script, call, "vanforeningen", 128, FIRST_OFFICER, strong, method, 4, 4, 3, 3, 3, 3);
        applyAndAssess(script, call, "ronneby", 125, SECOND_OFFICER, strong, method, 4, 3, 4, 3, 3, 3);
        applyAndAssess(script, call, "rodatraden", 120, FIRST_OFFICER, strong, method, 3, 4, 2, 3, 3, 3);
        applyAndAssess(script, call, "halsosteget", 118, SECOND_OFFICER, strong, method, 3, 3, 3, 3, 3, 4);
        applyAndAssess(script, call, "sprakcafe", 112, FIRST_OFFICER, strong, method, 3, 3, 3, 3, 3, 3);
        applyAndAssess(script, call, "friluft", 99, FIRST_OFFICER, strong, method, 3, 3, 3, 2, 3, 3);
        applyAndAssess(script, call, "kulturhuset", 98, SECOND_OFFICER, strong, method, 3, 3, 2, 2, 3, 3);
    }

    private void applyAndAssess(
            Script script,
            Reference call,
            String name,
            int day,
            String officer,
            String need,
            String goal,
            int... scores) {
        var days = script.days();
        script.on(day, 15, () -> {
            applicants.apply(call, name, days.ago(40), days.ahead(300));
            stage.goOn();
        });
        script.on(
                95,
                9,
                () -> stage.answer(
                        officer,
                        "userTask_conflictCheck",
                        applicants.reference(call, name).value(),
                        StaffAnswers.noConflict()));
        script.on(
                90,
                10,
                () -> stage.answer(
                        officer,
                        "userTask_assessApplication",
                        applicants.reference(call, name).value(),
                        StaffAnswers.assessment(need, goal, scores)));
    }

    private void proposed(Script script, Reference call) {
        script.on(
                1,
                14,
                () -> stage.answer(
                        SECOND_OFFICER,
                        "userTask_proposeDecision",
                        applicants.reference(call, "kulturhuset").value(),
                        StaffAnswers.grant(
                                60_000,
                                "Lyckeby saknar mötesplatser för målgruppen, och berättarkvällarna är ett enkelt sätt"
                                        + " att öva svenska.")));
    }

    private void withdrawn(Script script, Reference call) {
        script.on(5, 16, () -> {
            applicants.send(
                    applicants.reference(call, "friluft"),
                    "friluft",
                    Act.WITHDRAWAL,
                    Map.of(
                            "withdrawal",
                            "Vi återkallar ansökan. Ledaren har flyttat och ingen annan kan hålla kurserna i år.",
                            "withdrawalCertain",
                            true));
            stage.goOn();
        });
    }

    private void late(Script script, Reference call) {
        var days = script.days();
        script.on(3, 10, () -> {
            var answers = applicants.application("listerlandet", days.ahead(30), days.ahead(330));
            answers.put("callReference", call.value());
            answers.put("receivedDate", SwedishDate.on(days.at(3, 10)).toString());
            stage.start("registrarK", "application", answers);
        });
        script.on(
                2,
                9,
                () -> stage.answer(
                        FIRST_OFFICER,
                        "userTask_conflictCheck",
                        applicants.reference(call, "listerlandet").value(),
                        StaffAnswers.noConflict()));
    }
}
