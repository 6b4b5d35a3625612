package se.tidig.engine.security;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.tidig.engine.ConditionalOnRole;
import se.tidig.organisation.ApplicantAccounts;

/** Forgets applicants' log-ins that are older than they may be kept, on nodes that run workers. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnRole("worker")
class OldLoginPoller {

    private final ApplicantAccounts accounts;
    private final Duration kept;
    private final Clock clock;

    OldLoginPoller(ApplicantAccounts accounts, @Value("${tidig.logins.kept-days}") int days, Clock clock) {
        this.accounts = accounts;
        this.kept = Duration.ofDays(days);
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    void poll() {
        accounts.forgetLogins(clock.instant().minus(kept));
    }
}
