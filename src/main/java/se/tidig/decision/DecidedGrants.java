package se.tidig.decision;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.application.ApplicantKind;
import se.tidig.application.Applications;
import se.tidig.bundle.Rules;

/** The decisions to grant, as those read them who carry them out. */
@Service
@Transactional
public class DecidedGrants implements GrantedDecisions {

    private final Decisions decisions;
    private final Applications applications;
    private final ApplicantKind kinds;
    private final GrantTerms terms;

    DecidedGrants(Decisions decisions, Applications applications, ApplicantKind kinds, GrantTerms terms) {
        this.decisions = decisions;
        this.applications = applications;
        this.kinds = kinds;
        this.terms = terms;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> ofCall(String call) {
        return decisions.grantedIn(call);
    }

    @Override
    @Transactional(readOnly = true)
    public Granted get(String reference) {
        return granted(decisions
                .latest(reference)
                .filter(decision -> decision.kind().isGrant())
                .orElseThrow(() -> new IllegalArgumentException("Ärendet " + reference + " är inte beviljat.")));
    }

    /** The decision of a case; one that was proposed before proposals held terms gets them, by the case's own tables. */
    public Decision complete(String reference, Rules rules) {
        var decision = decisions.get(reference);
        if (decision.kind().isGrant() && decision.terms().isEmpty()) {
            var granted = granted(decision);
            var municipal = kinds.isMunicipal(granted.organisationType(), rules);
            decision.state(terms.of(granted.wanted(municipal), rules));
            decisions.save(decision);
        }
        return decision;
    }

    private Granted granted(Decision decision) {
        var application = applications.get(decision.reference());
        var given = application.given();
        return new Granted(
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
