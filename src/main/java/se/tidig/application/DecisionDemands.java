package se.tidig.application;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import se.tidig.Reference;

/** The demands for a decision in cases. */
public interface DecisionDemands extends ListCrudRepository<DecisionDemand, Long> {

    @Query("select * from tidig.decision_demand where reference = :reference order by id desc limit 1")
    Optional<DecisionDemand> latest(Reference reference);

    /** The oldest demand that the case's process has not taken up. */
    @Query("select * from tidig.decision_demand where reference = :reference and not taken_up order by id limit 1")
    Optional<DecisionDemand> waiting(Reference reference);

    /** Whether the one demand of the case has been made. */
    @Query("select exists (select 1 from tidig.decision_demand"
            + " where reference = :reference and standing = 'ADMISSIBLE')")
    boolean isMade(Reference reference);
}
