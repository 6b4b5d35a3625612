package se.tidig.form.process;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.rest.dto.AuthorizationExceptionDto;

/** The engine's refusal in Swedish; the missing permissions are told beside it, as the engine does. */
public class NotAllowedMapper implements ExceptionMapper<AuthorizationException> {

    static final String MESSAGE =
            "Du har inte behörighet till detta. Be en administratör om den behörighet som saknas.";

    @Override
    public Response toResponse(AuthorizationException refusal) {
        var answer = AuthorizationExceptionDto.fromException(refusal);
        answer.setMessage(MESSAGE);
        // A refusal does not tell which case it is about.
        answer.setResourceId(null);
        answer.getMissingAuthorizations().forEach(missing -> missing.setResourceId(null));
        return Response.status(Response.Status.FORBIDDEN)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer)
                .build();
    }
}
