package se.tidig.form.process;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * What the REST interface itself finds missing or forbidden, in Swedish. Something that exists and that the person
 * may not see is told like something that does not exist. All other faults of a request stay the engine's, for
 * programs.
 */
public class NotFoundMapper implements ExceptionMapper<InvalidRequestException> {

    static final String MESSAGE =
            "Det du frågar efter finns inte längre, eller så har du inte behörighet till det. Uppdatera listan och försök igen.";

    @Override
    public Response toResponse(InvalidRequestException refusal) {
        return switch (refusal.getStatus()) {
            case NOT_FOUND -> told(refusal, MESSAGE);
            case FORBIDDEN -> told(refusal, NotAllowedMapper.MESSAGE);
            default -> RequestFault.answer(refusal);
        };
    }

    private static Response told(InvalidRequestException refusal, String message) {
        var answer = ExceptionDto.fromException(refusal);
        answer.setMessage(message);
        return Response.status(refusal.getStatus())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer)
                .build();
    }
}
