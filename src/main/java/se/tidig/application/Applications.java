package se.tidig.application;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import se.tidig.Reference;

/** The applications. The caller checks that a member of staff may see the application's board. */
public interface Applications extends ListCrudRepository<Application, Reference> {

    /** @throws IllegalArgumentException if there is no such application, with a Swedish sentence */
    default Application get(Reference reference) {
        return find(reference).orElseThrow(() -> missing(reference));
    }

    default Optional<Application> find(Reference reference) {
        return findById(reference);
    }

    /** The application with its row locked until the transaction ends. */
    default Application lock(Reference reference) {
        return findLocked(reference).orElseThrow(() -> missing(reference));
    }

    @Query("select * from tidig.application where reference = :reference for update")
    Optional<Application> findLocked(Reference reference);

    /** All of a call, in the order in which they were entered. */
    @Query("select * from tidig.application where call = :call order by number")
    List<Application> ofCall(Reference call);

    /** All of an organisation, whichever boards they are at; the newest first. */
    @Query(
            """
            select * from tidig.application where organisation_number = :number
            order by received_at desc, reference desc
            """)
    List<Application> ofOrganisation(String number);

    /** How many of a call the prioritisation must still wait for. */
    @Query(
            """
            select count(*) from tidig.application
            where call = :call and status in ('RECEIVED', 'REGISTERED', 'UNDER_REVIEW', 'AWAITING_COMPLETION')
            """)
    int countUnsettled(Reference call);

    /** How many of a call are neither decided nor written off, nor ended without a decision. */
    @Query(
            """
            select count(*) from tidig.application
            where call = :call and status not in ('DECIDED', 'WRITTEN_OFF', 'ENDED')
            """)
    int countUndecided(Reference call);

    @Query("select count(*) from tidig.application where call = :call and status = :status")
    int countByStatus(Reference call, ApplicationStatus status);

    @Query("select coalesce(max(number), 0) from tidig.application where call = :call")
    int lastNumber(Reference call);

    private static IllegalArgumentException missing(Reference reference) {
        return new IllegalArgumentException("Det finns ingen ansökan med referensen " + reference + ".");
    }
}
