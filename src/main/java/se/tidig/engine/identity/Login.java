package se.tidig.engine.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.WorkerAccount;
import se.tidig.organisation.ApplicantAccountService;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;

/** Checks passwords for the login page, HTTP Basic and the webapps' own log-in form. */
@Service
public class Login {

    private final StaffRegister register;
    private final ApplicantAccounts applicants;
    private final ApplicantAccountService openings;
    private final PasswordCheck passwords;
    private final LoginThrottle throttle;

    Login(
            StaffRegister register,
            ApplicantAccounts applicants,
            ApplicantAccountService openings,
            PasswordCheck passwords,
            LoginThrottle throttle) {
        this.register = register;
        this.applicants = applicants;
        this.openings = openings;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * The member of staff, if the password is right.
     *
     * @param address the network address the attempt comes from
     * @throws TooManyAttempts if the account or the address must wait; the password is not checked
     */
    public Optional<Staff> staff(String id, String password, String address) {
        return staff(id, password, address, null);
    }

    /** @param device the browser, if it has been used for a log-in before; otherwise null */
    public Optional<Staff> staff(String id, String password, String address, String device) {
        return check(id, password, place(id, address, device), register.find(id), Staff::password);
    }

    /**
     * The person who acts for applicants, if the password is right.
     *
     * @param device the browser, if it has been used for a log-in before; otherwise null
     * @throws Unconfirmed if the password is right and the address is not confirmed yet
     */
    public Optional<ApplicantPerson> applicant(String email, String password, String address, String device) {
        var place = place(email, address, device);
        var known = applicants.find(email);
        if (known.isEmpty()) {
            if (check(email, password, place, openings.passwordOfOpening(email), Function.identity())
                    .isPresent()) {
                throw new Unconfirmed();
            }
            return Optional.empty();
        }
        var person = check(email, password, place, known, ApplicantPerson::password);
        applicants.noteLogin(known.get().id(), address, person.isPresent());
        return person;
    }

    private String place(String account, String address, String device) {
        return device == null ? address : throttle.place(account, address, device);
    }

    private <T> Optional<T> check(
            String account, String password, String place, Optional<T> person, Function<T, String> hash) {
        // The worker's password is long and random. A delay would let anybody stop the mails.
        var worker = WorkerAccount.ID.equals(account);
        var state = throttle.state(account, place);
        if (!state.toWait().isZero() && !worker) {
            throw new TooManyAttempts(state.toWait());
        }
        if (!passwords.matches(account, password, person.map(hash).orElse(null))) {
            throttle.failed(account, place);
            return Optional.empty();
        }
        if (person.isPresent() && state.toBeNoted()) {
            throttle.succeeded(account, place);
        }
        return person;
    }

    /** The address must wait before the next attempt at the account. */
    public static class TooManyAttempts extends RuntimeException {

        private final transient Duration wait;

        TooManyAttempts(Duration wait) {
            this.wait = wait;
        }

        /** How long to wait in whole minutes, at least one. */
        public long minutes() {
            return Math.max(1, wait.plusSeconds(59).toMinutes());
        }
    }

    /** The account begins when its owner uses the link in the mail. */
    public static class Unconfirmed extends RuntimeException {}
}
