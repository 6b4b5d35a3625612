package se.tidig.payment;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.JsonColumn;
import se.tidig.MilestoneKey;

/** The checks of conditions; a stored check is never changed. */
@Repository
public class PaymentChecks {

    private final JdbcClient jdbc;

    PaymentChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PaymentCheck check) {
        jdbc.sql("insert into tidig.payment_check (milestone, checked_at, outcome, facts, findings)"
                        + " values (?, ?, ?, cast(? as jsonb), cast(? as jsonb))")
                .params(
                        check.milestone().toString(),
                        check.checkedAt().atOffset(ZoneOffset.UTC),
                        check.outcome().name(),
                        check.facts(),
                        JsonColumn.text(check.findings()))
                .update();
    }

    /** The latest check of the payment. */
    public Optional<PaymentCheck> latest(MilestoneKey milestone) {
        return jdbc.sql("select * from tidig.payment_check where milestone = ? order by id desc limit 1")
                .param(milestone.toString())
                .query((row, number) -> new PaymentCheck(
                        MilestoneKey.of(row.getString("milestone")),
                        row.getTimestamp("checked_at").toInstant(),
                        PaymentCheck.Outcome.valueOf(row.getString("outcome")),
                        JsonColumn.read(row.getString("findings"), new TypeReference<List<PaymentFinding>>() {}),
                        row.getString("facts")))
                .optional();
    }

    /** Whether the facts known now are those of the check. */
    static boolean isOf(PaymentCheck check, Map<String, Object> facts) {
        return JsonColumn.holds(check.facts(), facts);
    }
}
