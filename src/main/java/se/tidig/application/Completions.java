package se.tidig.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import se.tidig.Reference;

/** The requests to complete applications. */
public interface Completions extends ListCrudRepository<Completion, UUID> {

    /** All requests of a case, the first round first. */
    @Query("select * from tidig.completion where reference = :reference order by round")
    List<Completion> of(Reference reference);

    @Query("select * from tidig.completion where reference = :reference order by round desc limit 1")
    Optional<Completion> latest(Reference reference);
}
