package se.tidig.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import se.tidig.Reference;

/** The material that has been sent to applicants. */
public interface Hearings extends ListCrudRepository<Hearing, UUID> {

    @Query("select * from tidig.hearing where reference = :reference order by requested_at")
    List<Hearing> of(Reference reference);

    @Query("select * from tidig.hearing where reference = :reference order by requested_at desc limit 1")
    Optional<Hearing> latest(Reference reference);
}
