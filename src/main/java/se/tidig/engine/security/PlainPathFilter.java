package se.tidig.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects ambiguous paths ({@code //}, {@code ;}, {@code ..}, percent-encoded letters in the name of a servlet) and
 * values with NUL before anything reads them. Spring Security's own firewall runs after a filter that fails on them.
 */
class PlainPathFilter extends OncePerRequestFilter {

    private static final String ERROR_PAGE = "/error";

    private final StrictHttpFirewall firewall = new StrictHttpFirewall();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getCharacterEncoding() == null) {
            // This filter is the first that reads parameters; Spring's own encoding filter runs later.
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        if (request.getRequestURI().equals(request.getContextPath() + ERROR_PAGE)) {
            // The error page is shown after a failure and is not requested by its address.
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isPlain(request) && !hasNul(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** The database accepts no text with NUL. */
    private static boolean hasNul(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && query.contains("%00")
                || isForm(request)
                        && request.getParameterMap().values().stream()
                                .flatMap(Arrays::stream)
                                .anyMatch(value -> value.indexOf('\0') >= 0);
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && !path.startsWith("/engine-rest/")
                && !path.startsWith("/camunda/");
    }

    private boolean isPlain(HttpServletRequest request) {
        try {
            firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException e) {
            return false;
        }
        var servlet = request.getHttpServletMapping().getPattern();
        return !servlet.endsWith("/*")
                || request.getRequestURI()
                        .startsWith(request.getContextPath() + servlet.substring(0, servlet.length() - 2));
    }
}
