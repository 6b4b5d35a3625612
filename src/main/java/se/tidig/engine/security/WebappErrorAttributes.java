package se.tidig.engine.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/**
 * The message that a webapp shows if its own filters refuse a request: the session ended, or another person logged in,
 * in another tab after Tidig had let the request pass.
 */
@Component
class WebappErrorAttributes extends DefaultErrorAttributes {

    /** The webapps' filter against forged requests found a page of another session. */
    private static final String STALE = "Sidan hör till en tidigare inloggning. Läs in den på nytt och försök igen.";

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var attributes = super.getErrorAttributes(request, options);
        if (String.valueOf(attributes.get("path")).startsWith("/camunda/api/")) {
            var status = Objects.requireNonNullElse(attributes.get("status"), 0);
            if (status.equals(HttpServletResponse.SC_UNAUTHORIZED)) {
                attributes.put("message", Doors.LOGGED_OUT);
            } else if (status.equals(HttpServletResponse.SC_FORBIDDEN)) {
                attributes.put("message", STALE);
            }
        }
        return attributes;
    }
}
