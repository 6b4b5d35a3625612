package se.tidig.grant;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import se.tidig.Reference;
import se.tidig.grant.GrantChange.Kind;
import se.tidig.grant.GrantChange.Outcome;
import se.tidig.grant.GrantChange.Status;

/** The requests and notices that recipients have sent during their grants. */
public interface GrantChanges extends Repository<GrantChange, Long> {

    GrantChange save(GrantChange change);

    List<GrantChange> findByReferenceOrderById(Reference reference);

    /** The oldest notice that nobody has assessed; several tasks take them in order. */
    default Optional<GrantChange> notAssessed(Reference reference) {
        return findByReferenceOrderById(reference).stream()
                .filter(change -> change.kind() == Kind.NOTICE && change.status() == Status.OPEN)
                .findFirst();
    }

    /** The latest decided change. */
    default Optional<GrantChange> decidedLast(Reference reference) {
        return findByReferenceOrderById(reference).stream()
                .filter(change -> change.outcome() == Outcome.APPROVED || change.outcome() == Outcome.REFUSED)
                .max(Comparator.comparing(GrantChange::handledAt));
    }

    /** The oldest request that waits for a decision on a change. */
    default Optional<GrantChange> notDecided(Reference reference) {
        return findByReferenceOrderById(reference).stream()
                .filter(change -> change.status() == Status.TO_CHANGE
                        || change.kind() == Kind.REQUEST && change.status() == Status.OPEN)
                .findFirst();
    }
}
