package se.tidig.form.process;

import java.sql.SQLException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.OptimisticLockingFailureException;
import se.tidig.form.Rejected;

/**
 * Tells a person in plain words why a command is refused. It stands outside the transaction, because the reason may
 * arise when the transaction ends.
 */
class PlainWords extends CommandInterceptor {

    /** PostgreSQL's error code for a transaction that it cancelled to end a deadlock. */
    private static final String DEADLOCK = "40P01";

    /** Carries a refusal out of the engine, which would log any other exception of ours as an error with its stack. */
    static final class Carried extends BadUserRequestException {

        private static final long serialVersionUID = 1L;

        private final transient Rejected rejected;

        Carried(Rejected rejected) {
            super(rejected.getMessage());
            this.rejected = rejected;
        }
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (Carried e) {
            throw e.rejected;
        } catch (RuntimeException e) {
            if (!isOvertaken(e) || Context.getCommandContext() != null || !RoadRegister.byPeople(command)) {
                throw e;
            }
            var rejected = new Rejected("", "Någon annan ändrade ärendet samtidigt. Uppdatera sidan och försök igen.");
            rejected.initCause(e);
            throw rejected;
        }
    }

    /** Whether somebody else was faster, or the database let one of two waiting transactions go on. */
    private static boolean isOvertaken(Throwable e) {
        return e instanceof OptimisticLockingException
                || e instanceof OptimisticLockingFailureException
                || e instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState())
                || e.getCause() != null && e.getCause() != e && isOvertaken(e.getCause());
    }
}
