package se.tidig.assessment;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import se.tidig.Reference;

/** The assessments of all cases. */
public interface Assessments extends Repository<Assessment, Long> {

    Assessment save(Assessment assessment);

    /** The assessments of the case: the first, the second if there is one, the reconciled one if there is one. */
    @Query("select * from tidig.assessment where reference = :reference order by id")
    List<Assessment> of(Reference reference);
}
