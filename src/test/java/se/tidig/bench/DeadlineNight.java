package se.tidig.bench;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Reference;
import se.tidig.call.CallService;

/**
 * The last minutes of a call, by the clock: many people have drafts, half of them hand theirs in, most of them late in
 * these minutes and some after, and the call closes meanwhile.
 */
final class DeadlineNight {

    private static final int AT_ONCE = 32;

    private final JdbcClient jdbc;
    private final CallService calls;
    private final Clock clock;
    private final Reference call;
    private final List<PortalApplicant> people;
    private final List<String> drafts = new ArrayList<>();
    private final Queue<HandedIn> handedIn = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /** An application by its receipt, with the times between which the server received it. */
    private record HandedIn(String draft, String reference, Instant sent, Instant answered, boolean toldLate) {}

    DeadlineNight(JdbcClient jdbc, CallService calls, Clock clock, Reference call, int port, int many)
            throws Exception {
        this.jdbc = jdbc;
        this.calls = calls;
        this.clock = clock;
        this.call = call;
        BurstScene.people(jdbc, many);
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        people = BurstScene.logIn(http, port, many, nanoseconds -> {});
        drafts.add(people.get(0).write(call.value(), FullAnswers.parts(0), FullAnswers.documents(1)));
        for (var i = 1; i < many; i++) {
            drafts.add(copied(drafts.get(0), i));
        }
    }

    /** The same draft, written by another person for another organisation. */
    private String copied(String draft, int person) {
        var earlier = draft.replaceFirst(".*/", "");
        var id = jdbc.sql("select gen_random_uuid()::text").query(String.class).single();
        jdbc.sql(
                        """
                        insert into tidig.draft
                        select (jsonb_populate_record(d, jsonb_build_object('id', :id, 'organisation', :organisation,
                            'begun_by', :by, 'saved_by', :by))).*
                        from tidig.draft d where d.id = cast(:earlier as uuid)
                        """)
                .param("id", id)
                .param("organisation", BurstScene.organisation(person))
                .param("by", BurstScene.email(person))
                .param("earlier", earlier)
                .update();
        for (var table : List.of("draft_answer", "draft_part")) {
            jdbc.sql(
                            "insert into tidig.%1$s select (jsonb_populate_record(t, jsonb_build_object('draft', :id, 'by', :by))).*"
                                            .formatted(table)
                                    + " from tidig." + table + " t where t.draft = cast(:earlier as uuid)")
                    .param("id", id)
                    .param("by", BurstScene.email(person))
                    .param("earlier", earlier)
                    .update();
        }
        jdbc.sql(
                        """
                        insert into tidig.upload
                        select (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'folder', :id,
                            'uploaded_by', :by))).*
                        from tidig.upload u where u.folder = :earlier
                        """)
                .param("id", id)
                .param("by", BurstScene.email(person))
                .param("earlier", earlier)
                .update();
        return "/utkast/" + id;
    }

    /**
     * Half of the people hand in.
     *
     * @param before how long before the call closes the first does; half of them in the last third of it
     * @param after how long after it the last does
     */
    void pass(Duration before, Duration after, long seed) throws InterruptedException {
        var random = new Random(seed);
        var closes = clock.instant().plus(before);
        jdbc.sql("update tidig.call set closes_at = ? where reference = ?")
                .params(java.sql.Timestamp.from(closes), call.value())
                .update();
        var threads = Executors.newScheduledThreadPool(AT_ONCE);
        var closing = clock.instant().until(closes, java.time.temporal.ChronoUnit.MILLIS);
        threads.schedule(() -> calls.close(call), closing, TimeUnit.MILLISECONDS);
        for (var i = 0; i < people.size(); i += 2) {
            var person = people.get(i);
            var draft = drafts.get(i);
            var span = before.plus(after).toMillis();
            // The square root of an even number has most of its values near the end.
            var at = (long) (Math.sqrt(random.nextDouble()) * span);
            threads.schedule(() -> handIn(person, draft), at, TimeUnit.MILLISECONDS);
        }
        threads.shutdown();
        if (!threads.awaitTermination(before.plus(after).toSeconds() + 300, TimeUnit.SECONDS)) {
            wrong.add("Applications are still under way five minutes after the last was sent");
        }
    }

    private void handIn(PortalApplicant person, String draft) {
        try {
            person.open(draft + "/skicka");
            var sent = clock.instant();
            var reference = person.handIn(draft);
            handedIn.add(new HandedIn(
                    draft, reference, sent, clock.instant(), person.page().contains("men för sent")));
        } catch (RuntimeException | AssertionError e) {
            wrong.add(draft + ": " + e.getMessage());
        }
    }

    int inTime() {
        return (int) handedIn.stream().filter(one -> !one.toldLate()).count();
    }

    int late() {
        return (int) handedIn.stream().filter(HandedIn::toldLate).count();
    }

    /** What is wrong, in words; empty if everyone is in time or late by the clock, told so, and nothing is lost. */
    List<String> wrong() {
        var found = new ArrayList<>(wrong);
        var closes = jdbc.sql("select closes_at from tidig.call where reference = ?")
                .param(call.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        var stored = stored();
        for (var one : handedIn) {
            var receivedAt = stored.remove(one.reference());
            if (receivedAt == null) {
                found.add(one.reference() + " is lost, or told twice");
                continue;
            }
            // The database keeps microseconds.
            if (receivedAt.plusMillis(1).isBefore(one.sent()) || receivedAt.isAfter(one.answered())) {
                found.add(one.reference() + " received at " + receivedAt + ", sent " + one.sent() + ", answered "
                        + one.answered());
            }
            if (receivedAt.isAfter(closes) != one.toldLate()) {
                found.add(one.reference() + " received at " + receivedAt + ", told late: " + one.toldLate());
            }
        }
        stored.keySet().forEach(more -> found.add(more + " stands though nobody has a receipt of it"));
        if (handedIn.size() != (people.size() + 1) / 2) {
            found.add(handedIn.size() + " of " + (people.size() + 1) / 2 + " have a receipt");
        }
        var kept = jdbc.sql("select count(*) from tidig.draft d where call = ? and not submitted"
                        + " and (select count(*) from tidig.draft_answer where draft = d.id) ="
                        + " (select count(*) from tidig.draft_answer where draft = cast(? as uuid))")
                .params(call.value(), drafts.get(0).replaceFirst(".*/", ""))
                .query(Integer.class)
                .single();
        if (kept != people.size() / 2) {
            found.add(kept + " of " + people.size() / 2 + " other drafts are whole");
        }
        return found;
    }

    private Map<String, Instant> stored() {
        var stored = new HashMap<String, Instant>();
        jdbc.sql("select a.reference, s.received_at from tidig.application a join tidig.draft_submission s"
                        + " on s.reference = a.reference and s.received_at = a.received_at where a.call = ?")
                .param(call.value())
                .query(row -> {
                    stored.put(
                            row.getString("reference"),
                            row.getTimestamp("received_at").toInstant());
                });
        return stored;
    }
}
