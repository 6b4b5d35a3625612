package se.tidig.grant;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicationFixture;
import se.tidig.decision.DecisionFixture;
import se.tidig.decision.GrantDecision;
import se.tidig.organisation.Board;
import se.tidig.organisation.Giro;

/** Granted applications in Blekinge for tests. */
@Component
public class GrantFixture {

    public static final Giro ACCOUNT = new Giro(Giro.Kind.BANKGIRO, "5050-1055");

    private final ApplicationFixture applications;
    private final DecisionFixture decisions;
    private final GrantConfirmationService confirmation;
    private final MilestoneService milestones;
    private final Clock clock;

    GrantFixture(
            ApplicationFixture applications,
            DecisionFixture decisions,
            GrantConfirmationService confirmation,
            MilestoneService milestones,
            Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.confirmation = confirmation;
        this.milestones = milestones;
        this.clock = clock;
    }

    /** An application that a decision of today grants: interim report this year, final report in 200 days. */
    public GrantDecision decided(String amount, boolean interim, boolean municipal) {
        return decided(amount, interim, municipal, today());
    }

    /** The same with its day of decision, from which the grant may be paid. */
    public GrantDecision decided(String amount, boolean interim, boolean municipal, LocalDate day) {
        var sum = new BigDecimal(amount);
        var answers = ApplicationFixture.answers("requestedAmount", sum);
        answers.put("organisationNumber", "8020000006");
        answers.put("organisationType", municipal ? "municipality" : "association");
        answers.put("budgetLines", List.of(Map.of("category", "salary", "description", "Samordnare", "amount", sum)));
        answers.put("periodStart", today().plusDays(10).toString());
        answers.put("periodEnd", today().plusDays(170).toString());
        return decisions.grant(
                applications.receive(Board.K, answers),
                Sek.of(sum),
                day,
                interim ? interimReportDue() : null,
                today().plusDays(200));
    }

    /** A grant is paid in two parts if its interim report is due in the year of the decision. */
    private LocalDate interimReportDue() {
        var lastOfYear = LocalDate.of(today().getYear(), 12, 31);
        var due = today().plusDays(40);
        return due.isBefore(lastOfYear) ? due : lastOfYear;
    }

    /** A small grant that has been paid and whose final report is the open milestone; its reference. */
    public Reference awaitingFinalReport() {
        return awaitingFinalReport("90000", false);
    }

    /** The same with its amount, paid at once, and kind of recipient. */
    public Reference awaitingFinalReport(String amount, boolean municipal) {
        return awaitingFinalReport(amount, amount, municipal);
    }

    /** The same, if less was paid than granted. */
    public Reference awaitingFinalReport(String amount, String received, boolean municipal) {
        var granted = decided(amount, false, municipal);
        var reference = granted.reference();
        confirmation.open(granted, ApplicationFixture.RULES);
        confirmation.confirm(reference, ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        confirmation.verifyPayee(reference, "Intyg från banken", Actor.of("financeK1"));
        milestones.next(reference);
        milestones.paid(MilestoneKey.of(reference + "-M1"), Sek.of(new BigDecimal(received)));
        milestones.next(reference);
        return reference;
    }

    public LocalDate today() {
        return SwedishDate.on(clock.instant());
    }

    /** A complete report by the form's keys, of a grant that has been used up. */
    public static Map<String, Object> report(int received) {
        var answers = new HashMap<String, Object>();
        answers.put("use", "Språkcafé två kvällar i veckan.");
        answers.put(
                "activities",
                List.of(Map.of(
                        "activity", "Språkcafé",
                        "plannedOccasions", 40,
                        "actualOccasions", 38,
                        "plannedHours", 80,
                        "actualHours", 76)));
        answers.put("conditionsFollowed", "yes");
        answers.put("participantsWomen", 31);
        answers.put("participantsMen", 28);
        answers.put("resultsSwedish", "Fler talar svenska i vardagen.");
        answers.put("purposeFulfilment", "Deltagarna har brutit sin isolering.");
        answers.put("costs", List.of(Map.of("item", "Löner", "budgeted", received, "outcome", received)));
        answers.put("unusedAmount", 0);
        answers.put("otherFunding", 0);
        answers.put("auditor", "auditor");
        answers.put("auditorName", "Karin Ek");
        answers.put("attachments", List.of("auditorReport"));
        answers.put("submittedBy", "Anna Lind");
        answers.put("correct", true);
        return answers;
    }

    /** The same with answers changed, key and value in turn; an answer with the value null is removed. */
    public static Map<String, Object> report(int received, Object... changes) {
        var answers = report(received);
        for (int i = 0; i < changes.length; i += 2) {
            answers.put((String) changes[i], changes[i + 1]);
        }
        answers.values().removeIf(Objects::isNull);
        return answers;
    }
}
