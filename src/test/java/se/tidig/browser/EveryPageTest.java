package se.tidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Chromium;
import se.tidig.TidigTest;

/**
 * Every page in each of its states, in both languages, narrow and wide, light and dark, with scripts and without: no
 * obstacle that axe finds, nothing scrolled sideways, no complaint of the browser, and never more than 150 kB. A page of
 * {@code engine/page-access.txt} that {@link Visits} does not see fails.
 */
@TidigTest
class EveryPageTest {

    private static final int NARROW = 320;
    private static final int TELEPHONE = 375;
    private static final int WIDE = 1440;
    private static final int MOST_BYTES = 150_000;

    /** Addresses that answer with a file, and so have no page of their own. */
    private static final Pattern FILES =
            Pattern.compile(".*(/bilagor/\\{upload}|/filer/\\{upload}|/handlingar/\\{document}|/pdf|\\.csv|\\.xlsx)");

    /** Facts about a page that hold without scripts of its own. */
    private static final String FACTS =
            """
            () => ({
              lang: document.documentElement.lang,
              title: document.title,
              h1: document.querySelectorAll('h1').length,
              wrong: !!document.querySelector('main .summary, main [aria-invalid=true], main [role=alert]'),
              ids: [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) !== at),
              bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .filter(e => !e.name.includes('/favicon')).reduce((sum, e) => sum + e.decodedBodySize, 0)
            })
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private PortalWorld world;

    private final List<String> complaints = new ArrayList<>();
    private final Set<String> cookies = new TreeSet<>();
    private Screen screen;
    private Visit at;

    @BeforeEach
    void open() {
        screen = new Screen(Chromium.program(), port);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void everyPageCanBeUsedByEverybody() throws IOException {
        var visits = Visits.of(world.build(port));
        assertThat(unseen(visits)).as("pages without a visit in Visits").isEmpty();

        for (var language : List.of("sv", "en")) {
            byPerson(visits).forEach((person, theirs) -> {
                var page = window(person, language, true);
                theirs.forEach(visit -> guarded(visit, () -> see(page, visit, language)));
            });
        }
        byPerson(visits).forEach((person, theirs) -> {
            var page = window(person, "sv", false);
            theirs.forEach(visit -> guarded(visit, () -> seeWithoutScripts(page, visit)));
        });
        assertThat(complaints).isEmpty();
        assertThat(cookies)
                .as("the cookies that the page on personal data names")
                .isEqualTo(named());
    }

    private static Set<String> unseen(List<Visit> visits) throws IOException {
        var seen = visits.stream().map(Visit::route).collect(Collectors.toSet());
        try (var file = EveryPageTest.class.getResourceAsStream("/engine/page-access.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("GET"))
                    .map(line ->
                            String.join(" ", Arrays.asList(line.split(" +")).subList(0, 2)))
                    .filter(route -> !FILES.matcher(route).matches() && !seen.contains(route))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Map<String, List<Visit>> byPerson(List<Visit> visits) {
        return visits.stream()
                .collect(Collectors.groupingBy(
                        visit -> visit.person() == null ? "" : visit.person(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private Page window(String person, String language, boolean scripts) {
        var page = screen.window(NARROW, scripts);
        page.navigate("/login");
        if (!person.isEmpty()) {
            Screen.login(page, person);
        }
        page.context().addCookies(List.of(new Cookie("language", language).setUrl("http://localhost:" + port)));
        page.onConsoleMessage(message -> complain(message));
        page.onPageError(error -> complaints.add(at.state() + ": " + error));
        page.onResponse(answer -> {
            if (answer.status() >= 400 && !answer.request().resourceType().equals("document")) {
                complaints.add(at.state() + ": " + answer.status() + " " + answer.url());
            }
        });
        return page;
    }

    /** A page that answers with a status of its own is logged by the browser too. */
    private void complain(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add(at.state() + ": " + message.text());
        }
    }

    /** A state that cannot be reached is told with the others. */
    private void guarded(Visit visit, Runnable look) {
        try {
            look.run();
        } catch (PlaywrightException unreached) {
            complaints.add(visit.state() + ": " + unreached.getMessage());
        }
    }

    private void open(Page page, Visit visit) {
        at = visit;
        draw(page, NARROW, ColorScheme.LIGHT);
        page.navigate(visit.path());
        visit.steps().accept(page);
        page.waitForLoadState();
        // The webapps of staff have a cookie of their own.
        if (!visit.isStaffs()) {
            page.context().cookies().forEach(cookie -> cookies.add(cookie.name));
        }
    }

    private void see(Page page, Visit visit, String language) {
        open(page, visit);
        facts(page, visit, language);
        fits(page, NARROW);
        fits(page, TELEPHONE);
        fits(page, WIDE);
        if (language.equals("sv")) {
            draw(page, NARROW, ColorScheme.LIGHT);
            found(page, Accessibility.obstacles(page));
            draw(page, WIDE, ColorScheme.DARK);
            found(page, Accessibility.drawn(page));
        } else {
            found(page, Accessibility.markup(page));
        }
    }

    private static void draw(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, 800);
        // A colour that is on its way from one scheme to the other is none of the page's.
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    private void found(Page page, List<?> obstacles) {
        obstacles.forEach(found ->
                complaints.add(at.state() + " " + page.url() + " at " + page.viewportSize().width + ": " + found));
    }

    private void seeWithoutScripts(Page page, Visit visit) {
        open(page, visit);
        facts(page, visit, "sv");
        fits(page, NARROW);
    }

    private void fits(Page page, int width) {
        page.setViewportSize(width, 800);
        var wide = (int) page.evaluate("document.documentElement.scrollWidth");
        check(wide <= width, "is " + wide + " wide at " + width + " " + page.url());
    }

    private void facts(Page page, Visit visit, String language) {
        var facts = (Map<?, ?>) page.evaluate(FACTS);
        check(language.equals(facts.get("lang")), "has the language " + facts.get("lang"));
        check(facts.get("h1").equals(1), "has " + facts.get("h1") + " main headings");
        check(((List<?>) facts.get("ids")).isEmpty(), "has ids twice: " + facts.get("ids"));
        check((int) facts.get("bytes") < MOST_BYTES, "has " + facts.get("bytes") + " bytes");
        var title = String.valueOf(facts.get("title"));
        check(
                title.startsWith(language.equals("sv") ? "Fel: " : "Error: ") == (boolean) facts.get("wrong"),
                "is called " + title + " at " + page.url());
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            complaints.add(at.state() + " " + otherwise);
        }
    }

    private Set<String> named() {
        var page = screen.visitor();
        page.navigate("/personuppgifter");
        return new TreeSet<>(page.locator("#cookies ~ dl dt").allInnerTexts());
    }
}
