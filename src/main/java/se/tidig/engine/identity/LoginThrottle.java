package se.tidig.engine.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down those who guess passwords: after too many failures in a row an account, or a network address, must wait
 * before the next attempt. Kept in the database, so that it holds across nodes and restarts.
 */
@Component
public class LoginThrottle {

    /** Failures of one account before it must wait. */
    public static final int ACCOUNT_LIMIT = 10;

    /** Failures from one address, which a whole office may share, before it must wait. */
    public static final int ADDRESS_LIMIT = 50;

    /** How long after the last failure. */
    public static final Duration PAUSE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is known of the two; the address may be null where it is not known. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public State state(String account, String address) {
        var failures = new HashMap<String, Integer>();
        jdbc.sql("select source, failures from tidig.login_failure where source in (?, ?) and last_at > ?")
                .params(
                        account(account),
                        address(address),
                        Timestamp.from(clock.instant().minus(PAUSE)))
                .query(row -> {
                    failures.put(row.getString("source"), row.getInt("failures"));
                });
        var ofAccount = failures.getOrDefault(account(account), 0);
        var ofAddress = address == null ? 0 : failures.getOrDefault(address(address), 0);
        return new State(ofAccount > 0, ofAccount >= ACCOUNT_LIMIT || ofAddress >= ADDRESS_LIMIT);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String account, String address) {
        count(account(account));
        if (address != null) {
            count(address(address));
        }
    }

    /** The account's failures are forgotten; the address's are not, or an own account would buy guesses at others. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String account) {
        jdbc.sql("delete from tidig.login_failure where source = ?")
                .param(account(account))
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

    private static String account(String name) {
        return "account:" + name.strip().toLowerCase(Locale.ROOT);
    }

    private static String address(String address) {
        return "address:" + address;
    }

    /**
     * @param failedBefore whether the account has failures to forget
     * @param mustWait whether the next attempt is refused unseen
     */
    public record State(boolean failedBefore, boolean mustWait) {}
}
