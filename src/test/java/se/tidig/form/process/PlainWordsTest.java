package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import se.tidig.form.Rejected;

/** What a person is told whose work was overtaken by somebody else's. */
class PlainWordsTest {

    private static final SQLException DEADLOCK = new SQLException("deadlock detected", "40P01");

    static Stream<RuntimeException> overtaken() {
        return Stream.of(
                new OptimisticLockingException("stale"),
                new OptimisticLockingFailureException("stale"),
                new PessimisticLockingFailureException("select for update", DEADLOCK),
                new ProcessEnginePersistenceException("flush", new IllegalStateException(DEADLOCK)));
    }

    @ParameterizedTest
    @MethodSource("overtaken")
    void isSwedishAndSaysWhatToDo(RuntimeException cause) {
        assertThatThrownBy(() -> failing(cause).execute(new CompleteTaskCmd("1", Map.of())))
                .isInstanceOf(Rejected.class)
                .hasMessage("Någon annan ändrade ärendet samtidigt. Uppdatera sidan och försök igen.")
                .hasCause(cause);
    }

    @ParameterizedTest
    @MethodSource("overtaken")
    void theSystemsOwnWorkIsTriedAgainAndNotTold(RuntimeException cause) {
        assertThatThrownBy(() -> failing(cause).execute(new GetTaskVariableCmd("1", "x", false)))
                .isSameAs(cause);
    }

    @Test
    void anyOtherFaultIsNotTakenForThat() {
        var other = new ProcessEnginePersistenceException("flush", new SQLException("no such table", "42P01"));
        assertThatThrownBy(() -> failing(other).execute(new CompleteTaskCmd("1", Map.of())))
                .isSameAs(other);
    }

    private static PlainWords failing(RuntimeException cause) {
        var words = new PlainWords();
        words.setNext(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                throw cause;
            }
        });
        return words;
    }
}
