package se.tidig.decision;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.application.Application;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.application.EligibilityRecords;
import se.tidig.application.FindingAnswer.Position;
import se.tidig.application.FindingAnswers;
import se.tidig.assessment.AssessmentService;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.prioritisation.Placement;
import se.tidig.prioritisation.Rankings;

/** Drafts proposals from what the case holds: the result of the prioritisation, or the upheld grounds. */
@Service
@Transactional(readOnly = true)
public class ProposalDraftService {

    private final Proposals proposals;
    private final Applications applications;
    private final EligibilityRecords checks;
    private final FindingAnswers answers;
    private final AssessmentService assessing;
    private final Rankings rankings;

    ProposalDraftService(
            Proposals proposals,
            Applications applications,
            EligibilityRecords checks,
            FindingAnswers answers,
            AssessmentService assessing,
            Rankings rankings) {
        this.proposals = proposals;
        this.applications = applications;
        this.checks = checks;
        this.answers = answers;
        this.assessing = assessing;
        this.rankings = rankings;
    }

    /** The officer continues with a proposal that was returned or suspended. */
    public ProposalDraft of(Reference reference) {
        return proposals
                .latest(reference)
                .filter(proposal ->
                        proposal.state() == Proposal.State.RETURNED || proposal.state() == Proposal.State.HELD)
                .map(ProposalDraft::of)
                .orElseGet(() -> first(applications.get(reference)));
    }

    private ProposalDraft first(Application application) {
        if (application.status() == ApplicationStatus.EXCLUDED) {
            var kind = "REJECT".equals(checks.get(application.reference()).outcome())
                    ? DecisionKind.REJECTION
                    : DecisionKind.REFUSAL;
            return new ProposalDraft(kind, null, upheld(application.reference()), List.of(), List.of());
        }
        return rankings.placement(application.reference())
                .map(placement -> placed(application, placement))
                .orElse(new ProposalDraft(null, null, null, List.of(), List.of()));
    }

    private ProposalDraft placed(Application application, Placement placement) {
        var amount = placement.proposedAmount();
        var kind = kind(amount, application.requestedAmount());
        return new ProposalDraft(
                kind,
                kind.isGrant() ? amount : null,
                reasons(application.reference(), placement),
                List.of(),
                List.of());
    }

    /** The kind of decision that follows from the amount, compared with the requested amount. */
    private static DecisionKind kind(Sek amount, Sek requested) {
        if (!amount.isPositive()) {
            return DecisionKind.REFUSAL;
        }
        return amount.compareTo(requested) < 0 ? DecisionKind.PARTIAL : DecisionKind.GRANT;
    }

    private String reasons(Reference reference, Placement placement) {
        var positions = assessing.standing(reference).stream()
                .limit(1)
                .map(assessment -> assessment.need() + "\n" + assessment.goal() + "\n")
                .collect(Collectors.joining());
        return positions + placement.reason();
    }

    private String upheld(Reference reference) {
        var given = answers.of(reference);
        var reasons = checks.get(reference).findings().stream()
                .filter(finding -> given.containsKey(finding.code())
                        && given.get(finding.code()).position() == Position.UPHELD)
                .map(EligibilityFinding::decisionReason)
                .collect(Collectors.joining("\n"));
        return reasons.isEmpty() ? null : reasons;
    }
}
