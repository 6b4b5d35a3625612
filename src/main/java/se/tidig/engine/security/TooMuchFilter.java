package se.tidig.engine.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.Globals;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a page's form that Tomcat has not read to its end: too many fields, or more than it takes. Otherwise the fields
 * that are dropped in silence would be taken for answers that the person has removed, or the token for a forged one.
 */
class TooMuchFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null
                || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                        && !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                || request.getRequestURI().startsWith(request.getContextPath() + "/engine-rest");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getParameterMap();
        if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) == null) {
            chain.doFilter(request, response);
        } else if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new Unread(request), response);
        } else {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** The page that says so would fail too, if Spring tried to read the files for it. */
    private static final class Unread extends HttpServletRequestWrapper {

        private Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return null;
        }
    }
}
