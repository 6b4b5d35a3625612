package se.tidig.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;

/**
 * When all of a request had reached the server. In the last minutes of a call it may wait there for a session, a connection or a lock;
 * what the server has received in time is in time all the same (22 § FL).
 */
public final class Arrival {

    private static final String NAME = Arrival.class.getName();

    private Arrival() {}

    public static void mark(HttpServletRequest request, Instant at) {
        if (request.getAttribute(NAME) == null) {
            request.setAttribute(NAME, at);
        }
    }

    public static Instant of(HttpServletRequest request) {
        return (Instant) request.getAttribute(NAME);
    }
}
