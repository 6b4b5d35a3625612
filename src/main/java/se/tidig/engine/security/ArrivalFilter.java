package se.tidig.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.web.filter.OncePerRequestFilter;
import se.tidig.engine.Arrival;

/**
 * Notes when all of a request had come in, before anything that it may have to wait for. {@link TooMuchFilter} has read
 * the form: who sends its beginning in time and the rest after a deadline has not sent it in time.
 */
class ArrivalFilter extends OncePerRequestFilter {

    private final Clock clock;

    ArrivalFilter(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Arrival.mark(request, clock.instant());
        chain.doFilter(request, response);
    }
}
