package se.tidig;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The same hash at its least cost: hundreds of log-ins, right and wrong, are tested, none of them for its slowness. */
@TestConfiguration(proxyBeanMethods = false)
class QuickPasswords {

    private static final int LEAST = 4;

    @Bean
    @Primary
    static PasswordEncoder quickPasswordEncoder() {
        return new BCryptPasswordEncoder(LEAST);
    }
}
