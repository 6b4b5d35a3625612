package se.tidig.prioritisation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Reference;
import se.tidig.Sek;

/** Reads the facts of a call's applications, all at once: there may be thousands. */
@Repository
class Candidates {

    private static final String APPLICATIONS =
            """
            select a.reference, a.received_at, a.requested_amount, a.status in ('ASSESSED', 'PRIORITISED') as assessed,
                r.score, r.grounds, coalesce(e.max_grant, a.requested_amount, 0) as max_grant,
                array(select jsonb_array_elements_text(
                    case jsonb_typeof(a.answers -> 'focusAreas') when 'array' then a.answers -> 'focusAreas'
                    else '[]' end)) as focus_areas
            from tidig.application a
            left join tidig.assessment_result r on r.reference = a.reference
            left join lateral (select max_grant from tidig.eligibility_record e
                where e.reference = a.reference order by e.id desc limit 1) e on true
            """;

    private static final String UNSETTLED = "('RECEIVED', 'REGISTERED', 'UNDER_REVIEW', 'AWAITING_COMPLETION')";

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The assessed applications of the call, and on demand those that are still to be assessed. */
    List<Candidate> of(Reference call, boolean withUnassessed) {
        return jdbc.sql(APPLICATIONS + " where a.call = :call and (a.status in ('ASSESSED', 'PRIORITISED')"
                        + " or :withUnassessed and a.status in " + UNSETTLED + ")")
                .param("call", call.value())
                .param("withUnassessed", withUnassessed)
                .query(Candidates::candidate)
                .list();
    }

    Optional<Candidate> find(Reference reference) {
        return jdbc.sql(APPLICATIONS + " where a.reference = :reference")
                .param("reference", reference.value())
                .query(Candidates::candidate)
                .optional();
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        var assessed = row.getBoolean("assessed");
        var score = row.getBigDecimal("score");
        if (assessed && score == null) {
            throw new IllegalStateException(
                    "Ansökan " + row.getString("reference") + " är bedömd men saknar poäng. Gör om bedömningen.");
        }
        var requested = row.getBigDecimal("requested_amount");
        return new Candidate(
                Reference.of(row.getString("reference")),
                row.getTimestamp("received_at").toInstant(),
                assessed,
                assessed ? score : null,
                assessed ? texts(row.getArray("grounds")) : List.of(),
                requested == null ? Sek.ZERO : Sek.of(requested),
                Sek.of(row.getBigDecimal("max_grant")),
                texts(row.getArray("focus_areas")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
