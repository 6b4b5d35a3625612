package se.tidig.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Adds the largest allowed size to a REST query that gives no size. The engine refuses unlimited queries, so a client
 * that does not know of sizes would get an error.
 */
class BoundedListFilter extends OncePerRequestFilter {

    private static final String SIZE = "maxResults";
    private static final Pattern SIZED = Pattern.compile("(^|&)" + SIZE + "=");

    private final int most;

    BoundedListFilter(ProcessEngine engine) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.most = configuration.getQueryMaxResultsLimit();
    }

    /**
     * Metrics have a smaller limit of their own, and requests to the webapps' own API are not queries of the engine.
     */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var asked = request.getQueryString();
        return !path.startsWith("/engine-rest/") && !path.startsWith("/camunda/api/engine/")
                || path.contains("/metrics")
                || asked != null && SIZED.matcher(asked).find();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        var asked = super.getQueryString();
                        return (asked == null || asked.isEmpty() ? "" : asked + "&") + SIZE + "=" + most;
                    }
                },
                response);
    }
}
