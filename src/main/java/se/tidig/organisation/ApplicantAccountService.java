package se.tidig.organisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.organisation.AccountLinks.Purpose;

/**
 * Opens and changes the accounts of people who act for applicants. What a visitor asks for gets the same answer whether
 * or not the address has an account; the mail says the rest, so nobody learns who has an account.
 */
@Service
public class ApplicantAccountService {

    private final ApplicantAccounts accounts;
    private final AccountLinks links;
    private final AccountMails mails;
    private final PasswordEncoder passwords;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApplicantAccountService(
            ApplicantAccounts accounts,
            AccountLinks links,
            AccountMails mails,
            PasswordEncoder passwords,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.mails = mails;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An account that waits for its address to be confirmed. */
    private record Opening(UUID id, String email, String name, String password) {}

    /** Asks for an account; the address gets a mail with the link that opens it, or one that says that it has one. */
    @Transactional
    public void ask(String email, String name, String password, Locale language) {
        // Hashes also if the address has an account, because the time of the answer would otherwise reveal it.
        var hash = passwords.encode(password);
        var address = ApplicantAccounts.written(email);
        if (!mails.mayWrite(address)) {
            return;
        }
        var known = accounts.find(address);
        if (known.isPresent()) {
            mails.toPerson(AccountMail.Kind.EXISTS, known.get(), language);
            return;
        }
        var opening = UUID.randomUUID();
        jdbc.sql("insert into tidig.account_opening (id, email, name, password, asked_at) values (?, ?, ?, ?, ?)")
                .params(opening, address, name, hash, Timestamp.from(clock.instant()))
                .update();
        mails.toOpening(opening, address, language);
    }

    /**
     * The account of a person whose address a log-in service has verified; made if there is none, with a password that
     * nobody knows.
     *
     * @param name as the service gives it; null if it gives none
     */
    @Transactional
    public ApplicantPerson signedOn(String email, String name) {
        var address = ApplicantAccounts.written(email);
        if (accounts.find(address).isEmpty()) {
            accounts.begin(
                    address,
                    PlainName.read(name).map(PlainName::text).orElse(address),
                    passwords.encode(UUID.randomUUID().toString()));
            jdbc.sql("delete from tidig.account_opening where email = ?")
                    .param(address)
                    .update();
        }
        return accounts.find(address).orElseThrow();
    }

    /** Sends the link that opens the account once more. */
    @Transactional
    public void sendLinkAgain(String email, Locale language) {
        var address = ApplicantAccounts.written(email);
        if (!mails.mayWrite(address)) {
            return;
        }
        accounts.find(address)
                .ifPresentOrElse(
                        person -> mails.toPerson(AccountMail.Kind.EXISTS, person, language),
                        () -> newestOpening(address)
                                .ifPresent(opening -> mails.toOpening(opening.id(), address, language)));
    }

    /** Sends a link to a new password, or, if the account is not open yet, the link that opens it. */
    @Transactional
    public void forgotPassword(String email, Locale language) {
        var address = ApplicantAccounts.written(email);
        if (!mails.mayWrite(address)) {
            return;
        }
        accounts.find(address)
                .ifPresentOrElse(
                        person -> mails.toPerson(AccountMail.Kind.RESET, person, language), () -> newestOpening(address)
                                .ifPresent(opening -> mails.toOpening(opening.id(), address, language)));
    }

    /** The hash of the password that was chosen for an account that is not open yet. */
    public Optional<String> passwordOfOpening(String email) {
        return newestOpening(ApplicantAccounts.written(email)).map(Opening::password);
    }

    private Optional<Opening> newestOpening(String address) {
        return jdbc.sql("select id, email, name, password from tidig.account_opening where email = ?"
                        + " order by asked_at desc limit 1")
                .param(address)
                .query(Opening.class)
                .optional();
    }

    /** Whether the link can still open an account. */
    public boolean canConfirm(String secret) {
        return links.target(Purpose.CONFIRM, secret).isPresent();
    }

    /** Opens the account of the link. False if the link is used or too old. */
    @Transactional
    public boolean confirm(String secret) {
        var opening = links.use(Purpose.CONFIRM, secret)
                .flatMap(id -> jdbc.sql("select id, email, name, password from tidig.account_opening where id = ?")
                        .param(id)
                        .query(Opening.class)
                        .optional());
        opening.ifPresent(asked -> {
            accounts.begin(asked.email(), asked.name(), asked.password());
            // Other links to the same address open nothing: they may have a stranger's password.
            jdbc.sql("delete from tidig.account_opening where email = ?")
                    .param(asked.email())
                    .update();
        });
        return opening.isPresent();
    }

    /** The person who may choose a new password with the link. */
    public Optional<ApplicantPerson> resetBy(String secret) {
        return links.target(Purpose.RESET, secret).flatMap(accounts::find);
    }

    /** Replaces the password with the link's help. False if the link is used or too old. */
    @Transactional
    public boolean reset(String secret, String chosen, Locale language) {
        var person = links.use(Purpose.RESET, secret).flatMap(accounts::find);
        person.ifPresent(known -> changePassword(known, chosen, language));
        return person.isPresent();
    }

    /** Replaces the password, which ends all sessions of the person, and tells the person. */
    @Transactional
    public void changePassword(ApplicantPerson person, String chosen, Locale language) {
        accounts.changePassword(person.id(), passwords.encode(chosen));
        links.forget(person.id());
        mails.toPerson(AccountMail.Kind.CHANGED, person, language);
    }

    @Transactional
    public void rename(ApplicantPerson person, String name) {
        accounts.rename(person.id(), name);
    }
}
