package se.tidig.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.payment.PaymentAttempt.Answer;
import se.tidig.payment.Receipt.Reception;

/** Every receipt line that has come, also those that changed nothing, and the files that they came in. */
@Repository
public class Receipts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Receipts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Identifies a line, so that a line that is read again is recognised.
     *
     * @param file the file's name and the hash of its content, or the person who told it
     * @param line from 1
     */
    public record Source(String file, int line) {}

    /** A receipt that has come, and what it led to. */
    public record Received(Receipt receipt, Reception reception, Instant at) {}

    boolean isTaken(Source source) {
        return jdbc.sql("select count(*) from tidig.payment_receipt where source = ? and line = ?")
                        .params(source.file(), source.line())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(Receipt receipt, Source source, Reception reception) {
        jdbc.sql(
                        """
                        insert into tidig.payment_receipt
                            (order_key, attempt, status, amount, dated, reason, reception, source, line, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        receipt.order(),
                        receipt.attempt(),
                        receipt.status().name(),
                        receipt.amount().map(Sek::amount).orElse(null),
                        receipt.dated(),
                        receipt.reason(),
                        reception.name(),
                        source.file(),
                        source.line(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Receipts that came before the attempt was recorded as sent, by id, oldest first. */
    Map<Long, Receipt> remembered(MilestoneKey order, int attempt) {
        var remembered = new LinkedHashMap<Long, Receipt>();
        jdbc.sql("select * from tidig.payment_receipt where order_key = ? and attempt = ?"
                        + " and reception = 'REMEMBERED' order by id")
                .params(order.toString(), attempt)
                .query(row -> {
                    remembered.put(row.getLong("id"), receipt(row, 0));
                });
        return remembered;
    }

    /** What a remembered receipt led to. */
    void recall(long id, Reception reception) {
        jdbc.sql("update tidig.payment_receipt set reception = ? where id = ?")
                .params(reception.name(), id)
                .update();
    }

    /** Whether an earlier receipt said that the attempt was rejected, although it was paid. */
    boolean isReturned(MilestoneKey order, int attempt) {
        return jdbc.sql("select exists (select from tidig.payment_receipt where order_key = ? and attempt = ?"
                        + " and status = 'REJECTED' and reception = 'CONTRADICTORY')")
                .params(order.toString(), attempt)
                .query(Boolean.class)
                .single();
    }

    /** A receipt that says that an attempt is paid, although another answer to it was applied before. */
    public Optional<Receipt> settledAnyway(MilestoneKey order) {
        return jdbc.sql("select * from tidig.payment_receipt where order_key = ? and status = 'SETTLED'"
                        + " and reception = 'CONTRADICTORY' order by id limit 1")
                .param(order.toString())
                .query(Receipts::receipt)
                .optional();
    }

    /** All receipts of the order, oldest first. */
    public List<Received> of(MilestoneKey order) {
        return jdbc.sql("select * from tidig.payment_receipt where order_key = ? order by id")
                .param(order.toString())
                .query((row, number) -> new Received(
                        receipt(row, number),
                        Reception.valueOf(row.getString("reception")),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    /** @param message why the file could not be read; null if it could */
    void noteFile(String name, int lines, String message) {
        jdbc.sql("insert into tidig.payment_receipt_file (name, read_at, lines, message) values (?, ?, ?, ?)")
                .params(name, clock.instant().atOffset(ZoneOffset.UTC), lines, message)
                .update();
    }

    private static Receipt receipt(ResultSet row, int number) throws SQLException {
        var amount = row.getBigDecimal("amount");
        return new Receipt(
                row.getString("order_key"),
                row.getInt("attempt"),
                Answer.valueOf(row.getString("status")),
                Optional.ofNullable(amount).map(Sek::of),
                row.getObject("dated", LocalDate.class),
                row.getString("reason"));
    }
}
