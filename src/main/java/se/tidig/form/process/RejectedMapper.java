package se.tidig.form.process;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import se.tidig.form.Rejected;

/** Answers with the messages as they are; Tasklist shows {@code message}. */
public class RejectedMapper implements ExceptionMapper<Rejected> {

    @Override
    public Response toResponse(Rejected rejected) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "Rejected", "message", rejected.getMessage(), "fields", rejected.messages()))
                .build();
    }
}
