package se.tidig.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.JsonColumn;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.eligibility.EligibilityFinding;

/** The checks of conditions; a stored check is never changed. */
@Repository
public class EligibilityRecords {

    private final JdbcClient jdbc;
    private volatile Map<String, String> names;

    EligibilityRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(EligibilityRecord check) {
        jdbc.sql(
                        """
                        insert into tidig.eligibility_record (reference, board, checked_at, facts, findings, outcome,
                            max_grant, eligible_cost, deployment, table_version, matched, completion)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        check.reference().value(),
                        check.reference().board(),
                        check.checkedAt().atOffset(ZoneOffset.UTC),
                        JsonColumn.of(check.facts()),
                        JsonColumn.of(check.findings()),
                        check.outcome(),
                        check.maxGrant().amount(),
                        check.eligibleCost().amount(),
                        check.table().deployment(),
                        check.table().version(),
                        JsonColumn.of(check.matched()),
                        JsonColumn.of(check.completion().asRow()))
                .update();
    }

    /** The latest check of the case. */
    public Optional<EligibilityRecord> latest(Reference reference) {
        return jdbc.sql("select * from tidig.eligibility_record where reference = ? order by id desc limit 1")
                .param(reference.value())
                .query(this::record)
                .optional();
    }

    /** @throws IllegalStateException if the conditions have not been checked */
    public EligibilityRecord get(Reference reference) {
        return latest(reference)
                .orElseThrow(() ->
                        new IllegalStateException("Villkoren i ärendet " + reference + " är inte kontrollerade ännu."));
    }

    /** Every check of the case, oldest first. */
    public List<EligibilityRecord> of(Reference reference) {
        return jdbc.sql("select * from tidig.eligibility_record where reference = ? order by id")
                .param(reference.value())
                .query(this::record)
                .list();
    }

    private EligibilityRecord record(ResultSet row, int number) throws SQLException {
        return new EligibilityRecord(
                Reference.of(row.getString("reference")),
                row.getTimestamp("checked_at").toInstant(),
                JsonColumn.map(row.getString("facts")),
                JsonColumn.rows(row.getString("findings")).stream()
                        .map(this::finding)
                        .toList(),
                row.getString("outcome"),
                Sek.of(row.getBigDecimal("max_grant")),
                Sek.of(row.getBigDecimal("eligible_cost")),
                new EligibilityRecord.TableVersion(
                        row.getString("deployment"), (Integer) row.getObject("table_version")),
                matched(row.getString("matched")),
                CompletionTerms.of(JsonColumn.map(row.getString("completion"))));
    }

    private static Map<String, List<String>> matched(String json) {
        var matched = new LinkedHashMap<String, List<String>>();
        JsonColumn.map(json)
                .forEach((table, rules) -> matched.put(
                        table, ((List<?>) rules).stream().map(String::valueOf).toList()));
        return matched;
    }

    private EligibilityFinding finding(Map<String, Object> row) {
        var code = (String) row.get("code");
        var name = (String) row.get("name");
        return new EligibilityFinding(
                code,
                name == null || name.equals(code) ? unnamed().get(code) : name,
                EligibilityFinding.Effect.valueOf((String) row.get("effect")),
                (String) row.get("paragraph"),
                (String) row.get("reason"),
                (String) row.get("decisionReason"),
                row.get("questions") instanceof List<?> keys
                        ? keys.stream().map(String::valueOf).toList()
                        : List.of(),
                (String) row.get("englishName"),
                (String) row.get("englishReason"));
    }

    /** Names of findings, for cases whose table is older than the names in the table itself. */
    private Map<String, String> unnamed() {
        if (names == null) {
            var found = new HashMap<String, String>();
            jdbc.sql("select code, name from tidig.finding_name").query(row -> {
                found.put(row.getString("code"), row.getString("name"));
            });
            names = found;
        }
        return names;
    }
}
