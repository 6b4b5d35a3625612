package se.tidig.organisation;

import java.time.Instant;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The applicant organisations, by organisation number. */
public interface Organisations extends ListCrudRepository<Organisation, String> {

    /**
     * Adds the organisation if it is not known yet. If two transactions add it at the same time, one waits for the
     * other.
     */
    @Modifying
    @Query(
            """
            insert into tidig.organisation (number, name, version, updated_at) values (:number, :name, 0, :at)
            on conflict (number) do nothing
            """)
    void ensure(String number, String name, Instant at);

    /** The organisation, whose row is locked until the transaction ends. */
    default Organisation lock(String number) {
        lockRow(number);
        return findById(number).orElseThrow();
    }

    @Query("select number from tidig.organisation where number = :number for update")
    String lockRow(String number);
}
