package se.tidig.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request to the engine whose content is larger than {@link #MOST}. The REST interface reads the content into
 * memory, so one large request would stop the node for everybody.
 */
class BoundedBodyFilter extends OncePerRequestFilter {

    /** In bytes. The whole bundle of models is less than a tenth of it. */
    static final int MOST = 20 * 1024 * 1024;

    private static final String REFUSAL =
            "{\"type\":\"RequestTooLarge\",\"message\":\"Anropet är större än 20 MB. Dela upp det i flera.\"}";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.startsWith("/engine-rest") && !path.startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            refuse(request, response);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else {
            // It comes in parts and does not say how large it is.
            var content = request.getInputStream().readNBytes(MOST + 1);
            if (content.length > MOST) {
                refuse(request, response);
            } else {
                chain.doFilter(new ReadRequest(request, content), response);
            }
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        discard(request.getInputStream());
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.getWriter().write(REFUSAL);
    }

    /** Reads on for a while, because most clients read an answer only when they have sent everything. */
    private static void discard(InputStream content) throws IOException {
        var buffer = new byte[8192];
        var left = MOST;
        while (left > 0) {
            var read = content.read(buffer);
            left = read < 0 ? 0 : left - read;
        }
    }

    /** A request whose content has been read. */
    private static final class ReadRequest extends HttpServletRequestWrapper {

        private final ByteArrayInputStream content;

        ReadRequest(HttpServletRequest request, byte[] content) {
            super(request);
            this.content = new ByteArrayInputStream(content);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return content.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                    return content.read(bytes, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return content.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The engine reads its requests in their own thread");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        }
    }
}
