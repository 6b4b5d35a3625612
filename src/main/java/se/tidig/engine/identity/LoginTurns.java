package se.tidig.engine.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of addresses that want to try the password of an account that is being guessed at. Each address has one
 * turn at a time, and each turn is one attempt. The account's person waits in the queue once and then gets in, however
 * many guesses others make; the guesses are limited because the turns come one after another.
 */
@Component
class LoginTurns {

    /** An address waits at least this long for its turn. */
    static final Duration LEAST = Duration.ofMinutes(1);

    /** The time between two turns: 1,200 guesses an hour from all addresses together. */
    static final Duration STEP = Duration.ofSeconds(3);

    /**
     * No address waits longer, however many are in the queue. More than 600 addresses therefore have more turns
     * together than one for each {@link #STEP}, but each of them has two an hour.
     */
    static final Duration MOST = Duration.ofMinutes(30);

    /** How long a turn that has come may be used. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginTurns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long the address must wait for its turn; zero if it has come, and this call uses it. */
    @Transactional
    public Duration take(String account, String address) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("login turns of " + account)
                .query(row -> {});
        var now = clock.instant();
        forgetUnused(now);
        var used = jdbc.sql(
                        "delete from tidig.login_turn where account = ? and address = ? and due_at <= ? returning due_at")
                .params(account, address, Timestamp.from(now))
                .query((row, number) -> row.getTimestamp("due_at").toInstant())
                .optional();
        if (used.filter(now.minus(KEPT)::isBefore).isPresent()) {
            return Duration.ZERO;
        }
        return Duration.between(now, dueAt(account, address).orElseGet(() -> queue(account, address, now)));
    }

    /** Of all accounts, because nobody may ask for a made-up one again. */
    private void forgetUnused(Instant now) {
        jdbc.sql(
                        """
                        delete from tidig.login_turn where (account, address) in (
                            select account, address from tidig.login_turn where due_at <= ?
                            order by due_at limit 100 for update skip locked)
                        """)
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
    }

    private Optional<Instant> dueAt(String account, String address) {
        return jdbc.sql("select due_at from tidig.login_turn where account = ? and address = ?")
                .params(account, address)
                .query((row, number) -> row.getTimestamp("due_at").toInstant())
                .optional();
    }

    private Instant queue(String account, String address, Instant now) {
        var soonest = now.plus(LEAST);
        var latest = now.plus(MOST);
        var due = jdbc.sql("select max(due_at) as last from tidig.login_turn where account = ?")
                .param(account)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp("last")))
                .single()
                .map(last -> last.toInstant().plus(STEP))
                .filter(soonest::isBefore)
                .map(wanted -> wanted.isAfter(latest) ? latest : wanted)
                .orElse(soonest);
        jdbc.sql("insert into tidig.login_turn (account, address, due_at) values (?, ?, ?)")
                .params(account, address, Timestamp.from(due))
                .update();
        return due;
    }
}
