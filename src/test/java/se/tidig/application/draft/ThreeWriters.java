package se.tidig.application.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.organisation.Right;

/**
 * Three people write in one draft, in random order and on pages of any age. Whatever one of them saves is there
 * afterwards, or in what is kept of it, and nobody's text is replaced by somebody who has not seen it.
 */
abstract class ThreeWriters {

    private static final List<String> QUESTIONS = List.of("title", "need", "method");

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftService drafts;

    @Autowired
    private JdbcClient jdbc;

    private UUID id;

    /** A page that somebody has open: what it showed, and what has been typed on it. */
    private final class OpenPage {
        private final String person;
        private final String name = UUID.randomUUID().toString();
        private final int version;
        private final Map<String, Object> fields = new LinkedHashMap<>();

        private OpenPage(String person) {
            var draft = drafts.open(person, id);
            this.person = person;
            this.version = draft.draft().version();
            QUESTIONS.forEach(question -> fields.put(question, draft.answers().get(question)));
        }
    }

    /** One draft, in which each step is a save. */
    void write(long seed, int steps) {
        var random = new Random(seed);
        id = fixture.begun();
        var people = List.of(
                DraftFixture.ANNA,
                fixture.person("bo@example.org", DraftFixture.BRYGGAN, Right.WRITE),
                fixture.person("cia@example.org", DraftFixture.BRYGGAN, Right.WRITE));
        var pages = new ArrayList<OpenPage>();
        var typed = new HashSet<String>();
        for (int step = 0; step < steps; step++) {
            if (pages.isEmpty() || random.nextInt(3) == 0) {
                pages.add(new OpenPage(people.get(random.nextInt(people.size()))));
            }
            var page = pages.get(random.nextInt(pages.size()));
            var question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
            var text = page.person + " " + step;
            page.fields.put(question, text);
            typed.add(text);
            var before = drafts.open(page.person, id).answers();
            var saved = drafts.save(page.person, id, DraftFixture.page(page.version, page.name, page.fields));
            var now = drafts.open(page.person, id).answers();
            if (!saved.conflicts().contains(question)) {
                assertThat(now.get(question)).isEqualTo(text);
            } else {
                assertThat(now.get(question)).isEqualTo(before.get(question));
            }
            if (random.nextInt(4) == 0) {
                choose(page.person, random);
            }
            assertThat(kept()).as("seed %d, step %d", seed, step).containsAll(typed);
        }
    }

    private void choose(String person, Random random) {
        var open = drafts.open(person, id);
        open.conflicts()
                .forEach(conflict -> drafts.choose(
                        person,
                        id,
                        conflict.question(),
                        DraftConflict.End.values()[random.nextInt(3)],
                        open.draft().version(),
                        open.answers().get(conflict.question()) + " + " + conflict.mine()));
    }

    /** Every text that stands in the draft or is kept of what it replaced. */
    private Set<String> kept() {
        return jdbc.sql(
                        """
                        select value ->> 'value' from tidig.draft_answer where draft = :draft
                        union select before ->> 'value' from tidig.draft_change where draft = :draft
                        union select mine ->> 'value' from tidig.draft_conflict where draft = :draft
                        """)
                .param("draft", id)
                .query(String.class)
                .set();
    }
}
