package se.tidig.engine;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.Actor;
import se.tidig.organisation.Board;

/** The staff table; the engine's users, groups and tenants are read from it. */
@Repository
public class StaffRegister {

    private final JdbcClient jdbc;

    StaffRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person, if they may log in. */
    public Optional<Staff> find(String id) {
        return jdbc.sql("select * from tidig.staff where id = ? and active")
                .param(id)
                .query(StaffRegister::staff)
                .optional();
    }

    /** The name of a person, also if they have left; the text itself if it is no user id of staff; null if it is null. */
    public String nameOf(Actor actor) {
        var id = Actor.text(actor);
        return jdbc.sql("select name from tidig.staff where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(id);
    }

    /** The person, also if they have left. */
    public Optional<Staff> findEver(String id) {
        return jdbc.sql("select * from tidig.staff where id = ?")
                .param(id)
                .query(StaffRegister::staff)
                .optional();
    }

    /**
     * Whether somebody has or had the id in any letter case, because {@code ADMIN} would be taken for {@code admin}.
     */
    public boolean isTaken(String id) {
        return jdbc.sql("select count(*) from tidig.staff where lower(id) = lower(?)")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Lets nobody else add a person until the transaction ends. */
    void lock() {
        jdbc.sql("lock table tidig.staff in share row exclusive mode").update();
    }

    /** All people, also those who have left, ordered by id. */
    public List<Staff> everybody() {
        return jdbc.sql("select * from tidig.staff order by id")
                .query(StaffRegister::staff)
                .list();
    }

    /** All who may log in, ordered by id. */
    public List<Staff> all() {
        return jdbc.sql("select * from tidig.staff where active order by id")
                .query(StaffRegister::staff)
                .list();
    }

    /** Adds the person, or replaces the one with the same id. */
    public void save(Staff staff) {
        jdbc.sql(
                        """
                        insert into tidig.staff (id, name, email, password, groups, boards, active, first_password)
                        values (:id, :name, :email, :password, cast(:groups as text[]), cast(:boards as text[]), :active,
                            :first)
                        on conflict (id) do update set name = excluded.name, email = excluded.email,
                            password = excluded.password, groups = excluded.groups, boards = excluded.boards,
                            active = excluded.active, first_password = excluded.first_password
                        """)
                .param("id", staff.id())
                .param("name", staff.name())
                .param("email", staff.email())
                .param("password", staff.password())
                .param("groups", "{" + String.join(",", staff.groups()) + "}")
                .param("boards", staff.boards().stream().map(Board::name).collect(Collectors.joining(",", "{", "}")))
                .param("active", staff.active())
                .param("first", staff.firstPassword())
                .update();
    }

    private static Staff staff(ResultSet row, int number) throws SQLException {
        return new Staff(
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("password"),
                texts(row.getArray("groups")),
                texts(row.getArray("boards")).stream().map(Board::valueOf).collect(Collectors.toSet()),
                row.getBoolean("active"),
                row.getBoolean("first_password"));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).collect(Collectors.toSet());
    }
}
