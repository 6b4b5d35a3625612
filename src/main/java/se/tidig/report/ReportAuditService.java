package se.tidig.report;

import org.springframework.stereotype.Service;
import se.tidig.bundle.RuleSet;
import se.tidig.decision.Audit;
import se.tidig.grant.AuditRequirementTable;
import se.tidig.grant.Grant;

/**
 * Decides which auditor a report requires: the limit is compared with the received amount (14 a § second paragraph),
 * which is less than the decision states if a part was withheld.
 */
@Service
class ReportAuditService {

    private final AuditRequirementTable requirement;

    ReportAuditService(AuditRequirementTable requirement) {
        this.requirement = requirement;
    }

    /** @param rules the tables that the case keeps; asked only if less was paid than the decision assumed */
    Audit of(Grant grant, RuleSet rules) {
        return grant.paid().compareTo(grant.amount()) < 0
                ? requirement
                        .of(grant.municipal(), grant.paid(), grant.decidedOn(), rules)
                        .audit()
                : grant.audit();
    }
}
