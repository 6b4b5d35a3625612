package se.tidig.decision;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import se.tidig.Reference;

/** The proposals of all cases; returned ones are kept. */
public interface Proposals extends Repository<Proposal, Long> {

    Proposal save(Proposal proposal);

    /** The proposal that waits for a decision maker. */
    @Query("select * from tidig.proposal where reference = :reference and state = 'OPEN'")
    Optional<Proposal> open(Reference reference);

    /** The latest proposal, in whatever state. */
    @Query("select * from tidig.proposal where reference = :reference order by id desc limit 1")
    Optional<Proposal> latest(Reference reference);
}
