package se.tidig;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The same hash at its lowest cost, because tests log in hundreds of times and none tests its slowness. */
@TestConfiguration(proxyBeanMethods = false)
class QuickPasswords {

    private static final int LEAST = 4;

    @Bean
    @Primary
    static PasswordEncoder quickPasswordEncoder() {
        return new BCryptPasswordEncoder(LEAST);
    }
}
