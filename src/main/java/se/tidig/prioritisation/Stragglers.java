package se.tidig.prioritisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.application.ApplicationStatus;

/** The applications that the prioritisation of a call still waits for, in an officer's words. */
@Repository
public class Stragglers {

    private final JdbcClient jdbc;

    Stragglers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An application that is still waited for.
     *
     * @param requested SEK applied for; zero before any amount is given
     * @param status in Swedish
     */
    public record Straggler(Reference reference, String applicant, Sek requested, String status) {}

    /** In order of receipt. */
    public List<Straggler> of(Reference call) {
        return jdbc.sql(
                        """
                        select reference, applicant_name, coalesce(requested_amount, 0) as requested, status
                        from tidig.application
                        where call = ? and status in ('RECEIVED', 'REGISTERED', 'UNDER_REVIEW', 'AWAITING_COMPLETION')
                        order by number
                        """)
                .param(call.value())
                .query((row, number) -> new Straggler(
                        Reference.of(row.getString("reference")),
                        row.getString("applicant_name"),
                        Sek.of(row.getBigDecimal("requested")),
                        ApplicationStatus.valueOf(row.getString("status")).swedishName()))
                .list();
    }

    /** The names of all applicants of the call, by reference. */
    public Map<Reference, String> applicants(Reference call) {
        var names = new HashMap<Reference, String>();
        jdbc.sql("select reference, applicant_name from tidig.application where call = ?")
                .param(call.value())
                .query(row -> {
                    names.put(Reference.of(row.getString("reference")), row.getString("applicant_name"));
                });
        return names;
    }
}
