package se.tidig;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import se.tidig.database.PostgresBinaries;

/** One PostgreSQL for all contexts of a test run, with its files under {@code target/}. */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + running().getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username=postgres")
                .applyTo(context);
    }

    /** Makes another database on the server, for another context; its address. */
    static String create(String name) {
        try (var connection = running().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            // A context that failed to start has left one.
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
            return running().getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized EmbeddedPostgres running() {
        if (postgres == null) {
            try {
                // Zonky's own defaults: no fsync, wiped on close.
                postgres = EmbeddedPostgres.builder()
                        .setPgBinaryResolver(new PostgresBinaries())
                        .setDataDirectory(Path.of(
                                "target",
                                "test-postgres",
                                String.valueOf(ProcessHandle.current().pid())))
                        .setRegisterShutdownHook(false)
                        .start();
                // Runs after the contexts that use it.
                SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres;
    }

    private static void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
