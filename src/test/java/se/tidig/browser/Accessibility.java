package se.tidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for obstacles to people with disabilities by axe-core: WCAG 2.2 A and AA, and its best practice. */
final class Accessibility {

    private static final String SCRIPT = script();

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
        page.evaluate(SCRIPT);
        var found = page.evaluate(
                "async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' +"
                        + " n.failureSummary).join('; '))");
        assertThat((List<?>) found).as("obstacles on " + page.url()).isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + page.url())
                .isEqualTo(page.viewportSize().width);
    }
}
