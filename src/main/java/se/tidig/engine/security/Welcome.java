package se.tidig.engine.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Where somebody comes after the log-in: where they were going, or else where they work. */
class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        return Role.STAFF.isOf(who) ? "/camunda/app/tasklist/default/" : Role.APPLICANT.isOf(who) ? "/mina-sidor" : "/";
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        if (Role.WORKER.isOf(who)) {
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/login?fel");
            return;
        }
        super.onAuthenticationSuccess(request, response, who);
    }
}
