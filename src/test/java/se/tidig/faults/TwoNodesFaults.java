package se.tidig.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import se.tidig.database.PostgresBinaries;

/**
 * {@code mvn verify -Pfaults}: two Tidigs on one PostgreSQL, of which one is killed half-way and never started again.
 */
class TwoNodesFaults {

    private static final int APPLICATIONS = Integer.getInteger("applications.two", 40);

    private final long seed = FaultsRun.seed();
    private final Random random = new Random(seed);
    private final Tally tally = new Tally();
    private final Path folder =
            Path.of("target", "two-nodes-" + ProcessHandle.current().pid()).toAbsolutePath();

    @Test
    void theOtherNodeFinishesWhatTheKilledOneHadBegun() throws Exception {
        System.out.printf("two nodes: %d applications, -Dseed=%d%n", APPLICATIONS, seed);
        var began = System.nanoTime();
        var smtp = Node.freePort();
        try (var postgres = postgres();
                var post = new PostOffice(smtp);
                var first = node("one", postgres, smtp);
                var second = node("two", postgres, smtp);
                var town = new Town(APPLICATIONS, balancer(first, second), post, first.data(), tally)) {
            // Together, on an empty database.
            start(town, first, second);
            town.open();
            town.goToWork();
            town.until("all have applied", town::allRegistered);
            jump(town, Town.CLOSED, first, second);

            var halfWay = tally.of(Tally.ACTS) + 2 * APPLICATIONS + random.nextInt(2 * APPLICATIONS);
            town.until("half of it is done", () -> tally.of(Tally.ACTS) >= halfWay);
            Town.rest(random.nextInt(800));
            second.kill();
            tally.count(Tally.KILLS);

            var granted = EnumSet.of(Course.GRANTED, Course.REJECTED_BY_BANK, Course.COMPLETED);
            town.until("all are paid", () -> town.allTold(granted, Applicants.Subject.PAID));
            jump(town, Town.OVERDUE, first);
            town.until("all are closed", () -> town.allTold(granted, Applicants.Subject.CLOSED));

            var inspection = new Inspection(database(postgres), town, tally);
            town.until("nothing is under way", inspection::isAllEnded);
            assertThat(inspection.findings()).as("seed %d, %s", seed, tally).isEmpty();
            assertThat(town.administrator().unreadable()).isEmpty();
        }
        System.out.printf(
                "two nodes: seed %d, %d applications, %d s, %s%n",
                seed, APPLICATIONS, (System.nanoTime() - began) / 1_000_000_000, tally);
        FileSystemUtils.deleteRecursively(folder);
    }

    private EmbeddedPostgres postgres() throws Exception {
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver(new PostgresBinaries())
                .setDataDirectory(folder.resolve("postgres"))
                .start();
    }

    private static DriverManagerDataSource database(EmbeddedPostgres postgres) {
        return new DriverManagerDataSource(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
    }

    private Node node(String name, EmbeddedPostgres postgres, int smtp) throws Exception {
        var settings = FaultsRun.settings(smtp);
        settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
        settings.put("spring.datasource.username", "postgres");
        settings.put("tidig.worker.password", "delas-av-noderna");
        return new Node(name, folder.resolve("data"), settings);
    }

    /** In turn to those that live. */
    private static IntSupplier balancer(Node... nodes) {
        var turn = new AtomicInteger();
        return () -> {
            var alive = List.of(nodes).stream().filter(Node::isAlive).toList();
            return alive.isEmpty()
                    ? nodes[0].port()
                    : alive.get(turn.getAndIncrement() % alive.size()).port();
        };
    }

    private static void start(Town town, Node... nodes) throws Exception {
        for (var node : nodes) {
            node.launch(town.clockOffset());
        }
        for (var node : nodes) {
            node.awaitHealthy();
        }
    }

    private void jump(Town town, Instant to, Node... nodes) throws Exception {
        for (var node : nodes) {
            node.close();
        }
        town.moveClockTo(to);
        start(town, nodes);
    }
}
