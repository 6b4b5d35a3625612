package se.tidig.application.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.application.draft.DraftFixture.ANNA;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.TidigTest;

/** Of what one person has typed on a page within an hour the last is kept, with what stood there before. */
@TidigTest
class DraftChangesTest {

    private static final String BO = "bo@example.org";
    private static final Instant MORNING = Instant.parse("2026-11-20T08:05:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-11-21T08:05:00Z");

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftChanges history;

    @Autowired
    private Drafts drafts;

    @Autowired
    private JdbcClient jdbc;

    private UUID id;

    @BeforeEach
    void aDraft() {
        id = fixture.begun();
        jdbc.sql("delete from tidig.draft_change where draft = ?").param(id).update();
    }

    @Test
    void theLastOfEachPersonPageAndHourIsKeptWithWhatStoodThereBefore() {
        changed("title", 1, null, ANNA, MORNING);
        changed("title", 2, "S", ANNA, MORNING.plusSeconds(5));
        changed("title", 3, "Sp", ANNA, MORNING.plusSeconds(10));
        changed("title", 4, "Språkcafé", BO, MORNING.plusSeconds(15));
        changed("title", 5, "Bos namn", ANNA, MORNING.plusSeconds(20));
        changed("title", 6, "Annas", ANNA, MORNING.plusSeconds(4_000));
        changed("otherQuestion", 6, "a", ANNA, MORNING.plusSeconds(4_000));

        assertThat(history.thinBefore(NEXT_DAY)).isEqualTo(2);

        assertThat(versions("title")).containsExactly(3, 4, 5, 6);
        assertThat(versions("otherQuestion")).containsExactly(6);
        assertThat(drafts.changes(id, 0).get("title").get(0).before()).isNull();
        assertThat(drafts.changes(id, 3).get("title").get(0).before()).isEqualTo("Språkcafé");
        assertThat(history.thinBefore(NEXT_DAY)).isZero();
    }

    @Test
    void whatIsYoungerAndWhatWasJoinedWithAColleaguesStay() {
        changed("title", 1, null, ANNA, MORNING);
        changed("title", 2, "S", ANNA, MORNING.plusSeconds(5));
        assertThat(history.thinBefore(MORNING)).isZero();
        jdbc.sql("update tidig.draft_change set mine = '{\"value\": \"Mitt\"}' where draft = ? and version = 2")
                .param(id)
                .update();

        assertThat(history.thinBefore(NEXT_DAY)).isZero();
        assertThat(versions("title")).containsExactly(1, 2);
    }

    private List<Integer> versions(String question) {
        return jdbc.sql("select version from tidig.draft_change where draft = ? and question = ? order by version")
                .params(id, question)
                .query(Integer.class)
                .list();
    }

    private void changed(String question, int version, String before, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into tidig.draft_change (draft, question, version, before, page, by, at)
                        values (?, ?, ?, cast(? as jsonb), 'group_project', ?, ?)
                        """)
                .params(
                        id,
                        question,
                        version,
                        before == null ? null : "{\"value\": \"" + before + "\"}",
                        by,
                        Timestamp.from(at))
                .update();
    }
}
