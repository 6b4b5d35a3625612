package se.tidig.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.Application;

/** Decisions on record for tests that begin after the decision. */
@Component
public class DecisionFixture {

    private static final List<String> CONDITIONS =
            List.of("Bidraget får bara användas till språkcaféet.", "Beslutet kan återkallas (37 § FL).");

    private final Decisions decisions;
    private final GrantDecisionService grants;
    private final Clock clock;

    DecisionFixture(Decisions decisions, GrantDecisionService grants, Clock clock) {
        this.decisions = decisions;
        this.grants = grants;
        this.clock = clock;
    }

    /** The days that the process waits for beside the task, far off. */
    @Transactional
    public GrantDecision grant(
            Application application, Sek amount, LocalDate day, LocalDate interimReportDue, LocalDate finalReportDue) {
        decisions.save(record(application, DecisionKind.GRANT, amount, day)
                .on(CONDITIONS, interimReportDue, finalReportDue, "F"));
        return grants.get(application.reference());
    }

    /** deciderK refuses the application today. */
    @Transactional
    public void refuse(Application application) {
        decisions.save(record(application, DecisionKind.REFUSAL, Sek.ZERO, SwedishDate.on(clock.instant())));
    }

    private Decision record(Application application, DecisionKind kind, Sek amount, LocalDate day) {
        return Decision.of(
                        new Decision.Case(
                                application.reference(),
                                application.board(),
                                application.call(),
                                application.requestedAmount()),
                        kind,
                        amount,
                        new Decision.Record(
                                day, clock.instant(), Actor.of("deciderK"), Actor.of("officerK1"), List.of(), null))
                .because("Behovet är stort.", List.of("4 § förordningen (2016:1364)"), List.of());
    }
}
