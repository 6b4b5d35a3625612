package se.tidig.call;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;
import se.tidig.Reference;

/** All calls, by reference. */
public interface Calls extends Repository<Call, Reference> {

    Call save(Call call);

    Optional<Call> findById(Reference reference);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Call> readByReference(Reference reference);

    /** The calls that the public may see, the latest to close first. */
    @Query("select * from tidig.call where status <> 'DRAFT' order by closes_at desc, reference")
    List<Call> shown();

    /** The calls open for applications now, the first to close first. */
    @Query("select * from tidig.call where status = 'OPEN' order by closes_at, reference")
    List<Call> open();

    default Optional<Call> find(Reference reference) {
        return findById(reference);
    }

    /** @throws IllegalArgumentException if there is no such call */
    default Call get(Reference reference) {
        return find(reference).orElseThrow(() -> unknown(reference));
    }

    /**
     * The call with its row locked until the transaction ends, so that those who read or change its state take turns.
     */
    default Call lock(Reference reference) {
        return readByReference(reference).orElseThrow(() -> unknown(reference));
    }

    private static IllegalArgumentException unknown(Reference reference) {
        return new IllegalArgumentException("Det finns ingen utlysning " + reference + ".");
    }
}
