package se.tidig.form.process;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * Puts {@link RequestFault} before the answers of the engine's REST interface: for exceptions that it wraps, that the
 * engine throws, that its own reading throws, and for input that is not JSON.
 */
@Priority(1)
public class FaultMappers implements ExceptionMapper<RestException> {

    @Override
    public Response toResponse(RestException failure) {
        return RequestFault.answer(failure);
    }

    /** The engine's exceptions that are not wrapped. */
    @Priority(1)
    public static class Unwrapped implements ExceptionMapper<ProcessEngineException> {

        @Override
        public Response toResponse(ProcessEngineException failure) {
            return RequestFault.answer(failure);
        }
    }

    /** Everything else, such as failures of the interface on a body that is {@code null}. */
    @Priority(1)
    public static class Other implements ExceptionMapper<RuntimeException> {

        @Override
        public Response toResponse(RuntimeException failure) {
            return RequestFault.answer(failure);
        }
    }

    /** JSON of another shape than expected; Jackson would name our classes. */
    @Priority(1)
    public static class OtherShape implements ExceptionMapper<JsonMappingException> {

        @Override
        public Response toResponse(JsonMappingException failure) {
            return notRead(failure);
        }
    }

    /** Input that is not JSON. */
    @Priority(1)
    public static class NoJson implements ExceptionMapper<JsonParseException> {

        @Override
        public Response toResponse(JsonParseException failure) {
            return notRead(failure);
        }
    }

    private static Response notRead(JsonProcessingException failure) {
        var at = failure.getLocation();
        var place = at == null ? "" : " (rad %d, tecken %d)".formatted(at.getLineNr(), at.getColumnNr());
        return RequestFault.answer(
                failure, Status.BAD_REQUEST, "Innehållet är inte den JSON som anropet väntar sig%s.".formatted(place));
    }
}
