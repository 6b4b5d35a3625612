package se.tidig.grant;

import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;
import se.tidig.Reference;

/** The grants, by the reference of the granted application. */
public interface Grants extends Repository<Grant, Reference> {

    Grant save(Grant grant);

    Optional<Grant> findById(Reference reference);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Grant> findLockedByReference(Reference reference);

    List<Grant> findByCallOrderByReference(Reference call);

    /** All grants of the recipient, whichever boards granted them. */
    List<Grant> findByOrganisationNumberOrderByReference(String organisationNumber);

    long countByCallAndStatus(Reference call, Grant.State status);

    default Optional<Grant> find(Reference reference) {
        return findById(reference);
    }

    /** @throws GrantRefused if there is no such grant */
    default Grant get(Reference reference) {
        return findById(reference).orElseThrow(() -> unknown(reference));
    }

    /** The report with its row locked until the transaction ends, so that waiter and sender take turns. */
    default Grant lock(Reference reference) {
        return findLockedByReference(reference).orElseThrow(() -> unknown(reference));
    }

    private static GrantRefused unknown(Reference reference) {
        return new GrantRefused("Det finns inget beviljat bidrag " + reference + ". Kontrollera ärendenumret.");
    }
}
