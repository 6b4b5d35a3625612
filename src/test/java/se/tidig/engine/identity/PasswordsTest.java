package se.tidig.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    /** Tests hash at less cost; this is what people's passwords are kept with. */
    @Test
    void passwordsAreHashedByBcryptAtACostOfTenAtLeast() {
        var hash = Passwords.passwordEncoder().encode("tidig-demo");

        assertThat(hash).matches("\\$2[aby]\\$1\\d\\$.{53}");
    }
}
