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
import se.tidig.engine.AttemptLimit;

/**
 * Slows down those who guess passwords. Failures are counted per account and address together, per address, and per
 * account. A person who guesses an account's password from one address must wait there. A person who has logged in from
 * an address before is not held up there by failures from other addresses, or by colleagues' failures at the same
 * address. The same is true of a browser that a person has logged in with, wherever it is. At an address that is new to the account, a person waits at most {@link LoginTurns#MOST}, so nobody is
 * locked out by strangers. The counts are in the database, so they are valid on all nodes and after restarts.
 */
@Component
public class LoginThrottle implements AttemptLimit {

    /** Failures at one account from one address before that address must wait for that account. */
    public static final int ACCOUNT_LIMIT = 10;

    /** Failures from one IP address before it must wait; a whole office may share one address. */
    public static final int ADDRESS_LIMIT = 50;

    /** Failures at one account from all addresses before addresses that it has not logged in from must queue. */
    public static final int EVERYWHERE_LIMIT = 100;

    /** How long to wait after the last failure. */
    public static final Duration PAUSE = Duration.ofMinutes(10);

    /** How long an address is known after a log-in. */
    private static final Duration KNOWN = Duration.ofDays(90);

    /** A log-in is recorded once a day, because HTTP Basic logs in with every request. */
    private static final Duration NOTED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoginTurns turns;

    LoginThrottle(JdbcClient jdbc, Clock clock, LoginTurns turns) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.turns = turns;
    }

    /**
     * Whether the account's password may be tried at the address now. If the address has a turn in the queue of the
     * account, it is used.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public State state(String givenAccount, String givenAddress) {
        var account = name(givenAccount);
        var address = ClientNetwork.of(givenAddress);
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
        var toBeNoted = here > 0
                || knownAt.filter(clock.instant().minus(NOTED)::isBefore).isEmpty();
        if (here >= ACCOUNT_LIMIT || !known && failures.getOrDefault(address(address), 0) >= ADDRESS_LIMIT) {
            return new State(toBeNoted, PAUSE);
        }
        var guessedAt = failures.getOrDefault(account(account), 0) >= EVERYWHERE_LIMIT;
        return new State(toBeNoted, guessedAt && !known ? turns.take(account, address) : Duration.ZERO);
    }

    /**
     * Where an attempt at the account counts as made: at the device, if the person has logged in with it before, or else
     * at the address. So nobody at the same address holds up the person's own device.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public String place(String account, String address, String device) {
        var known = knownAt(name(account), device)
                .filter(clock.instant().minus(KNOWN)::isBefore)
                .isPresent();
        return known ? device : address;
    }

    /** The person has logged in with the device. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void remember(String account, String device) {
        note(name(account), device);
    }

    private Optional<Instant> knownAt(String account, String address) {
        return jdbc.sql("select last_at from tidig.known_address where account = ? and address = ?")
                .params(account, address)
                .query((row, number) -> row.getTimestamp("last_at").toInstant())
                .optional();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String givenAccount, String givenAddress) {
        var account = name(givenAccount);
        var address = ClientNetwork.of(givenAddress);
        count(both(account, address));
        count(address(address));
        count(account(account));
        forgetExpired();
    }

    private void forgetExpired() {
        jdbc.sql(
                        """
                        delete from tidig.login_failure where source in (
                            select source from tidig.login_failure where last_at <= ?
                            order by last_at limit 100 for update skip locked)
                        """)
                .param(Timestamp.from(clock.instant().minus(PAUSE)))
                .update();
    }

    /**
     * Clears the failures of the account at this address. The failures of the address and of the account in all remain;
     * otherwise each log-in of the account's person, or to one's own account, would allow more guesses.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String givenAccount, String givenAddress) {
        var account = name(givenAccount);
        var address = ClientNetwork.of(givenAddress);
        jdbc.sql("delete from tidig.login_failure where source = ?")
                .param(both(account, address))
                .update();
        note(account, address);
    }

    private void note(String account, String address) {
        jdbc.sql("delete from tidig.known_address where account = ? and last_at <= ?")
                .params(account, Timestamp.from(clock.instant().minus(KNOWN)))
                .update();
        jdbc.sql(
                        """
                        insert into tidig.known_address (account, address, last_at) values (?, ?, ?)
                        on conflict (account, address) do update set last_at = excluded.last_at
                        """)
                .params(account, address, Timestamp.from(clock.instant()))
                .update();
    }

    /** Counts separately from failed log-ins, so that an office that opens many accounts can still log in. */
    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean isExceeded(String act, String address) {
        return count(act + " from " + ClientNetwork.of(address)) > ATTEMPTS;
    }

    private int count(String source) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        insert into tidig.login_failure as old (source, failures, last_at) values (:source, 1, :now)
                        on conflict (source) do update set last_at = :now,
                            failures = case when old.last_at > :expired then old.failures + 1 else 1 end
                        returning failures
                        """)
                .param("source", source)
                .param("now", Timestamp.from(now))
                .param("expired", Timestamp.from(now.minus(PAUSE)))
                .query(Integer.class)
                .single();
    }

    private static String name(String account) {
        return account.strip().toLowerCase(Locale.ROOT);
    }

    private static String account(String account) {
        return "account:" + account;
    }

    private static String address(String address) {
        return "address:" + address;
    }

    private static String both(String account, String address) {
        return "account at " + address + ":" + account;
    }

    /**
     * @param toBeNoted whether a successful log-in has something to clear or to record
     * @param toWait how long the next attempt must wait; zero if the password is checked now
     */
    public record State(boolean toBeNoted, Duration toWait) {}
}
