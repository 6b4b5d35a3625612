package se.tidig.organisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails about accounts and organisations: written in the transaction that they tell of, sent by a worker. A mail is
 * sent once; only if Tidig is killed between the mail server's acceptance and {@link #sent} is it sent again.
 */
@Repository
public class AccountMails {

    /** The most mails that visitors can make Tidig send to one address within an hour. */
    private static final int MOST_AN_HOUR = 5;

    /** Longer than a mail server may take, so that no second worker sends the same mail meanwhile. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** After that, nobody waits for the mail any longer. */
    private static final Duration GIVE_UP = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a visitor may make Tidig write to the address, which may be another person's. */
    public boolean mayWrite(String recipient) {
        return jdbc.sql("select count(*) from tidig.account_mail where recipient = ? and asked_at > ?")
                        .params(recipient, Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                        .query(Integer.class)
                        .single()
                < MOST_AN_HOUR;
    }

    void toOpening(UUID opening, String recipient, Locale language) {
        add(AccountMail.Kind.CONFIRM, recipient, language, opening, null);
    }

    void toPerson(AccountMail.Kind kind, ApplicantPerson person, Locale language, String... names) {
        add(kind, person.email(), language, null, person.id(), names);
    }

    /** Writes to an address that may have no account. */
    public void toAddress(AccountMail.Kind kind, String recipient, Locale language, String... names) {
        add(kind, recipient, language, null, null, names);
    }

    private void add(
            AccountMail.Kind kind, String recipient, Locale language, UUID opening, UUID person, String... names) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        insert into tidig.account_mail
                            (kind, recipient, language, opening, person, names, asked_at, next_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(kind.name(), recipient, language.toLanguageTag(), opening, person, names, now, now)
                .update();
    }

    /** Takes the mail that has waited longest; it is tried again later unless it is told to be {@link #sent}. */
    @Transactional
    public Optional<AccountMail> take() {
        var now = clock.instant();
        var mail = jdbc.sql(
                        """
                        select id, kind, recipient, language, opening, person, names, attempts from tidig.account_mail
                        where sent_at is null and next_at <= ? and asked_at > ?
                        order by next_at limit 1 for update skip locked
                        """)
                .params(Timestamp.from(now), Timestamp.from(now.minus(GIVE_UP)))
                .query((row, number) -> new AccountMail(
                        row.getObject("id", UUID.class),
                        AccountMail.Kind.valueOf(row.getString("kind")),
                        row.getString("recipient"),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getObject("opening", UUID.class),
                        row.getObject("person", UUID.class),
                        List.of((String[]) row.getArray("names").getArray()),
                        row.getInt("attempts")))
                .optional();
        mail.ifPresent(
                taken -> jdbc.sql("update tidig.account_mail set attempts = attempts + 1, next_at = ? where id = ?")
                        .params(Timestamp.from(next(now, taken.attempts())), taken.id())
                        .update());
        return mail;
    }

    private static Instant next(Instant now, int attempts) {
        var pause = LEASE.multipliedBy(1L << Math.min(attempts, 5));
        return now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /** The mail server has accepted the mail. */
    public void sent(AccountMail mail) {
        jdbc.sql("update tidig.account_mail set sent_at = ?, failure = null where id = ?")
                .params(Timestamp.from(clock.instant()), mail.id())
                .update();
    }

    public void failed(AccountMail mail, String why) {
        jdbc.sql("update tidig.account_mail set failure = ? where id = ?")
                .params(why, mail.id())
                .update();
    }
}
