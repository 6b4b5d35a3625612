package se.tidig.engine.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tidig.engine.FailureLine;

/** Logs a failed request as one line. Tomcat's own log is off, because it prints a stack trace of a hundred lines. */
class FailedRequests implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(FailedRequests.class);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ClientAbortException nobodyWaits) {
            throw nobodyWaits;
        } catch (IOException | ServletException | RuntimeException | Error failure) {
            var asked = (HttpServletRequest) request;
            LOG.error("{} {} failed: {}", asked.getMethod(), asked.getRequestURI(), FailureLine.withPlace(failure));
            LOG.debug("Its trace", failure);
            throw failure;
        }
    }
}
