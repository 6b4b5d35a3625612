package se.tidig.organisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The accounts of people who act for applicants. They log in with their e-mail address, in any letter case. */
@Repository
public class ApplicantAccounts {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;

    ApplicantAccounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** An e-mail address as accounts store it. */
    public static String written(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public Optional<ApplicantPerson> find(String email) {
        return jdbc.sql("select id, email, name, password from tidig.applicant_person where email = ?")
                .param(written(email))
                .query(ApplicantPerson.class)
                .optional();
    }

    public Optional<ApplicantPerson> find(UUID person) {
        return jdbc.sql("select id, email, name, password from tidig.applicant_person where id = ?")
                .param(person)
                .query(ApplicantPerson.class)
                .optional();
    }

    /** Creates a confirmed account; an existing one is left unchanged. */
    public void register(String email, String name, String password) {
        if (find(email).isEmpty()) {
            jdbc.sql("insert into tidig.applicant_person (email, name, password) values (?, ?, ?)"
                            + " on conflict (email) do nothing")
                    .params(written(email), name, passwords.encode(password))
                    .update();
        }
    }

    /**
     * Creates confirmed accounts with the same password, which is hashed once; existing ones are left unchanged.
     *
     * @param names by e-mail address
     */
    public void registerAll(Map<String, String> names, String password) {
        var hash = passwords.encode(password);
        names.forEach((email, name) -> begin(written(email), name, hash));
    }

    /** Creates the account that was asked for, unless the address has one. */
    void begin(String email, String name, String hash) {
        jdbc.sql("insert into tidig.applicant_person (email, name, password) values (?, ?, ?)"
                        + " on conflict (email) do nothing")
                .params(email, name, hash)
                .update();
    }

    void rename(UUID person, String name) {
        jdbc.sql("update tidig.applicant_person set name = ? where id = ?")
                .params(name, person)
                .update();
    }

    void changePassword(UUID person, String hash) {
        jdbc.sql("update tidig.applicant_person set password = ? where id = ?")
                .params(hash, person)
                .update();
    }

    /** Records that somebody has tried to log in as the person. */
    public void noteLogin(UUID person, String address, boolean success) {
        jdbc.sql("insert into tidig.applicant_login (person, at, address, success) values (?, ?, ?, ?)")
                .params(person, Timestamp.from(clock.instant()), address == null ? "" : address, success)
                .update();
    }

    /** Forgets the attempts to log in before the instant. */
    public int forgetLogins(Instant before) {
        return jdbc.sql("delete from tidig.applicant_login where at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    /** The newest attempts to log in as the person, newest first. */
    public List<LoginAttempt> logins(UUID person, int most) {
        return jdbc.sql("select at, address, success from tidig.applicant_login where person = ?"
                        + " order by at desc limit ?")
                .params(person, most)
                .query((row, number) -> new LoginAttempt(
                        row.getTimestamp("at").toInstant(), row.getString("address"), row.getBoolean("success")))
                .list();
    }

    /**
     * Somebody tried to log in.
     *
     * @param address network address; empty if unknown
     * @param success whether the password was right
     */
    public record LoginAttempt(Instant at, String address, boolean success) {}
}
