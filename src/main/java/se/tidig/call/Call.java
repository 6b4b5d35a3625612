package se.tidig.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.timelimit.PeriodEnd;

/** A call for applications. It guards the order of its states and when its terms may change. */
@Table(schema = "tidig", name = "call")
public class Call {

    @Id
    private final Reference reference;

    private final String board;
    private final Actor author;

    @Embedded.Nullable
    private CallTerms terms;

    private CallStatus status;
    private Actor approvedBy;
    private Instant openedAt;
    private Instant closedAt;
    private Instant outcomeAt;

    @Version
    private long version;

    Call(Reference reference, String board, Actor author, CallTerms terms, CallStatus status) {
        this.reference = reference;
        this.board = board;
        this.author = author;
        this.terms = terms;
        this.status = status;
    }

    static Call draft(Reference reference, String board, Actor author, CallTerms terms) {
        return new Call(reference, board, author, terms, CallStatus.DRAFT);
    }

    void revise(CallTerms revised) {
        demand(CallStatus.DRAFT, "Bara en utlysning under beredning kan ändras.");
        terms = revised;
    }

    void approve(Actor actor) {
        demand(CallStatus.DRAFT, "Bara en utlysning under beredning kan godkännas.");
        status = CallStatus.APPROVED;
        approvedBy = actor;
    }

    void open(Instant at) {
        demand(CallStatus.APPROVED, "Bara en godkänd utlysning kan öppnas.");
        status = CallStatus.OPEN;
        openedAt = at;
    }

    void moveClosing(Instant to, Instant now) {
        demand(CallStatus.OPEN, "Sista ansökningsdag kan bara flyttas medan utlysningen är öppen.");
        if (!terms.closesAt().isAfter(now)) {
            throw new IllegalStateException("Ansökningstiden har redan gått ut och kan inte flyttas.");
        }
        terms = terms.movedTo(to, now);
    }

    void close(Instant at) {
        demand(CallStatus.OPEN, "Bara en öppen utlysning kan stängas.");
        status = CallStatus.CLOSED;
        closedAt = at;
    }

    void allocate() {
        demand(CallStatus.CLOSED, "Bara en stängd utlysning kan prioriteras.");
        status = CallStatus.ALLOCATED;
    }

    void publishOutcome(Instant at) {
        demand(CallStatus.ALLOCATED, "Resultatet kan publiceras först när utlysningen är prioriterad.");
        status = CallStatus.DECIDED;
        outcomeAt = at;
    }

    void archive() {
        demand(CallStatus.DECIDED, "Bara en beslutad utlysning kan avslutas.");
        status = CallStatus.ARCHIVED;
    }

    /** The call never opens. */
    void cancel() {
        if (status != CallStatus.APPROVED) {
            demand(CallStatus.DRAFT, "Bara en utlysning som inte har öppnat kan ställas in.");
        }
        status = CallStatus.CANCELLED;
    }

    private void demand(CallStatus expected, String otherwise) {
        if (status != expected) {
            throw new IllegalStateException(otherwise + " " + reference + " är nu: " + status.swedishName() + ".");
        }
    }

    /** {@code K-2026-2}: county letter, year, running number of the board's year. */
    public Reference reference() {
        return reference;
    }

    /** County letter. */
    public String board() {
        return board;
    }

    /** User id of the person who set the call up. */
    public Actor author() {
        return author;
    }

    public CallTerms terms() {
        return terms;
    }

    public CallStatus status() {
        return status;
    }

    /** User id; null until approved. */
    public Actor approvedBy() {
        return approvedBy;
    }

    /** When the call actually opened; null until then. */
    public Instant openedAt() {
        return openedAt;
    }

    /** When the call actually closed; null until then. */
    public Instant closedAt() {
        return closedAt;
    }

    /** When the outcome was published; null until then. */
    public Instant outcomeAt() {
        return outcomeAt;
    }

    public String title() {
        return terms.title();
    }

    public Instant opensAt() {
        return terms.opensAt();
    }

    /** The last instant to apply; an application received at this instant is in time. */
    public Instant closesAt() {
        return terms.closesAt();
    }

    /** The days until the last day to apply, by the calendar: 0 on that day and after it. */
    public long daysLeft(Instant now) {
        return Math.max(0, SwedishDate.daysLeft(SwedishDate.on(now), SwedishDate.lastDay(closesAt())));
    }

    /**
     * The last instant at which an application is in time: the closing, or the same hour of the next weekday if the
     * closing falls on a free day.
     */
    public Instant inTimeUntil() {
        var closing = closesAt().minusNanos(1).atZone(SwedishDate.ZONE);
        var end = PeriodEnd.on(closing.toLocalDate());
        return closing.plusDays(ChronoUnit.DAYS.between(end.counted(), end.last()))
                .toInstant()
                .plusNanos(1);
    }

    /** SEK to grant in all. */
    public Sek frame() {
        return terms.frame();
    }

    /** SEK; null for no limit. */
    public Sek maxPerApplication() {
        return terms.maxPerApplication();
    }

    /** Calendar months; null for no limit. */
    public Integer maxMonths() {
        return terms.maxMonths();
    }

    /** Categories of cost that the call does not fund. */
    public List<String> excludedCategories() {
        return terms.excludedCategories();
    }

    public List<Earmark> earmarks() {
        return terms.earmarks();
    }

    /** Whether an activity within the area can get money: from the area's own earmark, or from what is not earmarked. */
    public boolean hasMoneyFor(String focusArea) {
        var kept = earmarks().stream().map(Earmark::amount).reduce(Sek.ZERO, Sek::plus);
        return frame().compareTo(kept) > 0
                || earmarks().stream().anyMatch(earmark -> earmark.focusArea().equals(focusArea));
    }

    /** The guidance document in force. */
    public String guidance() {
        return terms.guidance();
    }

    /** The day by which decisions are announced. */
    public LocalDate decisionBy() {
        return terms.decisionBy();
    }

    /** Null if none is required. */
    public LocalDate interimReportDue() {
        return terms.interimReportDue();
    }

    public LocalDate finalReportDue() {
        return terms.finalReportDue();
    }

    /** County letter of the board that pays. */
    public String payingBoard() {
        return terms.payingBoard();
    }

    /** The call opened for applications. */
    public record Opened(Reference reference) {}

    /** The closing of an open call was moved. */
    public record ClosingMoved(Reference reference, Instant closesAt) {}
}
