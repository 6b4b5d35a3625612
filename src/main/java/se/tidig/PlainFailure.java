package se.tidig;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import se.tidig.bundle.BundleRefused;

/**
 * Prints why Tidig does not start, in words for the person who starts it. Only unexpected failures show a stack trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainFailure implements SpringBootExceptionReporter {

    private final ConfigurableApplicationContext context;

    PlainFailure(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        var words = words(failure);
        words.ifPresent(text -> new PrintStream(System.err, true, StandardCharsets.UTF_8)
                .println("Tidig startar inte." + System.lineSeparator() + text));
        return words.isPresent();
    }

    private Optional<String> words(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart || cause instanceof BundleRefused) {
                return Optional.of(cause.getMessage());
            }
            if (cause instanceof PortInUseException port) {
                return Optional.of(
                        "Porten " + port.getPort()
                                + " används redan. Stoppa det program som använder den, eller ange en annan med --server.port.");
            }
            if (cause instanceof SQLException sql && unreachable(sql)) {
                return Optional.of(
                        "Databasen " + setting("spring.datasource.url") + " går inte att nå ("
                                + sql.getMessage()
                                + "). Kontrollera att den är igång och att spring.datasource.url, username och password stämmer.");
            }
        }
        return Optional.empty();
    }

    /** Whether the failure is a failed connection (class 08) or a refused log-in (class 28). */
    private static boolean unreachable(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("28"));
    }

    private String setting(String name) {
        return context == null ? "" : context.getEnvironment().getProperty(name, "");
    }
}
