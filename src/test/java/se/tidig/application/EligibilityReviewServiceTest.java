package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.ApplicationFixture.RULES;
import static se.tidig.application.ApplicationFixture.TABLE;
import static se.tidig.application.ApplicationFixture.answers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TestTime;
import se.tidig.call.CallFixture;
import se.tidig.call.Calls;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.eligibility.FactError;
import se.tidig.form.Rejected;
import se.tidig.organisation.Board;
import se.tidig.organisation.OverdueClaim;
import se.tidig.organisation.OverdueClaims;

/** The check of conditions: its facts, what it stores, and a person's answers to it. */
@DomainTest
class EligibilityReviewServiceTest {

    @Autowired
    private ApplicationFixture fixture;

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private CallFixture calls;

    @Autowired
    private Calls allCalls;

    @Autowired
    private ApplicationProgressService progress;

    @Autowired
    private EligibilityReviewService review;

    @Autowired
    private EligibilityRecords records;

    @Autowired
    private ExaminationService examination;

    @Autowired
    private CompletionService requests;

    @Autowired
    private Applications applications;

    @Autowired
    private OverdueClaims claims;

    @Autowired
    private Clock clock;

    @Test
    void nothingAgainstItIsEligibleAndEverythingIsStored() {
        var reference = registered(answers());

        assertThat(check(reference)).isEqualTo("ELIGIBLE");

        var stored = records.get(reference);
        assertThat(stored.findings()).isEmpty();
        assertThat(stored.maxGrant()).isEqualTo(Sek.of(100_000));
        assertThat(stored.table()).isEqualTo(TABLE);
        assertThat(stored.facts())
                .containsEntry("organisationNumber", "8020024280")
                .containsEntry("overdueRecovery", false)
                .containsKeys("receivedAt", "closesAt", "completionRoundsLeft", "maxMonths", "setAside");
        assertThat(applications.get(reference).status()).isEqualTo(ApplicationStatus.UNDER_REVIEW);
    }

    @Test
    void theStoredFactsGiveTheSameResultAgain() {
        var reference = registered(answers("participantFee", 50));
        check(reference);

        var again = new EligibilityCheck(RULES)
                .check(reference.value(), records.get(reference).facts());

        assertThat(again.outcome().name()).isEqualTo("INELIGIBLE");
        assertThat(again.findings()).isEqualTo(records.get(reference).findings());
    }

    @Test
    void aClaimOfAnotherBoardThatIsDueBars() {
        var reference = registered(answers());
        var today = SwedishDate.on(clock.instant());
        claims.enter(new OverdueClaim("F-1", "8020024280", "F", "604-1", today, Sek.of(5_000), today, null));
        TestTime.pass(Duration.ofDays(1));
        assertThat(check(reference)).as("not yet enforceable (35 § FL)").isEqualTo("ELIGIBLE");

        var dueOn = today.plusDays(1);
        claims.enter(new OverdueClaim("F-1", "8020024280", "F", "604-1", today, Sek.of(5_000), dueOn, dueOn));
        assertThat(check(reference)).isEqualTo("ELIGIBLE");

        TestTime.pass(Duration.ofDays(1));
        assertThat(check(reference)).isEqualTo("INELIGIBLE");

        claims.settle("F-1", today);
        assertThat(check(reference)).isEqualTo("ELIGIBLE");
    }

    @Test
    void whatIsUnpaidIsNamedByBoardSumAndDays() {
        var reference = registered(answers());
        var today = SwedishDate.on(clock.instant());
        claims.enter(new OverdueClaim(
                "F-2",
                "8020024280",
                "F",
                "604-1-2026",
                LocalDate.of(2026, 3, 2),
                Sek.of(5_000),
                today.minusDays(1),
                today.minusDays(1)));

        check(reference);

        assertThat(records.get(reference).findings())
                .singleElement()
                .extracting(EligibilityFinding::decisionReason)
                .isEqualTo("Organisationen har ett återkrav från Länsstyrelsen i Jönköpings län på"
                        + " 5\u00a0000\u00a0kronor, beslutat den 2 mars 2026, som skulle ha betalats senast den "
                        + SwedishDate.text(today.minusDays(1)) + " och som inte är betalt.");
    }

    @Test
    void anImpossibleFactIsAnErrorThatNamesCaseAndFact() {
        var reference = registered(answers("periodEnd", "2026-01-01"));

        assertThatThrownBy(() -> check(reference))
                .isInstanceOf(FactError.class)
                .hasMessageContaining(reference.value())
                .hasMessageContaining("periodEnd");
        assertThat(records.latest(reference)).isEmpty();
    }

    @Test
    void missingDocumentsAreAskedForTwiceAndThenJudgedAsTheyAre() {
        var reference = registered(answers("attachments", null));

        assertThat(check(reference)).isEqualTo("COMPLETION");
        assertThat(ask(reference, null).kind()).isEqualTo(CompletionKind.INFORMAL);
        expire(reference);
        assertThat(check(reference)).isEqualTo("COMPLETION");
        assertThat(ask(reference, null).kind()).isEqualTo(CompletionKind.INFORMAL);
        expire(reference);

        assertThat(check(reference)).isEqualTo("REVIEW");
        assertThat(records.get(reference).facts()).containsEntry("completionOrdered", List.of());
    }

    @Test
    void aSignatureThatWasOrderedAndNotGivenIsAGroundForRejection() {
        var reference = registered(answers("signed", false));
        check(reference);
        ask(reference, null);
        expire(reference);
        check(reference);
        ask(reference, "Ansökan kan avvisas.");

        // Answered before the order expired, and still unsigned: a person judges it.
        intake.complete(reference, Map.of(), "Vi skriver under senare.", clock.instant(), null);
        assertThat(check(reference)).isEqualTo("REVIEW");

        expire(reference);
        assertThat(check(reference)).isEqualTo("REJECT");
    }

    @Test
    void anOrderWithoutConsequenceIsRefused() {
        var reference = registered(answers("signed", false));
        check(reference);
        ask(reference, null);
        expire(reference);
        check(reference);

        assertThatThrownBy(() -> ask(reference, " "))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("20 § förvaltningslagen");
    }

    @Test
    void aGroundSetAsideWithReasonNoLongerCountsAndOneUpheldDoes() {
        var reference = registered(answers("participantFee", 50));
        check(reference);

        examine(
                reference,
                EligibilityFinding.Effect.INELIGIBLE,
                given("FEE", FindingAnswer.Position.UPHELD),
                ExaminationService.Step.UPHOLD);
        assertThat(check(reference)).isEqualTo("INELIGIBLE");

        examine(
                reference,
                EligibilityFinding.Effect.INELIGIBLE,
                given("FEE", FindingAnswer.Position.SET_ASIDE),
                ExaminationService.Step.PROCEED);
        assertThat(check(reference)).isEqualTo("ELIGIBLE");
        assertThat(records.get(reference).findings())
                .extracting(EligibilityFinding::code)
                .containsExactly("FEE");
    }

    @Test
    void everyFindingMustBeAnsweredWithReasonAndTheWayOnMustFollow() {
        var reference = registered(answers("participantFee", 50));
        check(reference);
        var effect = EligibilityFinding.Effect.INELIGIBLE;
        var upheld = given("FEE", FindingAnswer.Position.UPHELD);
        var aside = given("FEE", FindingAnswer.Position.SET_ASIDE);
        var silent = Map.of("FEE", new ExaminationService.Given(FindingAnswer.Position.UPHELD, " "));

        assertThatThrownBy(() -> examine(reference, effect, Map.of(), ExaminationService.Step.UPHOLD))
                .hasMessageContaining("Ta ställning till varje iakttagelse");
        assertThatThrownBy(() -> examine(reference, effect, silent, ExaminationService.Step.UPHOLD))
                .hasMessageContaining("Motivera varje ställningstagande");
        assertThatThrownBy(() -> examine(
                        reference,
                        effect,
                        given("LATE", FindingAnswer.Position.UPHELD),
                        ExaminationService.Step.UPHOLD))
                .hasMessageContaining("Svar saknas");
        assertThatThrownBy(() -> examine(reference, effect, upheld, ExaminationService.Step.PROCEED))
                .hasMessageContaining("kan inte prövas vidare");
        assertThatThrownBy(() -> examine(reference, effect, aside, ExaminationService.Step.UPHOLD))
                .hasMessageContaining("Ingen grund står fast");
    }

    @Test
    void whatComesInAtTheClosingIsInTimeAndAfterItLate() {
        var call = allCalls.get(Reference.of(calls.open(Board.K).value()));

        assertThat(check(submitted(call.reference(), call.inTimeUntil()))).isEqualTo("ELIGIBLE");
        assertThat(check(submitted(call.reference(), call.inTimeUntil().plusSeconds(1))))
                .isEqualTo("REJECT");
    }

    private Reference submitted(Reference call, Instant at) {
        var entry = new Application.Entry(null, at);
        var number = applications.lastNumber(call) + 1;
        var reference = applications
                .save(Application.received(call, number, "K", answers(), at, entry))
                .reference();
        progress.register(reference);
        return reference;
    }

    private Reference registered(Map<String, Object> answers) {
        var reference = fixture.receive(Board.K, answers).reference();
        progress.register(reference);
        return reference;
    }

    private String check(Reference reference) {
        return review.check(reference, RULES, TABLE);
    }

    private Completion ask(Reference reference, String consequence) {
        var day = SwedishDate.on(clock.instant()).plusDays(14);
        var kind = records.get(reference).completion().kind();
        return requests.request(
                reference,
                new Completion.Request(
                        kind, "Komplettera ansökan.", List.of(), consequence, day, Actor.of("officerK1")));
    }

    private void expire(Reference reference) {
        TestTime.pass(Duration.ofDays(20));
        requests.letStand(reference, "Tiden har gått ut.", Actor.of("officerK1"));
    }

    private void examine(
            Reference reference,
            EligibilityFinding.Effect effect,
            Map<String, ExaminationService.Given> given,
            ExaminationService.Step step) {
        examination.examine(reference, effect, given, step, Actor.of("officerK1"));
    }

    private static Map<String, ExaminationService.Given> given(String code, FindingAnswer.Position position) {
        return Map.of(code, new ExaminationService.Given(position, "Prövat mot handlingarna."));
    }
}
