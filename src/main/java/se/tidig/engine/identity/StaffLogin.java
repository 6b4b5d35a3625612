package se.tidig.engine.identity;

import java.util.Optional;
import org.springframework.stereotype.Service;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;

/** Checks the passwords of staff, for every road in: the login page, HTTP Basic and the engine's own check. */
@Service
public class StaffLogin {

    private final StaffRegister register;
    private final PasswordCheck passwords;

    StaffLogin(StaffRegister register, PasswordCheck passwords) {
        this.register = register;
        this.passwords = passwords;
    }

    /** The person, where the password is theirs. */
    public Optional<Staff> check(String id, String password) {
        var staff = register.find(id);
        var hash = staff.map(Staff::password).orElse(null);
        return passwords.matches(id, password, hash) ? staff : Optional.empty();
    }
}
