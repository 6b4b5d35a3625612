package se.tidig.register;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.JsonColumn;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.application.ApplicationStatus;
import se.tidig.call.CallStatus;
import se.tidig.decision.DecisionKind;

/** Makes the lines of rows of {@code tidig.case_row}, with the names of people and groups. */
@Component
class CaseLines {

    private static final TypeReference<List<Stored>> WAITS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    CaseLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A wait as it is stored. */
    private record Stored(
            String task,
            String name,
            String process,
            String element,
            String key,
            String board,
            String holder,
            List<String> groups,
            String message,
            Instant since,
            LocalDate due) {}

    /** Makes lines one by one; the names are read once. */
    final class Maker {

        private final Map<String, String> people = names("select id, name from tidig.staff");
        private final Map<String, String> groupNames = names("select id, name from tidig.staff_group");

        CaseLine line(ResultSet row, int number) throws SQLException {
            var kind = CaseKind.ofColumn(row.getString("kind"));
            var officer = row.getString("officer");
            var due = row.getString("due");
            return new CaseLine(
                    Reference.of(row.getString("reference")),
                    Reference.of(row.getString("call")),
                    kind,
                    row.getString("title"),
                    row.getString("applicant"),
                    row.getString("organisation_number"),
                    row.getString("diary_number"),
                    sek(row.getBigDecimal("requested")),
                    sek(row.getBigDecimal("granted")),
                    sek(row.getBigDecimal("paid")),
                    row.getBigDecimal("score"),
                    row.getTimestamp("received_at").toInstant(),
                    kind == CaseKind.CALL
                            ? CallStatus.valueOf(row.getString("status")).swedishName()
                            : ApplicationStatus.valueOf(row.getString("status")).swedishName(),
                    row.getString("decision") == null
                            ? null
                            : DecisionKind.valueOf(row.getString("decision")).swedishName(),
                    officer.isEmpty() ? null : Actor.of(officer),
                    people.getOrDefault(officer, officer),
                    row.getString("stage"),
                    CaseLine.Turn.values()[row.getInt("rank")],
                    due.equals("infinity") ? null : LocalDate.parse(due),
                    waits(row.getString("waits")));
        }

        List<Wait> waits(String json) {
            return JsonColumn.read(json, WAITS).stream().map(this::wait).toList();
        }

        private Wait wait(Stored stored) {
            var asked = stored.groups() == null ? Collections.<String>emptyList() : stored.groups();
            return new Wait(
                    stored.task(),
                    stored.name(),
                    stored.holder(),
                    stored.holder() == null ? null : people.getOrDefault(stored.holder(), stored.holder()),
                    asked,
                    asked.stream()
                            .map(group -> groupNames.getOrDefault(group, group))
                            .toList(),
                    stored.message(),
                    stored.key(),
                    stored.since(),
                    stored.due());
        }

        private static Sek sek(BigDecimal amount) {
            return amount == null ? null : Sek.of(amount);
        }
    }

    Maker maker() {
        return new Maker();
    }

    private Map<String, String> names(String sql) {
        return jdbc.sql(sql).query(rows -> {
            var names = new java.util.HashMap<String, String>();
            while (rows.next()) {
                names.put(rows.getString(1), rows.getString(2));
            }
            return names;
        });
    }
}
