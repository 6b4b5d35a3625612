package se.tidig.form.process;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * A task or process that is over: the engine's REST interface answers some questions about it with 500, as if the
 * server had failed. It is told as what does not exist, see {@link NotFoundMapper}.
 */
@Priority(1)
public class Gone implements ExceptionMapper<RestException> {

    /** {@code task 4711 doesn't exist: task is null}; what a program forgot to send has no such sentence before it. */
    private static final Pattern MISSING =
            Pattern.compile("(doesn't exist|not found|Cannot find \\w+ with id \\S+): \\w+ is null$");

    @Override
    public Response toResponse(RestException failure) {
        return answer(failure);
    }

    /** The same where it is not wrapped. */
    @Priority(1)
    public static class Unwrapped implements ExceptionMapper<NullValueException> {

        @Override
        public Response toResponse(NullValueException failure) {
            return answer(failure);
        }
    }

    private static Response answer(Exception failure) {
        if (!MISSING.matcher(String.valueOf(failure.getMessage())).find()) {
            return ExceptionHandlerHelper.getInstance().getResponse(failure);
        }
        var answer = ExceptionDto.fromException(failure);
        answer.setMessage(NotFoundMapper.MESSAGE);
        return Response.status(Response.Status.NOT_FOUND)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer)
                .build();
    }
}
