package se.tidig.grant;

import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** The grants, by the reference of the granted application. */
public interface Grants extends Repository<Grant, String> {

    Grant save(Grant grant);

    Optional<Grant> findById(String reference);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Grant> findLockedByReference(String reference);

    List<Grant> findByCallOrderByReference(String call);

    /** All grants of the recipient, whichever boards granted them. */
    List<Grant> findByOrganisationNumberOrderByReference(String organisationNumber);

    long countByCallAndStatus(String call, Grant.State status);

    default Optional<Grant> find(String reference) {
        return findById(reference);
    }

    /** @throws GrantRefused if there is no such grant */
    default Grant get(String reference) {
        return findById(reference).orElseThrow(() -> unknown(reference));
    }

    /** The report with its row locked until the transaction ends, so that waiter and sender take turns. */
    default Grant lock(String reference) {
        return findLockedByReference(reference).orElseThrow(() -> unknown(reference));
    }

    private static GrantRefused unknown(String reference) {
        return new GrantRefused("Det finns inget beviljat bidrag " + reference + ". Kontrollera ärendenumret.");
    }
}
