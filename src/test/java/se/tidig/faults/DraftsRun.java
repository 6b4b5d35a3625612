package se.tidig.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Three people write in many drafts, on pages of any age, while Tidig is killed over and over and sessions end at random.
 * Afterwards every text whose save was acknowledged stands in its draft, or in what is kept of it.
 */
final class DraftsRun {

    private static final int THREADS = 6;
    private static final int PAUSES_BETWEEN_ENDS = 7;

    private final long seed = FaultsRun.seed();
    private final Random random = new Random(seed);
    private JdbcClient jdbc;
    private int ended;

    void play(int drafts, int kills) throws Exception {
        System.out.printf("drafts: %d drafts, %d kills, -Dseed=%d%n", drafts, kills, seed);
        var began = System.nanoTime();
        var folder =
                Path.of("target", "drafts-" + ProcessHandle.current().pid()).toAbsolutePath();
        Files.createDirectories(folder);
        try (var node = new Node("tidig", folder.resolve("data"), FaultsRun.settings(Node.freePort()))) {
            start(node);
            var ids = begun(drafts);
            var writers = new DraftWriters(node.port(), seed, node::isAlive);
            write(node, writers, ids, kills);
            assertThat(missing(writers, ids)).as("seed %d", seed).isEmpty();
            System.out.printf(
                    "drafts: seed %d, %d drafts, %d kills, %d sessions ended, %d saves acknowledged, %s, %d conflicts, %d s%n",
                    seed,
                    drafts,
                    kills,
                    ended,
                    writers.saves(),
                    writers.troubles(),
                    jdbc.sql("select count(*) from tidig.draft_conflict")
                            .query(Integer.class)
                            .single(),
                    (System.nanoTime() - began) / 1_000_000_000);
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    /** The database gets another port with each start. */
    private void start(Node node) throws IOException, InterruptedException {
        node.launch(Duration.ZERO);
        node.awaitHealthy();
        jdbc = JdbcClient.create(Inspection.embedded(node.data()));
    }

    /** Kills Tidig evenly among the saves, and ends sessions in between. */
    private void write(Node node, DraftWriters writers, List<UUID> ids, int kills) throws Exception {
        var people = Executors.newFixedThreadPool(THREADS);
        try {
            var work = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> people.submit(() -> {
                        writers.write(portion(ids, thread));
                        return null;
                    }))
                    .toList();
            int done = 0;
            while (work.stream().anyMatch(thread -> !thread.isDone())) {
                Thread.sleep(50 + random.nextInt(400));
                if (random.nextInt(PAUSES_BETWEEN_ENDS) == 0) {
                    ended += jdbc.sql("delete from tidig.session where random() < 0.4")
                            .update();
                }
                var all = ids.size() * DraftWriters.SAVES;
                if (done < kills && writers.saves() > all * (done + 0.5) / (kills + 0.5)) {
                    node.kill();
                    done++;
                    start(node);
                }
            }
            for (var thread : work) {
                thread.get();
            }
            assertThat(done).as("kills").isEqualTo(kills);
        } finally {
            people.shutdownNow();
            people.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private List<String> missing(DraftWriters writers, List<UUID> ids) {
        var missing = new ArrayList<String>();
        for (var id : ids) {
            var kept = kept(id);
            writers.acknowledged().get(id).stream()
                    .filter(text -> !kept.contains(text))
                    .forEach(missing::add);
        }
        return missing;
    }

    private static List<UUID> portion(List<UUID> ids, int thread) {
        return IntStream.range(0, ids.size())
                .filter(each -> each % THREADS == thread)
                .mapToObj(ids::get)
                .toList();
    }

    /** An open call, one organisation for each draft, and three people who write for all of them. */
    private List<UUID> begun(int drafts) {
        jdbc.sql(
                        """
                        insert into tidig.call (reference, board, author, status, approved_by, opened_at, title, description,
                            opens_at, closes_at, frame, guidance, decision_by, final_report_due, paying_board, contact, version)
                        values ('K-2026-900', 'K', 'officerK1', 'OPEN', 'headK', now() - interval '1 day', 'Utlysning', 'Text',
                            now() - interval '1 day', now() + interval '30 days', 1000000, 'Vägledning',
                            current_date + 75, current_date + 460, 'F', 'tia@example.org', 0)
                        """)
                .update();
        for (var person : DraftWriters.PEOPLE) {
            jdbc.sql("insert into tidig.applicant_person (email, name, password)"
                            + " select ?, 'Anna Exempelsson', password from tidig.staff where id = 'officerK1'")
                    .param(person)
                    .update();
        }
        jdbc.sql("insert into tidig.organisation (number, name, version, updated_at)"
                        + " select (8000000000 + n)::text, 'Föreningen ' || n, 0, now() from generate_series(1, ?) n")
                .param(drafts)
                .update();
        jdbc.sql("insert into tidig.membership (person, organisation, \"right\", since)"
                        + " select p.id, o.number, 'WRITE', now() from tidig.applicant_person p, tidig.organisation o"
                        + " where p.email in (:people) and o.name like 'Föreningen %'")
                .param("people", DraftWriters.PEOPLE)
                .update();
        var ids = IntStream.range(0, drafts)
                .mapToObj(each -> new UUID(seed, each + 1L))
                .toList();
        for (int each = 0; each < drafts; each++) {
            jdbc.sql(
                            """
                            insert into tidig.draft (id, call, organisation, begun_by, begun_at, version, told_form, told_closing)
                            values (?, 'K-2026-900', (8000000000 + ?)::text, 'anna@example.org', now(), 0, '{}', now())
                            """)
                    .params(ids.get(each), each + 1)
                    .update();
        }
        return ids;
    }

    /** Every text that stands in the draft or is kept of what it replaced. */
    private Set<String> kept(UUID draft) {
        return jdbc.sql(
                        """
                        select value ->> 'value' from tidig.draft_answer where draft = :draft
                        union select before ->> 'value' from tidig.draft_change where draft = :draft
                        union select mine ->> 'value' from tidig.draft_conflict where draft = :draft
                        """)
                .param("draft", draft)
                .query(String.class)
                .set();
    }
}
