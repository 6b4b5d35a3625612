package se.tidig.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import se.tidig.Reference;

/**
 * Answers 400 if a value cannot be read, or stored (SQL class 22: NUL in a text, an impossible date), because the request
 * is at fault; 404 if it is a path with a text that is no reference, because nothing has such an address.
 */
@ControllerAdvice
class UnreadableValues {

    @ExceptionHandler
    void tell(DataAccessException failure, HttpServletResponse response) throws IOException {
        if (failure.getRootCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("22")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        throw failure;
    }

    @ExceptionHandler
    void tell(MethodArgumentTypeMismatchException failure, HttpServletResponse response) throws IOException {
        response.sendError(
                failure.getRequiredType() == Reference.class
                        ? HttpServletResponse.SC_NOT_FOUND
                        : HttpServletResponse.SC_BAD_REQUEST);
    }
}
