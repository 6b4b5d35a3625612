package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.ApplicationFixture.answers;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The states of an application and the steps between them. */
class ApplicationTest {

    private final Application application = Application.received(
            "K-2026-2", 17, "K", answers(), Instant.EPOCH, new Application.Entry("registrarK", Instant.EPOCH));

    @Test
    void isKnownByTheCallsReferenceAndItsRunningNumber() {
        assertThat(application.reference()).isEqualTo("K-2026-2-017");
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
                .hasMessage("Ansökan K-2026-2-017 kan inte skrivas av: den är mottagen.");

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

        assertThatThrownBy(application::withdraw).hasMessageContaining("kan inte återkallas: den är beslutad.");
    }

    private static Arguments step(String what, Consumer<Application> step) {
        return Arguments.of(what, step);
    }
}
