package se.tidig.engine.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/**
 * The words that a webapp shows where its own filter finds nobody logged in: the session ended in another tab after
 * Tidig had let the request pass.
 */
@Component
class WebappErrors extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var attributes = super.getErrorAttributes(request, options);
        if (Integer.valueOf(HttpServletResponse.SC_UNAUTHORIZED).equals(attributes.get("status"))
                && String.valueOf(attributes.get("path")).startsWith("/camunda/api/")) {
            attributes.put("message", Doors.LOGGED_OUT);
        }
        return attributes;
    }
}
