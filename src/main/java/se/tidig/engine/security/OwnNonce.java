package se.tidig.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page of the webapps its own nonce. One of Camunda's filters writes the nonce into the header, another into
 * the page, and they pass it on in an attribute of the servlet context, which all requests share. If two people open
 * pages at the same moment, one gets the other's nonce; the browser then runs no script, and the page stays blank.
 */
class OwnNonce extends OncePerRequestFilter {

    private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = withOwnNonce(request.getServletContext());
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletContext getServletContext() {
                        return context;
                    }
                },
                response);
    }

    /** The servlet context, except that the nonce attribute belongs to the request. */
    private static ServletContext withOwnNonce(ServletContext shared) {
        var nonce = new AtomicReference<Object>();
        return (ServletContext) Proxy.newProxyInstance(
                OwnNonce.class.getClassLoader(), new Class<?>[] {ServletContext.class}, (proxy, method, given) -> {
                    var ofNonce = given != null && given.length > 0 && NONCE.equals(given[0]);
                    if (ofNonce && method.getName().equals("setAttribute")) {
                        nonce.set(given[1]);
                        return null;
                    } else if (ofNonce && method.getName().equals("getAttribute")) {
                        return nonce.get();
                    }
                    try {
                        return method.invoke(shared, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
