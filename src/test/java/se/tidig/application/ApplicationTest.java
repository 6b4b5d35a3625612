package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.ApplicationFixture.answers;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;

/** The states of an application and the steps between them. */
class ApplicationTest {

    private final Application application = Application.received(
            Reference.of("K-2026-2"),
            17,
            "K",
            answers(),
            Instant.EPOCH,
            new Application.Entry(Actor.of("registrarK"), Instant.EPOCH));

    @Test
    void isKnownByTheCallsReferenceAndItsRunningNumber() {
        assertThat(application.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(application.board()).isEqualTo("K");
        assertThat(application.requestedAmount()).hasToString("100\u00a0000\u00a0kr");
    }

    @Test
    void goesTheWholeWayToADecision() {
        application.register("604-1-2026");
        application.reviewed();
        application.awaitCompletion();
        application.reviewed();
        application.assessed();
        application.prioritise();
        application.propose();
        application.propose();
        application.decide();

        assertThat(application.status()).isEqualTo(ApplicationStatus.DECIDED);
    }

    @Test
    void anExcludedOneIsProposedWithoutPrioritisation() {
        application.register("604-1-2026");
        application.reviewed();
        application.exclude();
        application.propose();

        assertThat(application.status()).isEqualTo(ApplicationStatus.PROPOSED);
    }

    @Test
    void aCheckBeforeTheDecisionDoesNotPutTheCaseBack() {
        application.register("604-1-2026");
        application.reviewed();
        application.assessed();
        application.reviewed();

        assertThat(application.status()).isEqualTo(ApplicationStatus.ASSESSED);
    }

    @Test
    void isWrittenOffOnlyAfterAWithdrawal() {
        assertThatThrownBy(application::writeOff)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Ansökan K-2026-2-017 kan inte skrivas av: den har status \"Mottagen\".");

        application.withdraw();
        application.writeOff();

        assertThat(application.status()).isEqualTo(ApplicationStatus.WRITTEN_OFF);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesAStepThatIsNotTheNext(String step, Consumer<Application> illegal) {
        assertThatThrownBy(() -> illegal.accept(application))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Ansökan K-2026-2-017 kan inte " + step);
        assertThat(application.status()).isEqualTo(ApplicationStatus.RECEIVED);
    }

    static Stream<Arguments> refusesAStepThatIsNotTheNext() {
        return Stream.of(
                step("kompletteras", Application::awaitCompletion),
                step("undantas från prioriteringen", Application::exclude),
                step("bedömas", Application::assessed),
                step("prioriteras", Application::prioritise),
                step("få ett förslag till beslut", Application::propose),
                step("beslutas", Application::decide));
    }

    @Test
    void aDecidedOneIsNotWithdrawn() {
        application.register("604-1-2026");
        application.reviewed();
        application.exclude();
        application.propose();
        application.decide();

        assertThatThrownBy(application::withdraw)
                .hasMessageContaining("kan inte återkallas: den har status \"Beslutad\".");
    }

    @Test
    void keepsWhenItCameWhoEnteredItAndWhatTheBoardReadsMost() {
        var received = Instant.parse("2026-09-18T08:00:00Z");
        var entered = Instant.parse("2026-09-21T08:00:00Z");
        var paper = Application.received(
                Reference.of("K-2026-2"),
                17,
                "K",
                answers(),
                received,
                new Application.Entry(Actor.of("registrarK"), entered));

        assertThat(paper.call()).isEqualTo(Reference.of("K-2026-2"));
        assertThat(paper.receivedAt()).isEqualTo(received);
        assertThat(paper.enteredAt()).isEqualTo(entered);
        assertThat(paper.enteredBy()).isEqualTo(Actor.of("registrarK"));
        assertThat(paper.applicantName()).isEqualTo("Föreningen Bryggan");
        assertThat(paper.organisationNumber()).isEqualTo("8020024280");
        assertThat(paper.email()).isEqualTo("forening@example.org");
        assertThat(paper.lateReason()).isNull();
        paper.judgeLate("Kom efter stängning");
        assertThat(paper.lateReason()).isEqualTo("Kom efter stängning");
    }

    @Test
    void hasADiaryNumberOnceItIsRegisteredAndAnOfficerOnceOneTakesIt() {
        assertThat(application.diaryNumber()).isNull();
        assertThat(application.officer()).isNull();
        application.register("604-1-2026");
        assertThat(application.diaryNumber()).isEqualTo("604-1-2026");
        application.renumber("604-9-2026");
        assertThat(application.diaryNumber()).isEqualTo("604-9-2026");
        application.takenOn(Actor.of("officerK1"));
        assertThat(application.officer()).isEqualTo(Actor.of("officerK1"));
    }

    @Test
    void laterAnswersReplaceWhatTheBoardReadsMost() {
        var current = answers("organisationName", "Bryggan");
        current.remove("requestedAmount");
        application.answer(current);

        assertThat(application.applicantName()).isEqualTo("Bryggan");
        assertThat(application.requestedAmount()).isEqualTo(Sek.ZERO);
    }

    @Test
    void anAgentActsForTheApplicantOnlyByAPowerOfAttorney() {
        assertThat(application.namedAgent()).isEmpty();
        var named = answers("hasAgent", true);
        named.putAll(Map.of("agentName", "Bo Ek", "agentEmail", "bo@example.org", "agentOrganisation", "Ek AB"));
        application.answer(named);
        assertThat(application.namedAgent()).contains(new Agent("Bo Ek", "bo@example.org", "Ek AB", null));
        assertThat(application.agent()).isEmpty();

        named.put("powerOfAttorney", true);
        named.put("powerOfAttorneyExtent", "Hela ärendet");
        application.answer(named);

        assertThat(application.agent()).contains(new Agent("Bo Ek", "bo@example.org", "Ek AB", "Hela ärendet"));
    }

    @Test
    void aReferenceBeginsWithItsBoard() {
        assertThat(Reference.of("AB-2026-2-017").board()).isEqualTo("AB");
    }

    @Test
    void isEndedWhateverItWaitsFor() {
        application.end();

        assertThat(application.status()).isEqualTo(ApplicationStatus.ENDED);
    }

    @ParameterizedTest
    @EnumSource
    void theRankingWaitsForCasesThatAreNotExaminedAndNobodyHandlesThoseThatHaveEnded(ApplicationStatus status) {
        assertThat(status.isUnsettled())
                .isEqualTo(Set.of("RECEIVED", "REGISTERED", "UNDER_REVIEW", "AWAITING_COMPLETION")
                        .contains(status.name()));
        assertThat(status.isFinal())
                .isEqualTo(Set.of("DECIDED", "WRITTEN_OFF", "ENDED").contains(status.name()));
        assertThat(status.isLeft())
                .isEqualTo(
                        Set.of("DECIDED", "WRITTEN_OFF", "ENDED", "WITHDRAWN").contains(status.name()));
    }

    private static Arguments step(String what, Consumer<Application> step) {
        return Arguments.of(what, step);
    }
}
