package se.tidig.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The declared conflicts of interest, of all cases. */
public interface Recusals extends Repository<Recusal, Long> {

    Recusal save(Recusal recusal);

    /** Whether the person takes no part in the case (17 § förvaltningslagen); no for a case without reference. */
    @Query(
            """
            select exists (select from tidig.recusal
            where reference = :reference and person = :person and state in ('DECLARED', 'QUESTIONED', 'UPHELD'))
            """)
    boolean isRecused(String reference, String person);

    /** The user ids of those who take no part in the case. */
    @Query(
            """
            select distinct person from tidig.recusal
            where reference = :reference and state in ('DECLARED', 'QUESTIONED', 'UPHELD')
            """)
    List<String> recusedIn(String reference);

    /** The cases in which the person takes no part. */
    @Query(
            """
            select distinct reference from tidig.recusal
            where person = :person and state in ('DECLARED', 'QUESTIONED', 'UPHELD')
            """)
    Set<String> recusedFrom(String person);

    /** The declaration that the head of unit has to examine, the oldest first. */
    @Query(
            """
            select * from tidig.recusal where reference = :reference and state = 'QUESTIONED'
            order by id limit 1
            """)
    Optional<Recusal> questioned(String reference);

    /** All declarations of the case, oldest first. */
    @Query("select * from tidig.recusal where reference = :reference order by id")
    List<Recusal> of(String reference);
}
