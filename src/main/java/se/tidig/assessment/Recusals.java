package se.tidig.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import se.tidig.Actor;
import se.tidig.Reference;

/** The declared conflicts of interest of all cases. */
public interface Recusals extends Repository<Recusal, Long> {

    Recusal save(Recusal recusal);

    /** Whether the person takes no part in the case (17 § förvaltningslagen); false for a case without reference. */
    @Query(
            """
            select exists (select from tidig.recusal
            where reference = :reference and person = :person and state in ('DECLARED', 'QUESTIONED', 'UPHELD'))
            """)
    boolean isRecused(Reference reference, Actor person);

    /** The user ids of those who take no part in the case. */
    @Query(
            """
            select distinct person from tidig.recusal
            where reference = :reference and state in ('DECLARED', 'QUESTIONED', 'UPHELD')
            """)
    List<Actor> recusedIn(Reference reference);

    /** The cases in which the person takes no part. */
    @Query(
            """
            select distinct reference from tidig.recusal
            where person = :person and state in ('DECLARED', 'QUESTIONED', 'UPHELD')
            """)
    Set<Reference> recusedFrom(Actor person);

    /** The cases of the call that compete for its money and that the person takes no part in. */
    @Query(
            """
            select distinct r.reference from tidig.recusal r join tidig.application a on a.reference = r.reference
            where a.call = :call and r.person = :person and r.state in ('DECLARED', 'QUESTIONED', 'UPHELD')
                and a.status not in ('EXCLUDED', 'WITHDRAWN', 'WRITTEN_OFF', 'ENDED', 'DECIDED')
            order by r.reference
            """)
    List<Reference> rankedIn(Reference call, Actor person);

    /** The user ids of those who take no part in a case that competes for the call's money. */
    @Query(
            """
            select distinct r.person from tidig.recusal r join tidig.application a on a.reference = r.reference
            where a.call = :call and r.state in ('DECLARED', 'QUESTIONED', 'UPHELD')
                and a.status not in ('EXCLUDED', 'WITHDRAWN', 'WRITTEN_OFF', 'ENDED', 'DECIDED')
            """)
    Set<Actor> recusedFromRanking(Reference call);

    /** The declaration that the head of unit has to examine, oldest first. */
    @Query(
            """
            select * from tidig.recusal where reference = :reference and state = 'QUESTIONED'
            order by id limit 1
            """)
    Optional<Recusal> questioned(Reference reference);

    /** All declarations of the case, oldest first. */
    @Query("select * from tidig.recusal where reference = :reference order by id")
    List<Recusal> of(Reference reference);
}
