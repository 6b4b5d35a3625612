package se.tidig.notification;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.tidig.engine.ConditionalOnRole;

/** Sends mails about accounts within seconds, on nodes that run workers. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnRole("worker")
class AccountMailPoller {

    private final AccountMailService mails;

    AccountMailPoller(AccountMailService mails) {
        this.mails = mails;
    }

    @Scheduled(fixedDelay = 2000)
    void poll() {
        mails.sendWaiting();
    }
}
