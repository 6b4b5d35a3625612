package se.tidig.organisation;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who acts for which organisation. A person without a row has no right at all. */
@Repository
public class Memberships {

    private static final String SELECT =
            """
            select m.person, m.organisation, o.name, m."right", m.position, m.since
            from tidig.membership m join tidig.organisation o on o.number = m.organisation
            """;

    private static final RowMapper<Membership> ROW = (row, number) -> new Membership(
            row.getObject("person", UUID.class),
            row.getString("organisation"),
            row.getString("name"),
            Right.valueOf(row.getString("right")),
            row.getString("position"),
            row.getTimestamp("since").toInstant());

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The organisations that the person acts for, by name. */
    public List<Membership> of(UUID person) {
        return jdbc.sql(SELECT + "where m.person = ? order by o.name, o.number")
                .param(person)
                .query(ROW)
                .list();
    }

    /** What the person may do for the organisation; empty if they do not act for it. */
    public Optional<Membership> of(UUID person, String organisationNumber) {
        return jdbc.sql(SELECT + "where m.person = ? and m.organisation = ?")
                .params(person, organisationNumber)
                .query(ROW)
                .optional();
    }

    /** Everybody who acts for the organisation, those who have acted longest first. */
    public List<Membership> ofOrganisation(String organisationNumber) {
        return jdbc.sql(SELECT + "where m.organisation = ? order by m.since, m.person")
                .param(organisationNumber)
                .query(ROW)
                .list();
    }

    /** Adds the membership, or replaces the person's right and position. The organisation must be known. */
    public void save(Membership membership) {
        jdbc.sql(
                        """
                        insert into tidig.membership (person, organisation, "right", position, since)
                        values (?, ?, ?, ?, ?)
                        on conflict (person, organisation) do update
                            set "right" = excluded."right", position = coalesce(excluded.position, membership.position)
                        """)
                .params(
                        membership.person(),
                        membership.organisationNumber(),
                        membership.right().name(),
                        membership.position(),
                        Timestamp.from(membership.since()))
                .update();
    }

    void remove(UUID person, String organisationNumber) {
        jdbc.sql("delete from tidig.membership where person = ? and organisation = ?")
                .params(person, organisationNumber)
                .update();
    }
}
