package se.tidig.engine.identity;

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
        return check(id, password, address, register.find(id), Staff::password);
    }

    /**
     * The person who acts for applicants, if the password is right.
     *
     * @throws Unconfirmed if the password is right and the address is not confirmed yet
     */
    public Optional<ApplicantPerson> applicant(String email, String password, String address) {
        var known = applicants.find(email);
        if (known.isEmpty()) {
            if (check(email, password, address, openings.passwordOfOpening(email), Function.identity())
                    .isPresent()) {
                throw new Unconfirmed();
            }
            return Optional.empty();
        }
        var person = check(email, password, address, known, ApplicantPerson::password);
        applicants.noteLogin(known.get().id(), address, person.isPresent());
        return person;
    }

    private <T> Optional<T> check(
            String account, String password, String address, Optional<T> person, Function<T, String> hash) {
        // The worker's password is long and random. A delay would let anybody stop the mails.
        var worker = WorkerAccount.ID.equals(account);
        var state = throttle.state(account, address);
        if (state.mustWait() && !worker) {
            throw new TooManyAttempts();
        }
        if (!passwords.matches(account, password, person.map(hash).orElse(null))) {
            throttle.failed(account, address);
            return Optional.empty();
        }
        if (person.isPresent() && state.toBeNoted()) {
            throttle.succeeded(account, address);
        }
        return person;
    }

    /** The account or the address must wait {@link LoginThrottle#PAUSE} before the next attempt. */
    public static class TooManyAttempts extends RuntimeException {}

    /** The account begins when its owner uses the link in the mail. */
    public static class Unconfirmed extends RuntimeException {}
}
