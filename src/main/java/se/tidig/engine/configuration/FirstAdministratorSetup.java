package se.tidig.engine.configuration;

import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.organisation.Board;

/**
 * Creates the first administrator if there is none: the account {@code admin} with the password of {@code
 * tidig.admin.password}, which only lets the person choose their own. If there is an administrator, the setting has no
 * effect.
 */
@Component
@ConditionalOnProperty(name = "tidig.demo", havingValue = "false")
class FirstAdministratorSetup implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorSetup.class);
    private static final String ID = "admin";

    private final StaffRegister register;
    private final PasswordEncoder passwords;
    private final String password;

    FirstAdministratorSetup(
            StaffRegister register, PasswordEncoder passwords, @Value("${tidig.admin.password:}") String password) {
        this.register = register;
        this.passwords = passwords;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (register.all().stream().anyMatch(person -> person.isIn(StaffGroup.ADMINISTRATORS))) {
            return;
        }
        if (password.isBlank()) {
            LOG.warn(
                    "Ingen är administratör, så ingen kan lägga upp konton. Starta en gång med tidig.admin.password; "
                            + "logga in som {} med det lösenordet och välj ett eget.",
                    ID);
            return;
        }
        register.save(new Staff(
                ID,
                "Administratör",
                "admin@localhost",
                passwords.encode(password),
                Set.of(StaffGroup.ADMINISTRATORS.id()),
                EnumSet.allOf(Board.class),
                true,
                true));
        LOG.info("Kontot {} är administratör, med lösenordet i tidig.admin.password tills ett eget är valt.", ID);
    }
}
