package se.tidig.engine.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down those who guess passwords. Failures are counted by account and address together, by address, and by account.
 * Whoever guesses at an account from one address must wait there; a person who has logged in from an address before is
 * not locked out of it by what strangers do elsewhere or colleagues do there. Kept in the database, so that it holds
 * across nodes and restarts.
 */
@Component
public class LoginThrottle {

    /** Failures at one account from one address before that address must wait for that account. */
    public static final int ACCOUNT_LIMIT = 10;

    /** Failures from one address, which a whole office may share, before it must wait. */
    public static final int ADDRESS_LIMIT = 50;

    /** Failures at one account from all addresses before it must wait where its person is not known. */
    public static final int EVERYWHERE_LIMIT = 100;

    /** How long after the last failure. */
    public static final Duration PAUSE = Duration.ofMinutes(10);

    /** How long a log-in makes an address known. */
    private static final Duration KNOWN = Duration.ofDays(90);

    /** A log-in is noted once a day: HTTP Basic logs in with every request. */
    private static final Duration NOTED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is known of the account at the address. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public State state(String account, String address) {
        var failures = new HashMap<String, Integer>();
        jdbc.sql("select source, failures from tidig.login_failure where source in (?, ?, ?) and last_at > ?")
                .params(
                        both(account, address),
                        address(address),
                        account(account),
                        Timestamp.from(clock.instant().minus(PAUSE)))
                .query(row -> {
                    failures.put(row.getString("source"), row.getInt("failures"));
                });
        var here = failures.getOrDefault(both(account, address), 0);
        var knownAt = knownAt(account, address);
        var known = knownAt.filter(clock.instant().minus(KNOWN)::isBefore).isPresent();
        return new State(
                here > 0
                        || knownAt.filter(clock.instant().minus(NOTED)::isBefore)
                                .isEmpty(),
                here >= ACCOUNT_LIMIT
                        || !known
                                && (failures.getOrDefault(address(address), 0) >= ADDRESS_LIMIT
                                        || failures.getOrDefault(account(account), 0) >= EVERYWHERE_LIMIT));
    }

    private Optional<Instant> knownAt(String account, String address) {
        return jdbc.sql("select last_at from tidig.known_address where account = ? and address = ?")
                .params(name(account), address)
                .query((row, number) -> row.getTimestamp("last_at").toInstant())
                .optional();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String account, String address) {
        count(both(account, address));
        count(address(address));
        count(account(account));
    }

    /**
     * The account's failures at the address are forgotten; the address's are not, or an own account would buy guesses at
     * others.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String account, String address) {
        jdbc.sql("delete from tidig.login_failure where source in (?, ?)")
                .params(both(account, address), account(account))
                .update();
        jdbc.sql(
                        """
                        insert into tidig.known_address (account, address, last_at) values (?, ?, ?)
                        on conflict (account, address) do update set last_at = excluded.last_at
                        """)
                .params(name(account), address, Timestamp.from(clock.instant()))
                .update();
    }

    private void count(String source) {
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into tidig.login_failure as old (source, failures, last_at) values (:source, 1, :now)
                        on conflict (source) do update set last_at = :now,
                            failures = case when old.last_at > :expired then old.failures + 1 else 1 end
                        """)
                .param("source", source)
                .param("now", Timestamp.from(now))
                .param("expired", Timestamp.from(now.minus(PAUSE)))
                .update();
    }

    private static String name(String account) {
        return account.strip().toLowerCase(Locale.ROOT);
    }

    private static String account(String account) {
        return "account:" + name(account);
    }

    private static String address(String address) {
        return "address:" + address;
    }

    private static String both(String account, String address) {
        return "account at " + address + ":" + name(account);
    }

    /**
     * @param toBeNoted whether a success has something to forget or to note
     * @param mustWait whether the next attempt is refused unseen
     */
    public record State(boolean toBeNoted, boolean mustWait) {}
}
