package se.tidig.mypages.process;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.ConfirmationService;
import se.tidig.application.IncomingDocument.Kind;
import se.tidig.application.MoreTimeService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.GrantChangeService;
import se.tidig.organisation.Giro;

/** Documents that a party writes and that have no form of their own. Each kind goes where a paper of that kind goes. */
@Component
@Handles(
        form = "party-document",
        keys = {
            "supplement",
            "change",
            "changeRequest",
            "decisionDemand",
            "moreTime",
            "withdrawal",
            "appeal",
            "senderConfirmedBy",
            "accountKind=BANKGIRO|PLUSGIRO",
            "accountNumber",
            "accountHolder"
        })
class PartyDocumentForm implements FormHandler {

    private final ApplicationIntakeService intake;
    private final MoreTimeService moreTime;
    private final GrantChangeService changes;
    private final ConfirmationService confirmations;
    private final Clock clock;

    PartyDocumentForm(
            ApplicationIntakeService intake,
            MoreTimeService moreTime,
            GrantChangeService changes,
            ConfirmationService confirmations,
            Clock clock) {
        this.intake = intake;
        this.moreTime = moreTime;
        this.changes = changes;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        switch (task.text("documentKind")) {
            case "senderConfirmation" ->
                confirmations.confirmAll(
                        task.reference(), answers.text("senderConfirmedBy"), clock.instant(), task.actor());
            case "account" ->
                changes.nameOtherAccount(
                        task.reference(), account(answers), answers.text("accountHolder"), task.actor());
            default -> hand(task, answers);
        }
        return Map.of();
    }

    private void hand(CaseTask task, Answers answers) {
        var kind = Kind.of(task.text("documentKind")).orElseThrow();
        var text = answers.text(kind.value());
        if (text == null) {
            throw new Rejected(kind.value(), "Skriv vad ni vill att länsstyrelsen ska veta.");
        }
        var reference = task.reference();
        var now = clock.instant();
        switch (kind) {
            case APPEAL -> intake.appeal(reference, text, now, task.actor());
            case WITHDRAWAL -> intake.withdraw(reference, text, now, task.actor());
            case CHANGE -> intake.notifyChange(reference, text, now, task.actor());
            case DECISION_DEMAND -> intake.demandDecision(reference, text, SwedishDate.on(now), task.actor());
            case MORE_TIME -> moreTime.request(reference, text, now, task.actor());
            case CHANGE_REQUEST -> changes.request(reference, text, task.actor());
            default -> intake.supplement(reference, text, now, task.actor());
        }
    }

    private static Giro account(Answers answers) {
        try {
            return new Giro(Giro.Kind.valueOf(answers.text("accountKind")), answers.text("accountNumber"));
        } catch (IllegalArgumentException wrong) {
            throw new Rejected("accountNumber", wrong.getMessage());
        }
    }
}
