package se.tidig.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import se.tidig.application.draft.AlreadySubmitted;
import se.tidig.application.draft.MayOnlyRead;
import se.tidig.application.draft.NoSuchDraft;

/**
 * Answers 404 for a draft that is none of the person's, and 403 for what the person has no right to do in one. Whoever
 * changes a submitted draft, on a page that was opened before, is led to its receipt.
 */
@ControllerAdvice
class DraftRefusals {

    @ExceptionHandler(NoSuchDraft.class)
    void tellNothing(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(MayOnlyRead.class)
    void refuse(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    @ExceptionHandler
    String showReceipt(AlreadySubmitted refused) {
        return "redirect:/utkast/" + refused.draft() + "/kvitto";
    }
}
