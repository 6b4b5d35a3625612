package se.tidig.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the register with the records and the engine's tasks that it follows from. */
@Component
public class RegisterTruth {

    private final JdbcClient jdbc;

    RegisterTruth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The register says of every case what the records say, and of no other case anything. */
    public void holds() {
        assertThat(differences("tidig.case_row", "tidig.case_truth")).isEmpty();
        assertThat(differences("tidig.case_words", "tidig.case_words_truth")).isEmpty();
    }

    private java.util.List<String> differences(String kept, String truth) {
        return jdbc.sql(
                        """
                        select 'kept ' || k::text from (select * from %1$s except select * from %2$s) k
                        union all
                        select 'true ' || t::text from (select * from %2$s except select * from %1$s) t
                        """
                                .formatted(kept, truth))
                .query(String.class)
                .list();
    }
}
