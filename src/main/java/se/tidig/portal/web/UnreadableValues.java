package se.tidig.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A value that the database cannot hold (class 22: NUL in a text, a date that no calendar has) is a fault of the request. */
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
