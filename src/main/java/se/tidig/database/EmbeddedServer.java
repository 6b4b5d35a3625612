package se.tidig.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import se.tidig.CannotStart;

/**
 * Runs Tidig's own PostgreSQL. It is durable: what is committed is on disk. Nobody can connect without the password.
 */
class EmbeddedServer implements AutoCloseable {

    private static final String MAJOR = "17";
    private static final String USER = "tidig";

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;
    private final ServerWatch watch;

    private EmbeddedServer(DataFolder folder, EmbeddedPostgres postgres) throws IOException {
        this.folder = folder;
        this.postgres = postgres;
        this.watch = new ServerWatch(folder);
        watch.begin();
    }

    static EmbeddedServer start(Path dataDir) throws IOException {
        var folder = DataFolder.hold(dataDir);
        EmbeddedPostgres postgres = null;
        try {
            demandVersion(folder.postgres());
            new OrphanServer(folder.postgres()).end();
            postgres = postgres(folder);
            createUser(postgres, folder.password());
            return new EmbeddedServer(folder, postgres);
        } catch (CannotStart e) {
            folder.close();
            throw e;
        } catch (IOException | SQLException | RuntimeException e) {
            if (postgres != null) {
                postgres.close();
            }
            folder.close();
            throw new CannotStart(
                    "Databasservern startar inte i " + folder.postgres().toAbsolutePath() + ". Läs "
                            + folder.log().toAbsolutePath() + " för orsaken.",
                    e);
        }
    }

    String url() {
        return postgres.getJdbcUrl(USER, "postgres");
    }

    String user() {
        return USER;
    }

    String password() throws IOException {
        return folder.password();
    }

    @Override
    public void close() throws IOException {
        watch.close();
        postgres.close();
        folder.close();
    }

    private static EmbeddedPostgres postgres(DataFolder folder) throws IOException {
        var log = Redirect.appendTo(folder.log().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.postgres())
                .setCleanDataDirectory(false)
                // After a crash the server first replays everything since the last checkpoint.
                .setPGStartupWait(Duration.ofMinutes(2))
                .setPgBinaryResolver(new PostgresBinaries())
                // Spring closes the server after the beans that use it.
                .setRegisterShutdownHook(false)
                .setConnectConfig("password", folder.password())
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig(
                        "pwfile", folder.passwordFile().toAbsolutePath().toString())
                // The library is made for tests and turns both off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    private static void demandVersion(Path data) throws IOException {
        var version = data.resolve("PG_VERSION");
        if (Files.exists(version) && !MAJOR.equals(Files.readString(version).strip())) {
            throw new CannotStart("Databasen i " + data.toAbsolutePath() + " är gjord av PostgreSQL "
                    + Files.readString(version).strip() + ", och Tidig har version " + MAJOR
                    + ". Flytta innehållet med pg_dump, eller ange en annan mapp med --tidig.data-dir.");
        }
    }

    /** Creates a role for the application, which does not need to be a superuser. */
    private static void createUser(EmbeddedPostgres postgres, String password) throws SQLException {
        var superuser = postgres.getPostgresDatabase(Map.of("password", password));
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            var known = statement.executeQuery("select from pg_roles where rolname = '" + USER + "'");
            if (!known.next()) {
                // DataFolder creates the password from letters, digits, - and _ only.
                statement.execute("create role " + USER + " login password '" + password + "'");
                statement.execute("alter database postgres owner to " + USER);
            }
        }
    }
}
