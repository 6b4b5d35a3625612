package se.tidig.application.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.organisation.Right;

/** Who is invited to which draft, and what was done about it. */
@Repository
class DraftGuests {

    private final JdbcClient jdbc;

    DraftGuests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person who has accepted an invitation to the draft that holds. */
    Optional<DraftGuest> accepted(UUID draft, String email) {
        return jdbc.sql("select * from tidig.draft_guest where draft = ? and email = ? and ended_at is null"
                        + " and accepted_at is not null")
                .params(draft, email)
                .query(DraftGuests::guest)
                .optional();
    }

    /** The drafts that the person has accepted to take part in, by id. */
    List<DraftGuest> acceptedBy(String email) {
        return jdbc.sql("select * from tidig.draft_guest where email = ? and ended_at is null"
                        + " and accepted_at is not null")
                .param(email)
                .query(DraftGuests::guest)
                .list();
    }

    /** The invitation to the draft that the person can answer. */
    Optional<DraftGuest> invited(UUID draft, String email, Instant now) {
        return invitedTo(email, now).stream()
                .filter(guest -> guest.draft().equals(draft))
                .findFirst();
    }

    /** The invitations that the person can answer. */
    List<DraftGuest> invitedTo(String email, Instant now) {
        return jdbc.sql("select * from tidig.draft_guest where email = ? and ended_at is null"
                        + " and accepted_at is null and expires_at > ? order by invited_at")
                .params(email, Drafts.at(now))
                .query(DraftGuests::guest)
                .list();
    }

    /** Everybody who is invited to the draft and has not declined, left or been removed. */
    List<DraftGuest> of(UUID draft) {
        return jdbc.sql("select * from tidig.draft_guest where draft = ? and ended_at is null order by invited_at, id")
                .param(draft)
                .query(DraftGuests::guest)
                .list();
    }

    void invite(UUID draft, String email, Right right, String inviter, Instant now, Instant expires) {
        jdbc.sql(
                        """
                        insert into tidig.draft_guest (draft, email, "right", invited_by, invited_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(draft, email, right.name(), inviter, Drafts.at(now), Drafts.at(expires))
                .update();
    }

    /** Whether this call accepted it; of two at the same time, one does. */
    boolean accept(UUID guest, Instant now) {
        return jdbc.sql("update tidig.draft_guest set accepted_at = ? where id = ? and accepted_at is null"
                                + " and ended_at is null")
                        .params(Drafts.at(now), guest)
                        .update()
                == 1;
    }

    /** Whether this call ended it. */
    boolean end(UUID guest, Instant now) {
        return jdbc.sql("update tidig.draft_guest set ended_at = ? where id = ? and ended_at is null")
                        .params(Drafts.at(now), guest)
                        .update()
                == 1;
    }

    /** The parts that the person has in drafts of the organisation, and the invitations that they have made and nobody has accepted. */
    List<DraftGuest> through(String organisation, String email) {
        return jdbc.sql(
                        """
                        select g.* from tidig.draft_guest g join tidig.draft d on d.id = g.draft
                        where d.organisation = :organisation and g.ended_at is null
                            and (g.email = :email or lower(g.invited_by) = :email and g.accepted_at is null)
                        order by g.invited_at
                        """)
                .param("organisation", organisation)
                .param("email", email)
                .query(DraftGuests::guest)
                .list();
    }

    void note(UUID draft, String by, DraftEvent.Kind what, String about, Right right, Instant now) {
        jdbc.sql(
                        """
                        insert into tidig.draft_event (draft, at, actor, what, about, "right")
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(draft, Drafts.at(now), by, what.name(), about, right == null ? null : right.name())
                .update();
    }

    /** The newest first. */
    List<DraftEvent> events(UUID draft) {
        return jdbc.sql("select * from tidig.draft_event where draft = ? order by id desc")
                .param(draft)
                .query((row, number) -> new DraftEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        DraftEvent.Kind.valueOf(row.getString("what")),
                        row.getString("about"),
                        row.getString("right") == null ? null : Right.valueOf(row.getString("right"))))
                .list();
    }

    private static DraftGuest guest(ResultSet row, int number) throws SQLException {
        var accepted = row.getTimestamp("accepted_at");
        return new DraftGuest(
                row.getObject("id", UUID.class),
                row.getObject("draft", UUID.class),
                row.getString("email"),
                Right.valueOf(row.getString("right")),
                row.getString("invited_by"),
                row.getTimestamp("invited_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                accepted == null ? null : accepted.toInstant());
    }
}
