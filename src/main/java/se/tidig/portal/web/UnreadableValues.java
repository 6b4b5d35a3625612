package se.tidig.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers 400 if a value cannot be stored (SQL class 22: NUL in a text, an impossible date), because the request is at
 * fault.
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
}
