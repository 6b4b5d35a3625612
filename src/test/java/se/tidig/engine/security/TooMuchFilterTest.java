package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TooMuchFilterTest {

    private static final int LARGE = 8 * 1024 * 1024;

    private final TooMuchFilter filter = new TooMuchFilter();
    private final List<Integer> answers = new ArrayList<>();

    /** Sends the form; while it is being answered, sends the next one. */
    private int send(MockHttpServletRequest form, FilterChain next) throws Exception {
        form.setContentType("application/x-www-form-urlencoded");
        var response = new MockHttpServletResponse();
        filter.doFilter(form, response, next);
        return response.getStatus();
    }

    private static MockHttpServletRequest form(int bytes) {
        var form = new MockHttpServletRequest("POST", "/login");
        form.setContent(new byte[bytes]);
        return form;
    }

    private static MockHttpServletRequest withSession(int bytes) {
        var form = form(bytes);
        form.getSession(true);
        return form;
    }

    private void fourLargeOnes(FilterChain then) throws Exception {
        FilterChain chain = then;
        for (var large = 0; large < 4; large++) {
            var inner = chain;
            chain = (request, response) -> nested(form(LARGE), inner);
        }
        chain.doFilter(null, null);
    }

    private void nested(MockHttpServletRequest form, FilterChain next) {
        try {
            answers.add(send(form, next));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void strangersFillNoMoreThanTheirPartOfTheMemory() throws Exception {
        fourLargeOnes((request, response) -> nested(form(LARGE), (inner, answer) -> {}));

        assertThat(answers).containsExactly(503, 200, 200, 200, 200);
        assertThat(send(form(LARGE), (request, response) -> {}))
                .as("afterwards")
                .isEqualTo(200);
    }

    @Test
    void smallFormsAndThoseOfPeopleWhoAreLoggedInAreAlwaysTaken() throws Exception {
        fourLargeOnes((request, response) -> {
            nested(form(2_000), (inner, answer) -> {});
            nested(withSession(LARGE), (inner, answer) -> {});
        });

        assertThat(answers).containsOnly(200);
    }
}
