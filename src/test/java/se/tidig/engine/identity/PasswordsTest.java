package se.tidig.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    /** Tests use a cheaper hash; this test checks the one for people's passwords. */
    @Test
    void passwordsAreHashedByBcryptAtACostOfTenAtLeast() {
        var hash = Passwords.passwordEncoder().encode("tidig-demo");

        assertThat(hash).matches("\\$2[aby]\\$1\\d\\$.{53}");
    }
}
