package se.tidig.organisation;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The accounts of people who act for applicants. They log in with their e-mail address, in any letter case. */
@Repository
public class ApplicantAccounts {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    ApplicantAccounts(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    public Optional<ApplicantPerson> find(String email) {
        return jdbc.sql("select id, email, name, password from tidig.applicant_person where email = ?")
                .param(email.strip().toLowerCase(Locale.ROOT))
                .query(ApplicantPerson.class)
                .optional();
    }

    /** Creates an account; an existing one is left unchanged. */
    public void register(String email, String name, String password) {
        if (find(email).isEmpty()) {
            jdbc.sql("insert into tidig.applicant_person (email, name, password) values (?, ?, ?)"
                            + " on conflict (email) do nothing")
                    .params(email.strip().toLowerCase(Locale.ROOT), name, passwords.encode(password))
                    .update();
        }
    }
}
