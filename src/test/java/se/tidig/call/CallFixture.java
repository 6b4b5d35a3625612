package se.tidig.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.organisation.Board;

/** Calls for tests, without their process. */
@Component
public class CallFixture {

    private final CallService service;
    private final Clock clock;

    CallFixture(CallService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** The reference of a call that opened now and is open for 30 days: frame 1 000 000 kr, at most 400 000 kr each. */
    public Reference open(Board board) {
        var reference = service.draft(board, Actor.of("officer" + board + "1"), terms(clock.instant()));
        service.approve(reference, Actor.of("head" + board));
        service.publish(reference);
        return reference;
    }

    /** The same, but the whole frame is kept for one area. */
    public Reference openFor(Board board, String area) {
        var terms = terms(clock.instant());
        var reference = service.draft(
                board,
                Actor.of("officer" + board + "1"),
                new CallTerms(
                        terms.title(),
                        terms.description(),
                        terms.opensAt(),
                        terms.closesAt(),
                        terms.frame(),
                        null,
                        null,
                        List.of(new Earmark(area, terms.frame())),
                        List.of(),
                        terms.guidance(),
                        terms.decisionBy(),
                        null,
                        terms.finalReportDue(),
                        "F",
                        terms.contact()));
        service.approve(reference, Actor.of("head" + board));
        service.publish(reference);
        return reference;
    }

    /** A call that is not stored, with this frame. */
    public static Call withFrame(Sek frame) {
        var terms = terms(Instant.EPOCH);
        return Call.draft(
                Reference.of("K-2026-1"),
                "K",
                Actor.of("officerK1"),
                new CallTerms(
                        terms.title(),
                        terms.description(),
                        terms.opensAt(),
                        terms.closesAt(),
                        frame,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        terms.guidance(),
                        terms.decisionBy(),
                        null,
                        terms.finalReportDue(),
                        "F",
                        terms.contact()));
    }

    /** Terms of a call that opens now for 30 days. */
    public static CallTerms terms(Instant now) {
        var opens = now.truncatedTo(ChronoUnit.MILLIS);
        return terms(opens, opens, opens.plus(Duration.ofDays(30)));
    }

    /** The same terms with another window. */
    public static CallTerms terms(Instant now, Instant opens, Instant closes) {
        var day = SwedishDate.on(now);
        return new CallTerms(
                "Statsbidrag till tidiga insatser för asylsökande",
                "Verksamheter som främjar kunskaper i svenska, kunskaper om samhälle och arbetsmarknad, eller hälsa.",
                opens,
                closes,
                Sek.of(1_000_000),
                Sek.of(400_000),
                12,
                List.of(new Earmark("health", Sek.of(100_000))),
                List.of("ownPremises"),
                "Vägledning för statsbidrag till tidiga insatser, den 1 september 2026",
                day.plusDays(75),
                day.plusDays(200),
                day.plusDays(460),
                "F",
                "tia@example.org");
    }
}
