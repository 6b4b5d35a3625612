package se.tidig.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.SwedishDate;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** What the board owes an applicant whose case takes long: notice of delay, answer to a demand (11 and 12 §§ FL). */
@Service
@Transactional
public class Timeliness {

    private final Applications applications;
    private final DecisionDemands demands;
    private final CaseJournal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    Timeliness(Applications applications, DecisionDemands demands, CaseJournal journal, JdbcClient jdbc, Clock clock) {
        this.applications = applications;
        this.demands = demands;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records the notice with the reason for the delay (11 § FL). */
    public void notice(String reference, String reason, LocalDate expectedOn, String actor) {
        if (!expectedOn.isAfter(SwedishDate.on(clock.instant()))) {
            throw new Rejected("expectedDecisionOn", "Ange en dag som är senare än i dag, då beslut väntas.");
        }
        var application = applications.lock(reference);
        jdbc.sql(
                        """
                        insert into tidig.delay_notice (reference, board, reason, expected_on, noticed_by, noticed_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(reference, application.board(), reason, expectedOn, actor, now())
                .update();
        journal.note(
                reference,
                EventKind.DELAY,
                actor,
                "Sökanden underrättas om försening. %s Beslut väntas %s."
                        .formatted(reason, SwedishDate.text(expectedOn)));
    }

    /** The newest notice of delay. */
    @Transactional(readOnly = true)
    public Optional<DelayNotice> latestNotice(String reference) {
        return jdbc.sql(
                        "select reason, expected_on from tidig.delay_notice where reference = ? order by id desc limit 1")
                .param(reference)
                .query((row, number) ->
                        new DelayNotice(row.getString("reason"), row.getObject("expected_on", LocalDate.class)))
                .optional();
    }

    /** Refuses a demand for a decision, by a separate decision (12 § FL). */
    public void refuseDemand(String reference, String reasons, String dissent, String decider) {
        var demand = demand(reference);
        demand.refuse(reasons, dissent, decider, clock.instant());
        demands.save(demand);
        journal.note(reference, EventKind.DECISION, decider, "Begäran om att ärendet ska avgöras avslås. " + reasons);
    }

    /** Answers a demand by undertaking to decide the case in time. */
    public void acceptDemand(String reference, String reasons, String decider) {
        var demand = demand(reference);
        demand.accept(reasons, decider, clock.instant());
        demands.save(demand);
        journal.note(
                reference,
                EventKind.NOTE,
                decider,
                "Ärendet ska avgöras senast " + SwedishDate.text(demand.answerBy()) + ".");
    }

    private DecisionDemand demand(String reference) {
        applications.lock(reference);
        return demands.findById(reference)
                .orElseThrow(() -> new IllegalStateException(
                        "Ingen begäran om att ärendet ska avgöras finns i " + reference + "."));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** What the applicant was told about a delay. */
    public record DelayNotice(String reason, LocalDate expectedOn) {}
}
