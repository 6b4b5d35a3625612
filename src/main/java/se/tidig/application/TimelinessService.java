package se.tidig.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.bundle.RuleSet;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.timelimit.TimeLimitsTable;
import se.tidig.timelimit.TimeLimitsTable.Limit;

/** The board's duties to an applicant whose case takes long: notice of delay, answer to a demand (11 and 12 §§ FL). */
@Service
@Transactional
public class TimelinessService {

    private final Applications applications;
    private final DecisionDemands demands;
    private final TimeLimitsTable limits;
    private final CaseJournal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    TimelinessService(
            Applications applications,
            DecisionDemands demands,
            TimeLimitsTable limits,
            CaseJournal journal,
            JdbcClient jdbc,
            Clock clock) {
        this.applications = applications;
        this.demands = demands;
        this.limits = limits;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records the notice with the reason for the delay (11 § FL). */
    public void notice(Reference reference, String reason, LocalDate expectedOn, Actor actor) {
        if (!expectedOn.isAfter(SwedishDate.on(clock.instant()))) {
            throw new Rejected("expectedDecisionOn", "Ange en dag som är senare än i dag, då beslut väntas.");
        }
        var application = applications.lock(reference);
        jdbc.sql(
                        """
                        insert into tidig.delay_notice (reference, board, reason, expected_on, noticed_by, noticed_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(reference.value(), application.board(), reason, expectedOn, Actor.text(actor), now())
                .update();
        journal.note(
                reference,
                EventKind.DELAY,
                actor,
                "Sökanden underrättas om försening. %s Beslut väntas %s."
                        .formatted(reason, SwedishDate.text(expectedOn)));
    }

    /** The latest notice of delay. */
    @Transactional(readOnly = true)
    public Optional<DelayNotice> latestNotice(Reference reference) {
        return jdbc.sql("select reason, expected_on from tidig.delay_notice where reference = ? order by id desc limit"
                        + " 1")
                .param(reference.value())
                .query((row, number) ->
                        new DelayNotice(row.getString("reason"), row.getObject("expected_on", LocalDate.class)))
                .optional();
    }

    /**
     * When a person judges the delay again: the table gives how long before the day named in the latest notice. If
     * that time has passed, it is the day itself (11 § FL).
     */
    @Transactional(readOnly = true)
    public Instant nextDelayReview(Reference reference, RuleSet rules) {
        var expected = latestNotice(reference).orElseThrow().expectedOn();
        var review = DelayReview.beforeAnnounced(expected, rules);
        return review.isAfter(clock.instant()) ? review : DelayReview.morningOf(expected);
    }

    /** The oldest demand that the case's process has not taken up; it is taken up now. */
    public DecisionDemand takeUpDemand(Reference reference) {
        applications.lock(reference);
        var demand = demands.waiting(reference).orElseGet(() -> demand(reference, null));
        demand.takeUp();
        return demands.save(demand);
    }

    /** When the head of unit is told that the time to answer the demand is nearly over. */
    @Transactional(readOnly = true)
    public Instant demandWarning(DecisionDemand demand) {
        return SwedishDate.startOf(limits.of(Limit.DEMAND_WARNING).before(demand.answerBy()));
    }

    /**
     * Rejects a demand that the applicant had no right to make, by a decision.
     *
     * @param id the demand's; null for the latest
     * @param dissent a dissenting opinion and who holds it (30 § FL); null if none
     */
    public void rejectDemand(Reference reference, Long id, String reasons, String dissent, Actor decider) {
        var demand = demand(reference, id);
        demand.reject(reasons, dissent, decider, clock.instant());
        demands.save(demand);
        journal.note(reference, EventKind.DECISION, decider, "Begäran om att ärendet ska avgöras avvisas. " + reasons);
    }

    /** Refuses a demand for a decision, by a separate decision (12 § FL). */
    public void refuseDemand(Reference reference, Long id, String reasons, String dissent, Actor decider) {
        var demand = demand(reference, id);
        demand.refuse(reasons, dissent, decider, clock.instant());
        demands.save(demand);
        journal.note(reference, EventKind.DECISION, decider, "Begäran om att ärendet ska avgöras avslås. " + reasons);
    }

    /** Answers a demand by undertaking to decide the case in time. */
    public void acceptDemand(Reference reference, Long id, String reasons, Actor decider) {
        var demand = demand(reference, id);
        demand.accept(reasons, decider, clock.instant());
        demands.save(demand);
        journal.note(
                reference,
                EventKind.NOTE,
                decider,
                "Ärendet ska avgöras senast " + SwedishDate.text(demand.answerBy()) + ".");
    }

    private DecisionDemand demand(Reference reference, Long id) {
        applications.lock(reference);
        return (id == null ? demands.latest(reference) : demands.findById(id))
                .orElseThrow(() -> new IllegalStateException(
                        "Ingen begäran om att ärendet ska avgöras finns i " + reference + "."));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The notice of delay that the applicant got. */
    public record DelayNotice(String reason, LocalDate expectedOn) {}
}
