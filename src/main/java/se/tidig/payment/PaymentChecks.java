package se.tidig.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checks of conditions that were made; never changed afterwards. */
@Repository
public class PaymentChecks {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final JdbcClient jdbc;

    PaymentChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PaymentCheck check) {
        jdbc.sql("insert into tidig.payment_check (milestone, checked_at, outcome, facts, findings)"
                        + " values (?, ?, ?, cast(? as jsonb), cast(? as jsonb))")
                .params(
                        check.milestone(),
                        check.checkedAt().atOffset(ZoneOffset.UTC),
                        check.outcome().name(),
                        check.facts(),
                        json(check.findings()))
                .update();
    }

    /** The newest check of the payment. */
    public Optional<PaymentCheck> latest(String milestone) {
        return jdbc.sql("select * from tidig.payment_check where milestone = ? order by id desc limit 1")
                .param(milestone)
                .query((row, number) -> new PaymentCheck(
                        row.getString("milestone"),
                        row.getTimestamp("checked_at").toInstant(),
                        PaymentCheck.Outcome.valueOf(row.getString("outcome")),
                        findings(row.getString("findings")),
                        row.getString("facts")))
                .optional();
    }

    /** Whether what is known now is what the check was made of. */
    static boolean isOf(PaymentCheck check, Map<String, Object> facts) {
        try {
            return JSON.readTree(check.facts()).equals(JSON.readTree(json(facts)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not storable as JSON: " + value, e);
        }
    }

    private static List<PaymentFinding> findings(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
