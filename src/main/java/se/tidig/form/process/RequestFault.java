package se.tidig.form.process;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tidig.engine.FailureLine;

/**
 * Tells what is wrong with a request, from the exception that it caused in Tidig. The engine's REST interface answers
 * many such requests with status 500 and a trace in the log, as if the server had failed.
 */
final class RequestFault {

    static final String UNREADABLE =
            "Något av värdena i anropet kan inte tolkas: ett datum utanför kalendern, eller en text med tecken som"
                    + " inte får finnas.";
    /** Says no more than is known: a fault in Camunda's own code looks the same. */
    static final String INCOMPLETE =
            "Anropet kunde inte utföras. Troligen saknar det något som behövs eller har ett värde av fel slag; annars är"
                    + " felet systemets, och det står i loggen.";

    private static final Logger LOG = LoggerFactory.getLogger(RequestFault.class);

    private static final Pattern MISSING =
            Pattern.compile("(?i)(does not exist|doesn't exist|not found|found with id|Cannot find \\w+ with id \\S+)");
    private static final Pattern NOT_POSSIBLE =
            Pattern.compile("does not have a subscription|No subscriptions were found|Cannot change tenantId");
    private static final String CAMUNDA = "org.camunda.";
    /** The engine's resource at which somebody asks for a decision. */
    private static final String EVALUATION = CAMUNDA + "bpm.engine.rest.sub.repository.impl.DecisionDefinition";

    /** The package of a class name in a message. It is removed, because the simple class name says enough. */
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.)+(?=[A-Z])");

    private static final String OURS = "se.tidig.";

    private static final Pattern ON_THE_WAY_IN = Pattern.compile(
            "^se\\.tidig\\.(engine\\.security\\.|form\\.process\\.(GateInterceptor|PlainWords|RoadRegister|Overviews)\\b)");

    private RequestFault() {}

    /**
     * The answer to the failure. A failure that is no fault of the request is told as the engine does it, and logged
     * as one line.
     */
    static Response answer(Exception failure) {
        return told(failure).orElseGet(() -> {
            if (failed(failure)) {
                LOG.error("A request to the engine failed: {}", FailureLine.withPlace(failure));
                LOG.debug("Its trace", failure);
            }
            var answer = ExceptionHandlerHelper.getInstance().getResponse(failure);
            if (answer.getEntity() instanceof ExceptionDto told && told.getMessage() != null) {
                told.setMessage(PACKAGES.matcher(told.getMessage()).replaceAll(""));
            }
            return answer;
        });
    }

    private static Optional<Response> told(Exception failure) {
        if (isUnreadable(failure)) {
            return Optional.of(answer(failure, Status.BAD_REQUEST, UNREADABLE));
        }
        var message = String.valueOf(failure.getMessage());
        if (!failed(failure)) {
            return Optional.empty();
        }
        var refusal = ourCause(failure);
        if (refusal.isPresent() && isEvaluated(failure)) {
            return Optional.of(answer(failure, Status.BAD_REQUEST, refusal.get().getMessage()));
        }
        if (has(failure, NotFoundException.class)
                || (has(failure, NullValueException.class) || failure instanceof RestException)
                        && MISSING.matcher(message).find()) {
            return Optional.of(answer(failure, Status.NOT_FOUND, NotFoundMapper.MESSAGE));
        }
        if (has(failure, NullValueException.class)
                || has(failure, NotValidException.class)
                || failure instanceof InvalidRequestException
                || NOT_POSSIBLE.matcher(message).find()) {
            return Optional.of(answer(
                    failure, Status.BAD_REQUEST, PACKAGES.matcher(message).replaceAll("")));
        }
        return isRaisedByReading(failure)
                ? Optional.of(answer(failure, Status.BAD_REQUEST, INCOMPLETE))
                : Optional.empty();
    }

    /** What Tidig itself threw; its message is a sentence for people. */
    private static Optional<Throwable> ourCause(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(cause -> cause.getClass().getName().startsWith(OURS))
                .findFirst();
    }

    /** Whether somebody asked for a decision, and no process did. */
    private static boolean isEvaluated(Exception failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(EVALUATION));
    }

    private static boolean failed(Exception failure) {
        return ExceptionHandlerHelper.getInstance().getStatus(failure).getStatusCode() >= 500;
    }

    /** Whether the database refuses a value (class 22): a date that no calendar has, a text with NUL. */
    private static boolean isUnreadable(Throwable failure) {
        for (var cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("22")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether Camunda's own code failed on what it read: a body that is {@code null}, a name without a value, an id
     * that does not exist. One line in the log says if, because it may also be a fault of Camunda's. A failure
     * within a step of a process, however deep in Camunda, is no fault of the request: a delegate may have called it
     * wrongly.
     */
    private static boolean isRaisedByReading(Exception failure) {
        var of = Arrays.stream(failure.getStackTrace())
                .filter(frame -> isOf(frame, CAMUNDA) || isOf(frame, OURS) && !isOnTheWayIn(frame))
                .toList();
        var raised = (failure instanceof NullPointerException
                        || failure instanceof IllegalArgumentException
                        || failure instanceof ClassCastException
                        || failure instanceof IndexOutOfBoundsException
                        || failure instanceof DateTimeException)
                && !of.isEmpty()
                && of.stream().allMatch(frame -> isOf(frame, CAMUNDA));
        if (raised) {
            LOG.warn(
                    "A request is refused over which Camunda fell: {} at {}",
                    failure.toString().replaceAll("\\s+", " "),
                    of.get(0));
        }
        return raised;
    }

    private static boolean isOf(StackTraceElement frame, String packages) {
        return frame.getClassName().startsWith(packages);
    }

    /** The gate and the filters, which each request over REST passes. */
    private static boolean isOnTheWayIn(StackTraceElement frame) {
        return ON_THE_WAY_IN.matcher(frame.getClassName()).find();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return kind.isInstance(failure) || failure.getCause() != null && kind.isInstance(failure.getCause());
    }

    static Response answer(Exception failure, Status status, String message) {
        var answer = ExceptionDto.fromException(failure);
        answer.setMessage(message);
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer)
                .build();
    }
}
