package se.tidig.organisation;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Sha256;

/** The secret links in mails. A link is used once, within 24 hours; the database has only its digest. */
@Repository
public class AccountLinks {

    private static final Duration VALID = Duration.ofHours(24);
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The link's secret for the mail; empty if the mail has no link. Links of earlier attempts remain valid. */
    public Optional<String> secretFor(AccountMail mail) {
        return switch (mail.kind()) {
            case CONFIRM -> Optional.of(create(Purpose.CONFIRM, mail.opening(), null));
            case RESET -> Optional.of(create(Purpose.RESET, null, mail.person()));
            default -> Optional.empty();
        };
    }

    private String create(Purpose purpose, UUID opening, UUID person) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into tidig.account_link (digest, purpose, opening, person, expires_at) values (?, ?, ?, ?, ?)")
                .params(
                        digest(secret),
                        purpose.name(),
                        opening,
                        person,
                        Timestamp.from(clock.instant().plus(VALID)))
                .update();
        return secret;
    }

    /** What the link is about: an opening or a person; empty if the link is unknown, used or too old. */
    Optional<UUID> target(Purpose purpose, String secret) {
        return jdbc.sql("select coalesce(opening, person) from tidig.account_link"
                        + " where digest = ? and purpose = ? and expires_at > ?")
                .params(digest(secret), purpose.name(), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** Uses the link. If two requests use the same link, one of them gets nothing. */
    Optional<UUID> use(Purpose purpose, String secret) {
        return jdbc.sql("delete from tidig.account_link where digest = ? and purpose = ? and expires_at > ?"
                        + " returning coalesce(opening, person)")
                .params(digest(secret), purpose.name(), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** Makes all links to a new password of the person invalid. */
    void forget(UUID person) {
        jdbc.sql("delete from tidig.account_link where person = ?")
                .param(person)
                .update();
    }

    private static String digest(String secret) {
        return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** What a link does. */
    enum Purpose {
        CONFIRM,
        RESET
    }
}
