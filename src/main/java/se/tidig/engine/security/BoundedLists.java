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
 * A list that is asked for over REST without a size is given up to the most that the engine gives at once. The engine
 * itself refuses to answer a list without end, and a client that has never heard of sizes would get nothing.
 */
class BoundedLists extends OncePerRequestFilter {

    private static final String SIZE = "maxResults";
    private static final Pattern SIZED = Pattern.compile("(^|&)" + SIZE + "=");

    private final int most;

    BoundedLists(ProcessEngine engine) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.most = configuration.getQueryMaxResultsLimit();
    }

    /** Metrics have a smaller size of their own, and what the webapps ask for besides the engine is theirs. */
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
