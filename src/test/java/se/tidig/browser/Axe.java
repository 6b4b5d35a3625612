package se.tidig.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs axe-core in a page: WCAG 2.2 AA and what its makers call best practice. */
final class Axe {

    private static final String RUN =
            """
            async () => (await axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']}))
                .violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))
            """;

    private static String script;

    private Axe() {}

    /** What it finds against the page; empty if nothing. */
    @SuppressWarnings("unchecked")
    static List<String> findings(Page page) {
        page.evaluate(script());
        return (List<String>) page.evaluate(RUN);
    }

    private static String script() {
        if (script == null) {
            try (var file = Axe.class.getResourceAsStream("/axe.min.js")) {
                script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return script;
    }
}
