package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.ApplicationFixture.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.form.Rejected;
import se.tidig.timelimit.PeriodEnd;

/** What an applicant is asked, ordered or heard about, by when, and what is kept of the answer (12, 20, 21, 25 §§ FL). */
class AskedOfApplicantTest {

    private static final Instant NOW = Instant.parse("2026-09-21T08:00:00Z");

    /** A Friday. */
    private static final LocalDate DUE = LocalDate.parse("2026-10-09");

    private final Application application = Application.received(
            Reference.of("K-2026-2"), 17, "K", answers(), NOW, new Application.Entry(Actor.of("registrarK"), NOW));

    @Test
    void anOrderKeepsWhatItAsksByWhenAndWhatFollows() {
        var order = completion(CompletionKind.ORDER, DUE);

        assertThat(order.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(order.round()).isEqualTo(2);
        assertThat(order.kind()).isEqualTo(CompletionKind.ORDER);
        assertThat(order.codes()).containsExactly("UNSIGNED");
        assertThat(order.provision()).isEqualTo("15 § andra stycket");
        assertThat(order.text()).isEqualTo("Skriv under");
        assertThat(order.consequence()).isEqualTo("Ansökan kan avvisas.");
        assertThat(order.dueOn()).isEqualTo(DUE);
        assertThat(order.requestedBy()).isEqualTo(Actor.of("officerK1"));
        assertThat(order.requestedAt()).isEqualTo(NOW);
        assertThat(order.outcomeReason()).isNull();
    }

    @Test
    void anInformalRequestThreatensWithNothing() {
        assertThat(completion(CompletionKind.INFORMAL, DUE).consequence()).isNull();
    }

    @Test
    void theTimeEndsWithTheLastDayInSwedenOrTheNextWeekday() {
        var saturday = DUE.plusDays(1);

        assertThat(completion(CompletionKind.ORDER, DUE).deadline()).isEqualTo("2026-10-09T22:00:00Z");
        assertThat(completion(CompletionKind.ORDER, saturday).deadline()).isEqualTo("2026-10-12T22:00:00Z");
        assertThat(hearing(DUE).deadline()).isEqualTo("2026-10-09T22:00:00Z");
        assertThat(hearing(saturday).deadline()).isEqualTo("2026-10-12T22:00:00Z");
    }

    @Test
    void theLastDayIsMovedOnlyToALaterOne() {
        var order = completion(CompletionKind.ORDER, DUE);
        assertThatThrownBy(() -> order.extend(DUE, "Anstånd"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Den nya sista dagen måste vara senare än 9 oktober 2026.");
        order.extend(DUE.plusDays(3), "Anstånd");

        assertThat(order.dueOn()).isEqualTo(DUE.plusDays(3));
        assertThat(order.outcomeReason()).isEqualTo("Anstånd");
    }

    @Test
    void aRequestIsOpenUntilItIsAnsweredOrGivenUp() {
        var answered = completion(CompletionKind.ORDER, DUE);
        assertThat(answered.isOpen()).isTrue();
        assertThat(answered.isAnswered()).isFalse();
        answered.answered(NOW);
        assertThat(answered.isOpen()).isFalse();
        assertThat(answered.isAnswered()).isTrue();

        var expired = completion(CompletionKind.ORDER, DUE);
        expired.expired(NOW, "Prövas som den är");
        assertThat(expired.isOpen()).isFalse();
        assertThat(expired.isAnswered()).isFalse();
        assertThat(expired.outcomeReason()).isEqualTo("Prövas som den är");
    }

    @Test
    void onlyAnOrderThatStatedItsConsequenceRunsOutAsOne() {
        var deadline = Instant.parse("2026-10-09T22:00:00Z");

        assertThat(completion(CompletionKind.ORDER, DUE).hasRunOutAsOrder(deadline))
                .isTrue();
        assertThat(completion(CompletionKind.ORDER, DUE).hasRunOutAsOrder(deadline.minusMillis(1)))
                .isFalse();
        assertThat(completion(CompletionKind.INFORMAL, DUE).hasRunOutAsOrder(deadline))
                .isFalse();
        assertThat(completion(CompletionKind.ORDER, DUE, null).hasRunOutAsOrder(deadline))
                .isFalse();
    }

    @Test
    void theTermsOfARequestAreKeptAndReadAsTheTableGaveThem() {
        var terms = new CompletionTerms(1, CompletionKind.ORDER, 21, "Ansökan kan avvisas.");

        assertThat(terms.asRow())
                .isEqualTo(Map.of("roundsLeft", 1, "kind", "ORDER", "days", 21, "consequence", "Ansökan kan avvisas."));
        assertThat(CompletionTerms.of(terms.asRow())).isEqualTo(terms);
    }

    @Test
    void aTableOfRoundsThatGivesNoRowIsAnErrorThatSaysSo() {
        assertThatThrownBy(() -> CompletionTerms.of((decision, facts) -> List.of(), 3, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Tabellen completion-rounds gav 0 rader för 3 kompletteringsomgångar; den ska ge en.");
    }

    @Test
    void aHearingKeepsWhatWasPutForwardAndLaterRepliesAreAdded() {
        var hearing = hearing(DUE);
        assertThat(hearing.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(hearing.text()).isEqualTo("Avgift tas ut");
        assertThat(hearing.codes()).containsExactly("FEE");
        assertThat(hearing.requestedBy()).isEqualTo(Actor.of("officerK1"));
        assertThat(hearing.isReplied()).isFalse();
        assertThat(hearing.reply()).isNull();
        hearing.extend(DUE.plusDays(7));
        assertThat(hearing.dueOn()).isEqualTo(DUE.plusDays(7));

        hearing.replied("Avgiften är borttagen.", NOW);
        hearing.replied("Sedan i går.", NOW);

        assertThat(hearing.isReplied()).isTrue();
        assertThat(hearing.reply()).isEqualTo("Avgiften är borttagen.\n\nSedan i går.");
    }

    @Test
    void aDemandToDecideKeepsWhatItSaysAndTheDayItIsAnsweredBy() {
        var demand = demand(DecisionDemand.Standing.ADMISSIBLE);

        assertThat(demand.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(demand.receivedOn()).isEqualTo(DUE.minusDays(28));
        assertThat(demand.answerCountedOn()).isEqualTo(DUE.plusDays(1));
        assertThat(demand.answerBy()).isEqualTo(DUE.plusDays(3));
        assertThat(demand.text()).isEqualTo("Avgör ärendet");
        assertThat(demand.standing()).isEqualTo(DecisionDemand.Standing.ADMISSIBLE);
        assertThat(demand.answer()).isNull();
    }

    @Test
    void aDemandIsAnsweredOnceWithReasonsAndADissentIfItIsTurnedDown() {
        var refused = demand(DecisionDemand.Standing.ADMISSIBLE);
        refused.refuse("Utredning återstår", "Eva Ek är skiljaktig", Actor.of("deciderK"), NOW);
        assertThat(refused.answer()).isEqualTo(DecisionDemand.Answer.REFUSE);
        assertThat(refused.reasons()).isEqualTo("Utredning återstår");
        assertThat(refused.dissent()).isEqualTo("Eva Ek är skiljaktig");
        assertThat(refused.answeredBy()).isEqualTo(Actor.of("deciderK"));
        assertThat(refused.answeredAt()).isEqualTo(NOW);

        var rejected = demand(DecisionDemand.Standing.EARLY);
        rejected.reject("För tidig", "Eva Ek är skiljaktig", Actor.of("deciderK"), NOW);
        assertThat(rejected.answer()).isEqualTo(DecisionDemand.Answer.REJECT);
        assertThat(rejected.dissent()).isEqualTo("Eva Ek är skiljaktig");

        var accepted = demand(DecisionDemand.Standing.ADMISSIBLE);
        accepted.accept("Avgörs i tid", Actor.of("deciderK"), NOW);
        assertThat(accepted.answer()).isEqualTo(DecisionDemand.Answer.DECIDE);
        assertThat(accepted.dissent()).isNull();
        answeredAlready(() -> accepted.accept("Igen", Actor.of("deciderK"), NOW));
        answeredAlready(() -> accepted.refuse("Igen", null, Actor.of("deciderK"), NOW));
        answeredAlready(() -> accepted.reject("Igen", null, Actor.of("deciderK"), NOW));
        assertThat(accepted.reasons()).isEqualTo("Avgörs i tid");
    }

    private static void answeredAlready(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Begäran om att ärendet ska avgöras i K-2026-2-017 är redan besvarad.");
    }

    @Test
    void whatIsToBeConfirmedIsTheApplicationOrTheDocumentThatIsNamed() {
        var application = new Confirmation(1L, null, "Avsändaren är okänd", null, Actor.of("officerK1"), NOW);
        var letter = new Confirmation(2L, "Brevet från i går", "Avsändaren är okänd", null, Actor.of("officerK1"), NOW);

        assertThat(application.isOfApplication()).isTrue();
        assertThat(application.subject()).isEqualTo("Ansökan");
        assertThat(letter.isOfApplication()).isFalse();
        assertThat(letter.subject()).isEqualTo("Brevet från i går");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-10 | Handlingen kom in i tid: sista dag var 10 oktober 2026. Avmarkera rutan.",
                "2026-10-13 | Handlingen kom in efter 12 oktober 2026 och är redan för sent inkommen. Avmarkera rutan.",
            })
    void aPaperIsJudgedLateOnlyIfItCameOnTheWeekdayAfterAFreeLastDay(LocalDate received, String refusal) {
        var saturday = DUE.plusDays(1);
        JudgedLate.check(saturday, LocalDate.parse("2026-10-12"));

        assertThatThrownBy(() -> JudgedLate.check(saturday, received))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.messages())
                        .isEqualTo(Map.of("judgedLate", refusal)));
    }

    @Test
    void theJournalKeepsWhyAPaperIsJudgedLate() {
        assertThat(JudgedLate.note(DUE.plusDays(1), DUE.plusDays(3), "Kom efter stängning."))
                .isEqualTo("Handlingen kom in 12 oktober 2026, efter sista dagen 10 oktober 2026, och bedöms ha kommit"
                        + " in för sent. Kom efter stängning.");
    }

    @ParameterizedTest
    @EnumSource
    void eachKindOfDocumentIsKnownByTheFormsValue(IncomingDocument.Kind kind) {
        assertThat(IncomingDocument.Kind.of(kind.value())).contains(kind);
        assertThat(IncomingDocument.Kind.of("")).isEmpty();
        assertThat(kind.value()).isNotBlank();
    }

    @Test
    void aDocumentOnPaperCountsAsReceivedAtNoonOfItsDay() {
        var document = new IncomingDocument(
                1L,
                Reference.of("K-2026-2-017"),
                IncomingDocument.Kind.SUPPLEMENT,
                "Text",
                DUE,
                null,
                Actor.of("registrarK"));

        assertThat(document.receivedAt()).isEqualTo("2026-10-09T10:00:00Z");
    }

    @Test
    void theOutcomeOfTheCheckIsSaidInWordsAndAnUnknownOneAsItIs() {
        assertThat(OutcomeWords.swedish("INELIGIBLE")).isEqualTo("Grund för avslag.");
        assertThat(OutcomeWords.swedish("OTHER")).isEqualTo("OTHER");
    }

    private Completion completion(CompletionKind kind, LocalDate dueOn) {
        return completion(kind, dueOn, "Ansökan kan avvisas.");
    }

    private Completion completion(CompletionKind kind, LocalDate dueOn, String consequence) {
        return Completion.requested(
                application,
                2,
                new Completion.Request(kind, "Skriv under", List.of(), consequence, dueOn, Actor.of("officerK1")),
                new Completion.About(List.of("UNSIGNED"), "15 § andra stycket"),
                NOW);
    }

    private Hearing hearing(LocalDate dueOn) {
        return Hearing.of(application, "Avgift tas ut", List.of("FEE"), dueOn, Actor.of("officerK1"), NOW);
    }

    private DecisionDemand demand(DecisionDemand.Standing standing) {
        return DecisionDemand.received(
                application, DUE.minusDays(28), PeriodEnd.on(DUE.plusDays(1)), standing, "Avgör ärendet");
    }
}
