package se.tidig.engine.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.apache.catalina.Globals;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a page's form that Tomcat has not read to its end: too many fields, or more than it takes. Otherwise the fields
 * that are dropped in silence would be taken for answers that the person has removed, or the token for a forged one.
 *
 * <p>A form is in memory until it is answered. The large ones of people without a session get a bounded part of the
 * memory together, so that nobody fills it without a name.
 */
class TooMuchFilter extends OncePerRequestFilter {

    /** Nearly all forms are smaller. */
    private static final int SMALL = 64 * 1024;

    /** As much as Tomcat keeps of one form; {@code server.tomcat.max-http-form-post-size}. */
    private static final int MOST = 8 * 1024 * 1024;

    private final Semaphore strangersBytes = new Semaphore(4 * MOST);

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
        var bytes = bytes(request);
        if (bytes <= SMALL
                || request.getDispatcherType() == DispatcherType.ERROR
                || request.getSession(false) != null) {
            read(request, response, chain);
        } else if (strangersBytes.tryAcquire(bytes)) {
            try {
                read(request, response, chain);
            } finally {
                strangersBytes.release(bytes);
            }
        } else {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static int bytes(HttpServletRequest request) {
        var told = request.getContentLengthLong();
        return told < 0 ? MOST : (int) Math.min(told, MOST);
    }

    private static void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
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
