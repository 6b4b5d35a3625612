package se.tidig.register;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The saved views of people and groups. */
@Repository
public class SavedViews {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person's own and those of their groups, in the order in which they were saved. */
    public List<SavedView> of(Viewer viewer) {
        return jdbc.sql(
                        """
                        select id, name, query, board, staff_group, owner = :owner as own from tidig.saved_view
                        where owner = :owner
                            or board || ':' || staff_group = any (cast(:desks as text[]))
                        order by staff_group is not null, id limit 100
                        """)
                .param("owner", viewer.id())
                .param("desks", viewer.desks().toArray(String[]::new))
                .query((row, number) -> new SavedView(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("query"),
                        row.getString("board"),
                        row.getString("staff_group"),
                        row.getBoolean("own")))
                .list();
    }

    /**
     * Saves the view, in place of the person's own of the same name.
     *
     * @param desk board and group that see it, as {@code K:caseOfficers}; empty if only the person sees it
     * @return false if the person has too many, or does not belong to the group
     */
    @Transactional
    public boolean save(String name, String query, String desk, Viewer viewer) {
        if (!desk.isEmpty() && !viewer.desks().contains(desk)) {
            return false;
        }
        jdbc.sql("delete from tidig.saved_view where owner = ? and name = ?")
                .params(viewer.id(), name)
                .update();
        var saved = jdbc.sql("select count(*) from tidig.saved_view where owner = ?")
                .param(viewer.id())
                .query(Integer.class)
                .single();
        if (saved >= MOST) {
            return false;
        }
        var parts = desk.split(":");
        jdbc.sql(
                        """
                        insert into tidig.saved_view (owner, board, staff_group, name, query, saved_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        viewer.id(),
                        desk.isEmpty() ? null : parts[0],
                        desk.isEmpty() ? null : parts[1],
                        name,
                        query,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    /** Removes a view that the person has saved. */
    public void remove(long id, Viewer viewer) {
        jdbc.sql("delete from tidig.saved_view where id = ? and owner = ?")
                .params(id, viewer.id())
                .update();
    }
}
