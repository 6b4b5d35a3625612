package se.tidig.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.application.draft.DraftFixture.ANNA;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.application.draft.DraftFileService;
import se.tidig.application.draft.DraftFixture;
import se.tidig.application.draft.DraftService;
import se.tidig.document.Upload;
import se.tidig.document.Uploads;
import se.tidig.engine.DemoStaff;
import se.tidig.form.FormUpload;

/**
 * Scripted applicants of every kind, each with one known thing missing or one condition against them. All of them are told
 * on the page of the review, in words that name it, with a link to where it is answered.
 */
@TidigTest
class ToldBeforehandTest {

    private static final byte[] PAPER = "%PDF-1.4 En handling.".getBytes();

    @LocalServerPort
    private int port;

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftService drafts;

    @Autowired
    private DraftFileService files;

    @Autowired
    private Uploads uploads;

    @Autowired
    private Lacks lacks;

    private final List<String> untold = new ArrayList<>();
    private final Set<String> told = new TreeSet<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private Browser anna;
    private int cases;

    @Test
    void whateverIsMissingIsToldBeforeTheApplicationIsSubmitted() {
        for (var kind : lacks.kinds()) {
            var id = fixture.begun();
            if (anna == null) {
                anna = new Browser(port);
                anna.login(ANNA, DemoStaff.PASSWORD);
            }
            FormUpload.of(lacks.form()).forEach(asked -> send(id, asked));
            var complete = lacks.complete(drafts.open(ANNA, id), kind);
            fixture.type(ANNA, id, complete);
            assertThat(review(id).select(".notice.bad, .notice.warn:has(svg use[href$=warn]) li"))
                    .as("a complete application of " + kind)
                    .isEmpty();
            lacks.of(drafts.open(ANNA, id), kind, complete).forEach(lack -> tell(id, lack));
        }

        assertThat(untold).isEmpty();
        assertThat(cases).isGreaterThanOrEqualTo(200);
        assertThat(told).as("the rules that an applicant can break").containsAll(lacks.rules());
    }

    private void tell(UUID id, Lack lack) {
        cases++;
        var answers = new HashMap<String, Object>();
        drafts.open(ANNA, id).typed().keySet().forEach(key -> answers.put(key, null));
        answers.putAll(lack.answers());
        fixture.type(ANNA, id, answers);
        if (lack.document() != null) {
            sent(id).filter(file -> file.question().equals(lack.document()))
                    .forEach(file -> files.remove(ANNA, id, file.id()));
        }
        var items = review(id).select(".notice li");
        items.select("strong").forEach(name -> told.add(name.text()));
        var label = Lacks.label(lacks.form().component(lack.question()).orElseThrow());
        var link = items.stream()
                .filter(item -> lack.words().stream().allMatch(item.text()::contains))
                .flatMap(item -> item.select("a").stream())
                .filter(there -> there.text().equals(label))
                .findFirst();
        if (link.isEmpty()) {
            untold.add(lack + " is not among: " + items.eachText());
        } else if (!isThere(link.get())) {
            untold.add(lack + ": the link leads nowhere: " + link.get().attr("href"));
        }
        if (lack.document() != null) {
            FormUpload.of(lacks.form()).stream()
                    .filter(asked -> asked.name().equals(lack.document()))
                    .forEach(asked -> send(id, asked));
        }
    }

    private Stream<Upload> sent(UUID id) {
        return uploads.inFolder(id.toString()).stream();
    }

    private void send(UUID id, FormUpload asked) {
        files.receive(ANNA, id, asked, asked.name() + ".pdf", PAPER);
    }

    private Element review(UUID id) {
        return Jsoup.parse(anna.get("/utkast/" + id + "/granska").body());
    }

    /** Whether the page has what the link leads to; pages are read once, and again if they have changed. */
    private boolean isThere(Element link) {
        var href = link.attr("href");
        var page = href.substring(0, href.indexOf('#'));
        var anchor = href.substring(href.indexOf('#') + 1);
        return places.computeIfAbsent(page, this::ids).contains(anchor)
                || places.merge(page, ids(page), (before, now) -> now).contains(anchor);
    }

    private Set<String> ids(String page) {
        return Jsoup.parse(anna.get(page).body()).select("[id]").stream()
                .map(Element::id)
                .collect(Collectors.toSet());
    }
}
