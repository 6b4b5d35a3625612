package se.tidig.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import se.tidig.Sha256;
import se.tidig.engine.identity.LoginThrottle;

/**
 * Gives a browser that a person logs in with a cookie. An attempt with the cookie is told from those of strangers at
 * the same address, who therefore cannot hold it up with wrong passwords. The cookie alone opens nothing.
 */
@Component
class KnownDevice implements SessionAuthenticationStrategy {

    static final String COOKIE = "enhet";

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final LoginThrottle throttle;
    private final boolean alwaysSecure;
    private final SecureRandom random = new SecureRandom();

    KnownDevice(LoginThrottle throttle, @Value("${tidig.secure-cookies}") boolean alwaysSecure) {
        this.throttle = throttle;
        this.alwaysSecure = alwaysSecure;
    }

    @Override
    public void onAuthentication(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        var token = token(request).orElseGet(this::newToken);
        throttle.remember(who.getName(), id(token));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, token)
                        .path("/")
                        .httpOnly(true)
                        .secure(alwaysSecure || request.isSecure())
                        .sameSite("Lax")
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }

    /** The browser's id, from which its cookie cannot be found; null without a cookie. */
    static String of(HttpServletRequest request) {
        return token(request).map(KnownDevice::id).orElse(null);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(cookie -> cookie.getValue())
                .filter(TOKEN.asMatchPredicate());
    }

    private static String id(String token) {
        return "device " + Sha256.hex(token.getBytes(StandardCharsets.US_ASCII));
    }

    private String newToken() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
