package se.tidig.report;

import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;
import se.tidig.MilestoneKey;
import se.tidig.Reference;

/** The reports, by the key of the milestone that requires them. */
public interface Reports extends Repository<Report, MilestoneKey> {

    Report save(Report report);

    Optional<Report> findById(MilestoneKey milestone);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Report> findLockedByMilestone(MilestoneKey milestone);

    List<Report> findByReferenceOrderByMilestone(Reference reference);

    default Optional<Report> find(MilestoneKey milestone) {
        return findById(milestone);
    }

    /** @throws ReportRefused if there is no such report */
    default Report get(MilestoneKey milestone) {
        return findById(milestone).orElseThrow(() -> unknown(milestone));
    }

    /** The report with its row locked until the transaction ends, so that waiter and sender take turns. */
    default Report lock(MilestoneKey milestone) {
        return findLockedByMilestone(milestone).orElseThrow(() -> unknown(milestone));
    }

    private static ReportRefused unknown(MilestoneKey milestone) {
        return new ReportRefused("Det finns ingen redovisning för delmoment " + milestone + ".");
    }
}
