package se.tidig.engine.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * Remembers in a cookie which page a person asked for before the log-in, so that no session is needed for that. The
 * person is only sent to a path of this site, whatever the cookie contains.
 */
class WantedPageCache implements RequestCache {

    private static final String COOKIE = "onskad-sida";
    private static final int SECONDS = 30 * 60;
    private static final int LONGEST = 2_000;
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]*");

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getMethod().equals("POST") ? pageOfForm(request) : path(request);
        if (isPage(request) && path.length() <= LONGEST && PATH.matcher(path).matches()) {
            set(
                    request,
                    response,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.US_ASCII)),
                    SECONDS);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return Set.of("GET", "POST").contains(request.getMethod())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** The page on which a form was filled in, if this site showed it; otherwise empty. */
    private static String pageOfForm(HttpServletRequest request) {
        try {
            var page = URI.create(String.valueOf(request.getHeader(HttpHeaders.REFERER)));
            var here = URI.create(request.getRequestURL().toString());
            if (page.getRawAuthority() == null || !page.getRawAuthority().equals(here.getRawAuthority())) {
                return "";
            }
            return page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        try {
            var path = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.US_ASCII);
            return PATH.matcher(path).matches() ? new SimpleSavedRequest(path) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Forgets the page once the person has reached it; the first request is not repeated. A draft that saves itself while
     * its page leads to the log-in has not reached it.
     */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        var wanted = getRequest(request, response);
        if (isPage(request) && wanted != null && wanted.getRedirectUrl().equals(path(request))) {
            removeRequest(request, response);
        }
        return null;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            set(request, response, "", 0);
        }
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }
}
