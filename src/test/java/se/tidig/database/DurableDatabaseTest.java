package se.tidig.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;
import se.tidig.CannotStart;

@ExtendWith(OutputCaptureExtension.class)
class DurableDatabaseTest {

    private final Path data =
            Path.of("target", "durable-" + ProcessHandle.current().pid());

    private Process child;

    @BeforeEach
    void startChild() throws IOException {
        child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseChild.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new BufferedReader(new InputStreamReader(child.getInputStream()));
        String line;
        do {
            line = lines.readLine();
            assertThat(line).as("the child ended before it wrote").isNotNull();
        } while (!line.equals("WRITTEN"));
    }

    @AfterEach
    void remove() throws IOException, InterruptedException {
        child.destroyForcibly().waitFor();
        new OrphanServer(data.resolve("postgres")).end();
        FileSystemUtils.deleteRecursively(data);
    }

    private ProcessHandle server() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    @Test
    void committedDataSurvivesAKilledTidigAndTheOrphanServerIsStopped(CapturedOutput output) throws Exception {
        child.destroyForcibly().waitFor();
        var orphan = server();
        assertThat(orphan.isAlive()).as("the server outlives the JVM").isTrue();

        try (var server = EmbeddedServer.start(data)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(output).containsOnlyOnce("Avslutade databasservern (process " + orphan.pid() + ")");
            assertThat(query(server, "select what from kept")).isEqualTo("committed");
            assertThat(server()).isNotEqualTo(orphan);
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aServerThatIsKilledWhileTidigRunsIsRestartedOnItsPort(CapturedOutput output) throws Exception {
        child.destroyForcibly().waitFor();
        try (var server = EmbeddedServer.start(data)) {
            var url = server.url();
            for (int time = 1; time <= 2; time++) {
                var killed = server();
                killed.destroyForcibly();
                killed.onExit().get();
                assertThat(eventually(server)).isEqualTo("committed");
                assertThat(server()).isNotEqualTo(killed);
                assertThat(server.url()).isEqualTo(url);
            }
        }
        assertThat(output).contains("Databasservern hade slutat och är startad igen.");
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private static String eventually(EmbeddedServer server) throws Exception {
        for (var until = System.nanoTime() + 60_000_000_000L; ; Thread.sleep(100)) {
            try {
                return query(server, "select what from kept");
            } catch (SQLException notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
            }
        }
    }

    @Test
    void aStalePidFileDoesNotStopTheStart() throws Exception {
        child.destroyForcibly().waitFor();
        new OrphanServer(data.resolve("postgres")).end();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        try (var server = EmbeddedServer.start(data)) {
            assertThat(query(server, "select what from kept")).isEqualTo("committed");
        }
    }

    @Test
    void aSecondTidigOnTheSameFolderIsRefusedInPlainWordsAndTheFirstRunsOn() throws Exception {
        assertThatThrownBy(() -> EmbeddedServer.start(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("används redan av en annan Tidig (process " + child.pid() + ")")
                .hasMessageContaining("--tidig.data-dir");
        assertThat(server().isAlive()).isTrue();
    }

    @Test
    void theServerSyncsToDiskAndRequiresThePassword() throws Exception {
        child.destroyForcibly().waitFor();
        try (var server = EmbeddedServer.start(data)) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(query(server, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(server, "show listen_addresses")).isEqualTo("localhost");
            assertThat(query(server, "select rolsuper::text from pg_roles where rolname = current_user"))
                    .isEqualTo("false");
            for (var user : List.of("tidig", "postgres")) {
                assertThatThrownBy(() -> DriverManager.getConnection(
                                server.url().replace("user=tidig", "user=" + user), user, "guessed"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres-password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aLostPasswordAndAnotherServerVersionAreReportedInPlainWords() throws Exception {
        child.destroyForcibly().waitFor();
        var password = Files.readString(data.resolve("postgres-password"));
        Files.delete(data.resolve("postgres-password"));
        assertThatThrownBy(() -> EmbeddedServer.start(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("postgres-password");
        Files.writeString(data.resolve("postgres-password"), password);

        Files.writeString(data.resolve("postgres/PG_VERSION"), "16\n");
        assertThatThrownBy(() -> EmbeddedServer.start(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PostgreSQL 16");
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
    }

    private static String query(EmbeddedServer server, String sql) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var result = connection.createStatement().executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
