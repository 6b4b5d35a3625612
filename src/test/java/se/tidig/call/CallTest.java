package se.tidig.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.form.Rejected;
import se.tidig.organisation.Board;

@TidigTest
class CallTest {

    @Autowired
    private CallService service;

    @Autowired
    private Calls calls;

    @Autowired
    private CallJournal journal;

    @Autowired
    private Clock clock;

    @Test
    void aCallKeepsWhatItsAuthorWrote() {
        var terms = CallFixture.terms(clock.instant());
        var reference = service.draft(Board.K, Actor.of("officerK1"), terms);
        var call = calls.get(reference);
        assertThat(call.terms()).isEqualTo(terms);
        assertThat(call.earmarks()).containsExactly(new Earmark("health", Sek.of(100_000)));
        assertThat(call.status()).isEqualTo(CallStatus.DRAFT);
        assertThat(calls.shown()).isEmpty();
    }

    @Test
    void referencesRunPerBoardAndYear() {
        var terms = CallFixture.terms(clock.instant());
        var year = LocalDate.ofInstant(clock.instant(), SwedishDate.ZONE).getYear();
        assertThat(service.draft(Board.K, Actor.of("officerK1"), terms)).isEqualTo(Reference.of("K-" + year + "-1"));
        assertThat(service.draft(Board.K, Actor.of("officerK1"), terms)).isEqualTo(Reference.of("K-" + year + "-2"));
        assertThat(service.draft(Board.H, Actor.of("officerH1"), terms)).isEqualTo(Reference.of("H-" + year + "-1"));
    }

    @Test
    void aPersonOtherThanTheAuthorApproves() {
        var reference = service.draft(Board.K, Actor.of("officerK1"), CallFixture.terms(clock.instant()));
        assertThatThrownBy(() -> service.approve(reference, Actor.of("officerK1")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("kollega");
        service.approve(reference, Actor.of("headK"));
        assertThat(calls.get(reference).approvedBy()).isEqualTo(Actor.of("headK"));
    }

    @Test
    void theClosingMovesWhileOpenAndNeverIntoThePast() {
        var now = clock.instant();
        var reference = service.draft(Board.K, Actor.of("officerK1"), CallFixture.terms(now));
        var later = now.plus(Duration.ofDays(40));
        assertThatThrownBy(() -> service.moveClosing(reference, Actor.of("headK"), later, "Många frågor"))
                .hasMessageContaining("medan utlysningen är öppen");
        service.approve(reference, Actor.of("headK"));
        service.publish(reference);
        assertThatThrownBy(() -> service.moveClosing(reference, Actor.of("headK"), now.minusSeconds(1), "Fel"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("redan passerat");
        service.moveClosing(reference, Actor.of("headK"), later, "Många frågor");
        assertThat(calls.get(reference).closesAt()).isEqualTo(later);
        assertThat(journal.of(reference))
                .extracting(CallJournal.Entry::text)
                .last()
                .asString()
                .endsWith("Många frågor");
    }

    @ParameterizedTest
    @CsvSource({
        // An ordinary Friday, a Saturday and a Sunday, at the end of the day and at an hour.
        "2026-11-27T22:59:59Z, 2026-11-27T22:59:59Z",
        "2026-11-28T22:59:59.999Z, 2026-11-30T22:59:59.999Z",
        "2026-11-29T15:00:00Z, 2026-11-30T15:00:00Z",
        // Midnight belongs to the day that ends.
        "2026-11-27T23:00:00Z, 2026-11-27T23:00:00Z",
        "2026-11-28T23:00:00Z, 2026-11-30T23:00:00Z",
        // The hour is the Swedish one although the clocks change on the Sunday.
        "2027-03-27T15:00:00Z, 2027-03-30T14:00:00Z",
        "2026-12-24T12:00:00Z, 2026-12-28T12:00:00Z"
    })
    void aClosingOnAFreeDayLetsInWhatComesOnTheNextWeekday(Instant closes, Instant last) {
        var terms = CallFixture.terms(Instant.EPOCH, Instant.EPOCH, closes);

        assertThat(Call.draft(Reference.of("K-2026-1"), "K", Actor.of("officerK1"), terms)
                        .inTimeUntil())
                .isEqualTo(last);
    }

    @Test
    void statesFollowInOrder() {
        var reference = service.draft(Board.K, Actor.of("officerK1"), CallFixture.terms(clock.instant()));
        assertThatThrownBy(() -> service.publish(reference)).hasMessageContaining("Bara en godkänd");
        service.approve(reference, Actor.of("headK"));
        service.publish(reference);
        assertThat(calls.open()).extracting(Call::reference).containsExactly(reference);
        service.close(reference);
        assertThatThrownBy(() -> service.close(reference)).hasMessageContaining("Bara en öppen");
        service.allocate(reference, Actor.of("officerK1"));
        service.publishOutcome(reference);
        service.archive(reference);
        assertThat(calls.get(reference).status()).isEqualTo(CallStatus.ARCHIVED);
    }

    @Test
    void contradictoryTermsAreRefusedByField() {
        var now = clock.instant();
        assertThat(wrong(now, now.minusSeconds(10), now.minusSeconds(5))).contains("closesOn");
        assertThat(wrong(now, now.plusSeconds(10), now.plusSeconds(10))).contains("closesOn");
        var terms = CallFixture.terms(now);
        var overfull = new CallTerms(
                terms.title(),
                terms.description(),
                terms.opensAt(),
                terms.closesAt(),
                Sek.of(1000),
                Sek.of(1001),
                12,
                List.of(new Earmark("health", Sek.of(600)), new Earmark("swedish", Sek.of(401))),
                List.of(),
                terms.guidance(),
                terms.decisionBy(),
                terms.finalReportDue(),
                terms.finalReportDue(),
                "F",
                terms.contact());
        assertThatThrownBy(() -> service.draft(Board.K, Actor.of("officerK1"), overfull))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.messages().keySet())
                                .containsExactlyInAnyOrder("interimReportDue", "maxPerApplication", "earmarks"));
    }

    private Iterable<String> wrong(Instant now, Instant opens, Instant closes) {
        try {
            CallFixture.terms(now, opens, closes).check(now);
            return List.of();
        } catch (Rejected e) {
            return e.messages().keySet();
        }
    }
}
