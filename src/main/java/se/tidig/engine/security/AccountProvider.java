package se.tidig.engine.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import se.tidig.engine.Staff;
import se.tidig.engine.WorkerAccount;
import se.tidig.engine.identity.Login;

/** Logs in to Tidig's own accounts: staff with their id, applicants with their e-mail address. */
@Component
class AccountProvider implements AuthenticationProvider {

    private final Login login;

    AccountProvider(Login login) {
        this.login = login;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = attempt.getName().strip();
        var password = String.valueOf(attempt.getCredentials());
        var address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null;
        var device = attempt.getDetails() instanceof LoginDetails page ? page.device() : null;
        try {
            var who = name.contains("@")
                    ? login.applicant(name, password, address, device)
                            .map(person -> authenticated(person.email(), Role.APPLICANT))
                    : login.staff(name, password, address, device).map(staff -> authenticated(staff.id(), role(staff)));
            who.ifPresent(token -> token.setDetails(attempt.getDetails()));
            return who.orElseThrow(() -> new BadCredentialsException("Fel användarnamn, e-postadress eller lösenord."));
        } catch (Login.Unconfirmed e) {
            throw new DisabledException("Kontot är inte bekräftat än. Öppna länken i mejlet från Tidig först.");
        } catch (Login.TooManyAttempts e) {
            throw new MustWait(e.minutes());
        }
    }

    private static Role role(Staff staff) {
        if (staff.groups().contains(WorkerAccount.GROUP)) {
            return Role.WORKER;
        }
        return staff.firstPassword() ? Role.NEWCOMER : Role.STAFF;
    }

    private static UsernamePasswordAuthenticationToken authenticated(String name, Role role) {
        return UsernamePasswordAuthenticationToken.authenticated(name, null, List.of(role.authority()));
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
