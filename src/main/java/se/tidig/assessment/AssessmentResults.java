package se.tidig.assessment;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import se.tidig.Reference;

/** The results of the assessments, one per assessed case. */
public interface AssessmentResults extends Repository<AssessmentResult, Reference> {

    AssessmentResult save(AssessmentResult result);

    /** Empty if the case is not assessed, or is not to be ranked at all. */
    @Query("select * from tidig.assessment_result where reference = :reference")
    Optional<AssessmentResult> find(Reference reference);
}
