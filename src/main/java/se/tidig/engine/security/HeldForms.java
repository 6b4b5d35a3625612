package se.tidig.engine.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.WebUtils;
import se.tidig.Sha256;
import se.tidig.engine.AttemptLimit;

/**
 * Keeps what a person sent when their session had ended, so that they lose nothing by logging in again. It is kept for a
 * day and offered only in the same browser to the same person.
 */
@Repository
public class HeldForms {

    private static final String COOKIE = "hallet-formular";
    private static final String LAST = "senast-inloggad";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST_CHARACTERS = 500_000;
    private static final int BYTES = 24;

    /** Never stored; a form with a password is sent again by its person. */
    private static final Set<String> SECRETS = Set.of("password", "current", "chosen", "again");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final AttemptLimit limit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HeldForms(JdbcClient jdbc, AttemptLimit limit, Clock clock) {
        this.jdbc = jdbc;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * A form that waits.
     *
     * @param path to which it was sent
     * @param fields all values of each field
     */
    public record Held(String path, Map<String, List<String>> fields) {}

    /** Remembers in the browser who has logged in. */
    void loggedIn(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        set(request, response, LAST, mark(who), -1);
    }

    private static String mark(Authentication who) {
        return Sha256.hex(who.getName().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps the form, if it is one that can be sent again. */
    void hold(HttpServletRequest request, HttpServletResponse response) {
        var last = WebUtils.getCookie(request, LAST);
        if (last == null || !request.getMethod().equals("POST") || !isPlainForm(request)) {
            return;
        }
        var fields = fields(request);
        if (fields.keySet().stream().anyMatch(SECRETS::contains) || fields.isEmpty()) {
            return;
        }
        var written = write(fields);
        if (written.length() > MOST_CHARACTERS || limit.isExceeded("held form", request.getRemoteAddr())) {
            return;
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        jdbc.sql("delete from tidig.held_form where held_at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql("insert into tidig.held_form (digest, person, path, fields, held_at)"
                        + " values (?, ?, ?, cast(? as json), ?)")
                .params(digest(secret), last.getValue(), request.getRequestURI(), written, Timestamp.from(now))
                .update();
        set(request, response, COOKIE, secret, (int) KEPT.toSeconds());
    }

    private static boolean isPlainForm(HttpServletRequest request) {
        return request.getContentType() != null
                && request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                // PostgreSQL stores no NUL.
                fields.put(
                        name.replace("\0", ""),
                        List.of(values).stream()
                                .map(value -> value.replace("\0", ""))
                                .toList());
            }
        });
        return fields;
    }

    /** The form that waits for the person in this browser. */
    public Optional<Held> of(HttpServletRequest request, Authentication who) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        return jdbc.sql("select path, fields from tidig.held_form where digest = ? and person = ? and held_at > ?")
                .params(
                        digest(cookie.getValue()),
                        mark(who),
                        Timestamp.from(clock.instant().minus(KEPT)))
                .query((row, number) -> new Held(row.getString("path"), read(row.getString("fields"))))
                .optional();
    }

    /** The form is being sent again, or is not wanted. */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            jdbc.sql("delete from tidig.held_form where digest = ?")
                    .param(digest(cookie.getValue()))
                    .update();
            set(request, response, COOKIE, "", 0);
        }
    }

    private static String write(Map<String, List<String>> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<String>> read(String fields) {
        try {
            return JSON.readValue(fields, new TypeReference<LinkedHashMap<String, List<String>>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String secret) {
        return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, int seconds) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }
}
