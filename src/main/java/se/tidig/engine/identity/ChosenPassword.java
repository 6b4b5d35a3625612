package se.tidig.engine.identity;

import org.springframework.stereotype.Service;
import se.tidig.engine.OwnPassword;
import se.tidig.engine.StaffAccountService;

/** Checks the current password like a log-in, with the same delay for people who guess. */
@Service
class ChosenPassword implements OwnPassword {

    private final Login login;
    private final StaffAccountService accounts;

    ChosenPassword(Login login, StaffAccountService accounts) {
        this.login = login;
        this.accounts = accounts;
    }

    @Override
    public Outcome choose(String person, String current, String chosen, String address) {
        try {
            if (login.staff(person, current, address).isEmpty()) {
                return Outcome.NOT_CURRENT;
            }
        } catch (Login.TooManyAttempts e) {
            return Outcome.MUST_WAIT;
        }
        accounts.choosePassword(person, chosen);
        return Outcome.CHOSEN;
    }

    @Override
    public Outcome checkApplicant(String email, String current, String address) {
        try {
            return login.applicant(email, current, address, null).isEmpty() ? Outcome.NOT_CURRENT : Outcome.CHOSEN;
        } catch (Login.TooManyAttempts e) {
            return Outcome.MUST_WAIT;
        }
    }
}
