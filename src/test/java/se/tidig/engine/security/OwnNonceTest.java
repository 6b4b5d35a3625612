package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;

/** Each page of the webapps runs its scripts, however many people open pages at the same time. */
@TidigTest
class OwnNonceTest {

    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("<script[^>]* nonce=\"([^\"]+)\"");
    private static final int PEOPLE = 8;
    private static final int TIMES = 40;

    @LocalServerPort
    int port;

    @Test
    void theNonceOfAPageIsTheOneThatItsHeaderAllows() throws Exception {
        var person = new Browser(port);
        person.login("admin", DemoStaff.PASSWORD);
        Callable<Void> opening = () -> {
            for (int time = 0; time < TIMES; time++) {
                var page = person.get("/camunda/app/admin/default/");
                var allowed = IN_HEADER.matcher(
                        page.headers().firstValue("Content-Security-Policy").orElseThrow());
                var used = IN_PAGE.matcher(page.body());
                assertThat(allowed.find()).isTrue();
                assertThat(used.results().map(found -> found.group(1)))
                        .isNotEmpty()
                        .containsOnly(allowed.group(1));
            }
            return null;
        };
        var people = Executors.newFixedThreadPool(PEOPLE);
        try {
            var all = new ArrayList<Callable<Void>>();
            for (int each = 0; each < PEOPLE; each++) {
                all.add(opening);
            }
            for (var opened : people.invokeAll(all)) {
                opened.get();
            }
        } finally {
            people.shutdownNow();
        }
    }
}
