package se.tidig.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.springframework.util.FileSystemUtils;

/** A run: the town, one Tidig, the faults, and what an inspection finds afterwards. */
final class FaultsRun {

    private final long seed = seed();
    private final Tally tally = new Tally();

    /** The faults of the run. */
    interface Story {
        void play(Misfortunes misfortunes) throws IOException, InterruptedException;
    }

    /** The given seed, so that a run can be repeated, or a new one. */
    static long seed() {
        return Long.getLong("seed", System.nanoTime() % 1_000_000);
    }

    Tally tally() {
        return tally;
    }

    void play(int applications, boolean impatient, Story story) throws IOException, InterruptedException {
        System.out.printf("faults: %d applications, -Dseed=%d%n", applications, seed);
        var began = System.nanoTime();
        var folder =
                Path.of("target", "faults-" + ProcessHandle.current().pid()).toAbsolutePath();
        var smtp = Node.freePort();
        try (var post = new PostOffice(smtp);
                var node = new Node("tidig", folder.resolve("data"), settings(smtp));
                var town = new Town(applications, node::port, post, node.data(), tally)) {
            node.launch(town.clockOffset());
            node.awaitHealthy();
            town.open();
            town.goToWork();
            story.play(new Misfortunes(town, node, tally, new Random(seed), impatient));
            var inspection = new Inspection(Inspection.embedded(node.data()), town, tally);
            town.until("nothing is under way", inspection::isAllEnded);
            assertThat(inspection.findings()).as("seed %d, %s", seed, tally).isEmpty();
            assertThat(town.administrator().unreadable()).isEmpty();
            System.out.printf(
                    "faults: seed %d, %d applications, %d s, %s; causes of incidents %s%n",
                    seed,
                    applications,
                    (System.nanoTime() - began) / 1_000_000_000,
                    tally,
                    town.administrator().causes());
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Accounts of the demonstration without its cases, and a clock that can be moved. */
    static Map<String, String> settings(int smtp) {
        var settings = new HashMap<String, String>();
        settings.put("tidig.demo", "true");
        settings.put("tidig.demo-cases", "false");
        settings.put("tidig.payments.poll", "PT2S");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(smtp));
        return settings;
    }
}
