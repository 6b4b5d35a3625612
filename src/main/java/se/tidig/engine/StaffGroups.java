package se.tidig.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The groups of staff: the built-in ones, and those that a process owner has declared in a bundle. */
@Repository
public class StaffGroups {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    StaffGroups(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * A group.
     *
     * @param id of the group in models and staff records
     * @param name in Swedish, as shown to people
     */
    public record Group(String id, String name) {

        /** Whether the people in the group administrate Tidig itself. */
        public boolean isAdministrators() {
            return id.equals(StaffGroup.ADMINISTRATORS.id());
        }
    }

    /** New groups were declared; they still lack what every group has, such as authorizations. */
    public record Added() {}

    /** All groups, by id. */
    public List<Group> all() {
        return jdbc.sql("select id, name from tidig.staff_group order by id")
                .query((row, number) -> new Group(row.getString("id"), row.getString("name")))
                .list();
    }

    public Optional<Group> find(String id) {
        return all().stream().filter(group -> group.id().equals(id)).findFirst();
    }

    /** Adds the groups of a deployed bundle and renames those that exist. No group is removed. */
    public void declare(Map<String, String> names) {
        var before = all().size();
        names.forEach((id, name) -> jdbc.sql(
                        """
                        insert into tidig.staff_group (id, name) values (:id, :name)
                        on conflict (id) do update set name = excluded.name
                        """)
                .param("id", id)
                .param("name", name)
                .update());
        if (all().size() > before) {
            events.publishEvent(new Added());
        }
    }
}
