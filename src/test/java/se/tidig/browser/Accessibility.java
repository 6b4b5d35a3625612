package se.tidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Looks for obstacles to people with disabilities by axe-core: WCAG 2.2 A and AA, and its best practice. */
final class Accessibility {

    private static final String SCRIPT = script();

    private static final String RUN =
            """
            async options => (await axe.run(document, {resultTypes: ['violations'], ...options}))
              .violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; '))
            """;

    /** The size of targets, which is new in WCAG 2.2, is off in axe unless it is asked for. */
    private static final Map<String, ?> ALL = Map.of("rules", Map.of("target-size", Map.of("enabled", true)));

    /** What depends on how the page is drawn: the slow half. */
    private static final List<String> DRAWN = List.of("color-contrast", "target-size", "scrollable-region-focusable");

    private Accessibility() {}

    private static String script() {
        try (var file = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page has no obstacle and is not wider than its window. */
    static void holds(Page page) {
        assertThat(obstacles(page)).as("obstacles on " + page.url()).isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + page.url())
                .isEqualTo(page.viewportSize().width);
    }

    /** What axe finds on the page as it is drawn now. */
    static List<?> obstacles(Page page) {
        return run(page, ALL);
    }

    /** What it finds in the colours and sizes of a page whose markup has been looked at. */
    static List<?> drawn(Page page) {
        return run(page, Map.of("runOnly", Map.of("type", "rule", "values", DRAWN)));
    }

    /** What it finds in the markup of a page whose colours and sizes have been looked at. */
    static List<?> markup(Page page) {
        return run(page, Map.of("rules", Map.of("color-contrast", Map.of("enabled", false))));
    }

    private static List<?> run(Page page, Map<String, ?> options) {
        if (!(boolean) page.evaluate("() => typeof axe === 'object'")) {
            page.evaluate(SCRIPT);
        }
        return (List<?>) page.evaluate(RUN, options);
    }
}
