package se.tidig.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import se.tidig.Reference;
import se.tidig.Sek;

/** The decisions, by the application's reference. */
public interface Decisions extends Repository<Decision, String> {

    Decision save(Decision decision);

    Optional<Decision> findByReference(Reference reference);

    List<Decision> findByCallOrderByReference(Reference call);

    /** The decision of the case. */
    default Optional<Decision> latest(Reference reference) {
        return findByReference(reference);
    }

    /** @throws IllegalArgumentException if the case is not decided */
    default Decision get(Reference reference) {
        return latest(reference)
                .orElseThrow(() -> new IllegalArgumentException("Ärendet " + reference + " är inte beslutat."));
    }

    /** The references of a call's applications that are granted, wholly or in part. */
    @Query("select reference from tidig.decision where call = :call and kind in ('GRANT', 'PARTIAL') order by"
            + " reference")
    List<Reference> grantedIn(Reference call);

    /** What has been granted in the call, SEK. */
    default Sek grantedOf(Reference call) {
        return Sek.of(sumGranted(call));
    }

    @Query("select coalesce(sum(amount), 0) from tidig.decision where call = :call and kind in ('GRANT', 'PARTIAL')")
    BigDecimal sumGranted(Reference call);
}
