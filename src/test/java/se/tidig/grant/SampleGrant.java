package se.tidig.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.decision.Audit;
import se.tidig.decision.GrantDecision;
import se.tidig.decision.PlannedStep;
import se.tidig.decision.StepKind;
import se.tidig.decision.Terms;
import se.tidig.organisation.Giro;

/** Grants that are held in memory alone, for tests of what one grant's state allows. */
public final class SampleGrant {

    /** The key of the first payment, 60 000 kr. */
    public static final MilestoneKey FIRST = MilestoneKey.of("K-2026-2-017-M1");

    static final Instant NOW = Instant.parse("2026-02-16T10:00:00Z");
    static final LocalDate DECIDED = LocalDate.parse("2026-02-16");
    static final Giro ACCOUNT = new Giro(Giro.Kind.BANKGIRO, "5050-1055");

    private SampleGrant() {}

    /**
     * 100 000 kr, decided 16 February 2026 and paid by Jönköping: a payment, an interim report, a payment and a final
     * report. The recipient has not confirmed it.
     */
    public static Grant opened() {
        var yearEnd = LocalDate.parse("2026-12-31");
        var steps = List.of(
                new PlannedStep(StepKind.PAYMENT, Sek.of(60_000), DECIDED, yearEnd),
                new PlannedStep(StepKind.INTERIM_REPORT, Sek.ZERO, LocalDate.parse("2026-09-30"), null),
                new PlannedStep(StepKind.PAYMENT, Sek.of(40_000), DECIDED, yearEnd),
                new PlannedStep(StepKind.FINAL_REPORT, Sek.ZERO, LocalDate.parse("2027-03-01"), null));
        var granted = new GrantDecision(
                Reference.of("K-2026-2-017"),
                "K",
                Reference.of("K-2026-2"),
                "8020000006",
                "Föreningen Bryggan",
                "association",
                "forening@example.org",
                "5050-1055",
                Sek.of(100_000),
                List.of(),
                DECIDED,
                DECIDED.plusDays(10),
                DECIDED.plusDays(170),
                LocalDate.parse("2026-09-30"),
                LocalDate.parse("2027-03-01"),
                "F",
                null);
        return Grant.open(granted, false, new Terms(steps, Audit.AUDITOR, DECIDED, 2026), NOW);
    }

    /** The same, confirmed with bankgiro 5050-1055, which nobody has verified. */
    public static Grant confirmed() {
        var grant = opened();
        grant.confirm(ACCOUNT, "Bryggan", Actor.of("Anna Lind"), NOW);
        return grant;
    }

    /** The same, with the account verified. */
    public static Grant verified() {
        var grant = confirmed();
        grant.verifyPayee("Intyg", Actor.of("financeK1"), NOW);
        return grant;
    }

    /** The same, after the recipient has moved to plusgiro 90 19 50-6, which is verified too. */
    public static Grant withNewAccount() {
        var grant = verified();
        grant.nameAccount(new Giro(Giro.Kind.PLUSGIRO, "90 19 50-6"), "Bryggans kassör");
        grant.verifyPayee("Intyg", Actor.of("financeK1"), NOW);
        return grant;
    }
}
