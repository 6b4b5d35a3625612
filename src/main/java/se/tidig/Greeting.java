package se.tidig;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.tidig.engine.DemoStaff;

/** Prints the address of Tidig when it is up, and the accounts of a demonstration. */
@Component
class Greeting {

    private static final Logger LOG = LoggerFactory.getLogger(Tidig.class);

    private final Environment environment;

    Greeting(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        var scheme = environment.getProperty("server.ssl.enabled", Boolean.class, false) ? "https" : "http";
        LOG.info("Tidig är igång på {}://localhost:{}", scheme, environment.getProperty("local.server.port"));
        if (environment.getProperty("tidig.demo", Boolean.class, false)) {
            LOG.info("Demonstration. Lösenordet är {} för alla konton:{}", DemoStaff.PASSWORD, accounts());
        }
        if (environment.getProperty("spring.mail.host") == null) {
            LOG.info("Mejl skickas inte utan skrivs som filer i {}", mails());
        }
    }

    private Path mails() {
        return Path.of(environment.getRequiredProperty("tidig.data-dir"), "mail")
                .toAbsolutePath();
    }

    private static String accounts() {
        var rows = new String[] {
            "admin, coordinator, processOwner           alla länsstyrelser",
            "registrarK, officerK1, officerK2, deciderK, headK, financeK1, financeK2",
            "                                           Blekinge; H Kalmar och F Jönköping på samma sätt",
            "forening@example.org, kommun@example.org, ordrum@example.org",
            "                                           sökande",
        };
        return Arrays.stream(rows)
                .map(row -> System.lineSeparator() + "  " + row)
                .collect(Collectors.joining());
    }
}
