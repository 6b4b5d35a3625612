package se.tidig.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicationFixture;
import se.tidig.call.process.CallForms;
import se.tidig.call.process.CallPlay;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;

/**
 * A call of any number of applications, from its closing to the proposals: the call's own process, tables and forms,
 * with the engine's job threads and people over HTTP. The applications begin at their assessment and wait for the
 * prioritisation, each with its own process.
 */
@Component
public class SizedCall {

    private static final int SECONDS = 1_800;
    private static final int GRANT = 50_000;

    private final Play play;
    private final CallPlay openings;
    private final RuntimeService runtime;
    private final JobThreads threads;
    private final JdbcClient jdbc;

    SizedCall(Play play, CallPlay openings, RuntimeService runtime, JobThreads threads, JdbcClient jdbc) {
        this.play = play;
        this.openings = openings;
        this.runtime = runtime;
        this.threads = threads;
        this.jdbc = jdbc;
    }

    /**
     * How long each part took, and the most heap in use meanwhile.
     *
     * @param seconds by part, in order
     * @param formBytes size of the content of the review's form
     * @param heap megabytes
     */
    public record Measured(Reference call, int applications, Map<String, Double> seconds, int formBytes, long heap) {

        public double of(String part) {
            return seconds.get(part);
        }

        public double total() {
            return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** Runs the call until each of its applications waits for an officer's proposal; half of them are granted. */
    public Measured run(int applications, int port) {
        // Each begins today: the tables know this year's amounts.
        ClockUtil.reset();
        var opens = SwedishDate.on(ClockUtil.getCurrentTime().toInstant()).plusDays(5);
        var closes = opens.plusDays(30);
        var call = open(opens, closes, applications);
        fill(Reference.of(call), applications);
        var seconds = new LinkedHashMap<String, Double>();
        var officer = new Browser(port).with("officerK1", DemoStaff.PASSWORD);
        var heap = new Heap();

        var closing = closes.plusDays(1).atStartOfDay(SwedishDate.ZONE).toInstant();
        ClockUtil.offset(closing.toEpochMilli() - System.currentTimeMillis());
        time(seconds, "close and rank", () -> threads.during(SECONDS, () -> {}));
        var review = play.task("userTask_reviewPrioritisation", call).getId();
        var shown = new int[1];
        time(seconds, "open the review's form", () -> {
            var form = officer.get("/engine-rest/task/" + review + "/form-variables?deserializeValues=false");
            assertThat(form.statusCode()).isEqualTo(200);
            shown[0] = form.body().length();
        });
        var staff = new Browser(port);
        staff.login("officerK1", DemoStaff.PASSWORD);
        time(seconds, "open the case page", () -> assertThat(
                        staff.get("/arenden/" + call).statusCode())
                .isEqualTo(200));
        time(seconds, "settle", () -> assertThat(Person.at(port, "officerK1")
                        .submit(review, CallForms.review("SETTLE"))
                        .isDone())
                .isTrue());
        time(seconds, "hand out the proposals", () -> threads.during(SECONDS, () -> {}));
        return new Measured(Reference.of(call), applications, seconds, shown[0], heap.most());
    }

    /** Seconds for each of so many decisions, proposed by one and decided by another. */
    public double decide(Reference call, int many) {
        var references = jdbc.sql("select reference from tidig.application where call = ? order by number limit ?")
                .params(call.value(), many)
                .query(String.class)
                .list();
        var seconds = new HashMap<String, Double>();
        time(
                seconds,
                "decide",
                () -> references.forEach(reference -> {
                    var kind = jdbc.sql(
                                    "select kind from tidig.placement where reference = ? order by ranking desc limit"
                                            + " 1")
                            .param(reference)
                            .query(String.class)
                            .single();
                    play.as("officerK1")
                            .complete(
                                    "userTask_proposeDecision",
                                    reference,
                                    kind.equals("GRANT")
                                            ? DecisionPlay.proposal(DecisionKind.GRANT, (long) GRANT)
                                            : DecisionPlay.proposal(DecisionKind.REFUSAL, null));
                    play.as("deciderK").complete("userTask_decide", reference, DecisionPlay.approval());
                    play.asNobody();
                }));
        return seconds.get("decide") / many;
    }

    private String open(LocalDate opens, LocalDate closes, int applications) {
        var terms = new HashMap<>(CallForms.call(opens, closes));
        terms.put("frame", Math.max(400_000, 100_000 + applications * GRANT / 2));
        return openings.opened(terms);
    }

    private void fill(Reference call, int applications) {
        var answers = ApplicationFixture.answers("requestedAmount", GRANT);
        var received = Timestamp.from(ClockUtil.getCurrentTime().toInstant());
        jdbc.sql(
                        """
                        insert into tidig.application (reference, call, board, number, organisation_number,
                            applicant_name, email, status, received_at, entered_at, diary_number, requested_amount,
                            answers, version)
                        select :call || '-' || lpad(n::text, greatest(3, length(n::text)), '0'), :call, 'K', n,
                            '8020024280', 'Förening ' || n, 'forening@example.org', 'ASSESSED', :at, :at,
                            '604-' || n || '-' || :call, :grant, cast(:answers as jsonb), 1
                        from generate_series(1, :many) n
                        """)
                .param("call", call.value())
                .param("at", received)
                .param("grant", GRANT)
                .param("answers", Browser.asJson(answers))
                .param("many", applications)
                .update();
        jdbc.sql(
                        """
                        insert into tidig.assessment_result (reference, board, score, grounds, assessed_at, version)
                        select reference, 'K', 20 + (number * 7919 % 8000) / 100.0, '{}', :at, 1
                        from tidig.application where call = :call
                        """)
                .param("call", call.value())
                .param("at", received)
                .update();
        jdbc.sql(
                        """
                        insert into tidig.eligibility_record (reference, board, checked_at, facts, findings, outcome,
                            max_grant, eligible_cost, completion)
                        select reference, 'K', :at, '{}', '[]', 'ELIGIBLE', :grant, :grant,
                            '{"roundsLeft": 2, "kind": "INFORMAL", "days": 14}'
                        from tidig.application where call = :call
                        """)
                .param("call", call.value())
                .param("at", received)
                .param("grant", GRANT)
                .update();
        jdbc.sql("select reference from tidig.application where call = ? order by number")
                .param(call.value())
                .query(String.class)
                .list()
                .forEach(reference -> runtime.createProcessInstanceByKey("application")
                        .businessKey(reference)
                        .setVariables(Map.of(
                                "reference",
                                reference,
                                "call",
                                call.value(),
                                "board",
                                "K",
                                "caseOfficer",
                                "officerK1",
                                "adverse",
                                false,
                                "externalMaterial",
                                false,
                                "delayReviewAt",
                                "2099-01-01T00:00:00Z"))
                        .startBeforeActivity("catch_prioritised")
                        .execute());
    }

    private static void time(Map<String, Double> seconds, String part, Runnable work) {
        var began = System.nanoTime();
        work.run();
        seconds.put(part, (System.nanoTime() - began) / 1e9);
    }

    /** The most heap in use since this was made, above what was in use then. */
    private static final class Heap {

        private static final long MEGABYTE = 1 << 20;

        private final long before;

        Heap() {
            System.gc();
            before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        }

        long most() {
            return (pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before) / MEGABYTE;
        }

        private static Stream<MemoryPoolMXBean> pools() {
            return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
        }
    }
}
