package se.tidig.decision;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.application.ApplicantKindTable;
import se.tidig.application.Applications;
import se.tidig.bundle.RuleSet;

/** The decisions to grant that are in force, with what a grant lives by. */
@Service
@Transactional
public class GrantDecisionService {

    private final Decisions decisions;
    private final Applications applications;
    private final ApplicantKindTable kinds;
    private final GrantTerms terms;

    GrantDecisionService(Decisions decisions, Applications applications, ApplicantKindTable kinds, GrantTerms terms) {
        this.decisions = decisions;
        this.applications = applications;
        this.kinds = kinds;
        this.terms = terms;
    }

    /** The references of all applications of the call that a decision in force grants, whether paid yet or not. */
    @Transactional(readOnly = true)
    public List<Reference> ofCall(Reference call) {
        return decisions.grantedIn(call);
    }

    /**
     * The decision in force that grants the application.
     *
     * @throws IllegalArgumentException if the application has no such decision
     */
    @Transactional(readOnly = true)
    public GrantDecision get(Reference reference) {
        return granted(decisions
                .latest(reference)
                .filter(decision -> decision.kind().isGrant())
                .orElseThrow(() -> new IllegalArgumentException("Ärendet " + reference + " är inte beviljat.")));
    }

    /**
     * The decision of a case. If it was proposed before proposals held terms, its terms are computed by the case's
     * own tables.
     */
    public Decision complete(Reference reference, RuleSet rules) {
        var decision = decisions.get(reference);
        if (decision.kind().isGrant() && decision.terms().isEmpty()) {
            var granted = granted(decision);
            var municipal = kinds.isMunicipal(granted.organisationType(), rules);
            decision.state(terms.of(granted.wanted(municipal), rules));
            decisions.save(decision);
        }
        return decision;
    }

    private GrantDecision granted(Decision decision) {
        var application = applications.get(decision.reference());
        var given = application.given();
        return new GrantDecision(
                decision.reference(),
                decision.board(),
                decision.call(),
                application.organisationNumber(),
                application.applicantName(),
                given.text("organisationType"),
                application.email(),
                given.text("giro"),
                decision.amount(),
                decision.conditions(),
                decision.decidedOn(),
                given.date("periodStart").orElse(null),
                given.date("periodEnd").orElse(null),
                decision.interimReportDue(),
                decision.finalReportDue(),
                decision.payingBoard(),
                decision.terms().orElse(null));
    }
}
