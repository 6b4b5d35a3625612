package se.tidig.organisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations, requests and events about who acts for an organisation. */
@Repository
class OrganisationPeopleRegister {

    static final Duration VALID = Duration.ofDays(14);

    private static final String INVITATIONS =
            """
            select i.id, i.organisation, o.name as organisation_name, i.email, i."right", p.name as inviter,
                i.invited_at, i.expires_at
            from tidig.organisation_invitation i
            join tidig.organisation o on o.number = i.organisation
            join tidig.applicant_person p on p.id = i.invited_by
            where i.answer is null
            """;

    private static final RowMapper<Invitation> INVITATION = (row, number) -> new Invitation(
            row.getObject("id", UUID.class),
            row.getString("organisation"),
            row.getString("organisation_name"),
            row.getString("email"),
            Right.valueOf(row.getString("right")),
            row.getString("inviter"),
            row.getTimestamp("invited_at").toInstant(),
            row.getTimestamp("expires_at").toInstant());

    private static final String REQUESTS =
            """
            select r.id, r.organisation, o.name as organisation_name, r.person, p.name, p.email, r.position, r.asked_at,
                o.email as contact
            from tidig.organisation_request r
            join tidig.organisation o on o.number = r.organisation
            join tidig.applicant_person p on p.id = r.person
            where r.answer is null
            """;

    private static final RowMapper<AdmissionRequest> REQUEST = (row, number) -> new AdmissionRequest(
            row.getObject("id", UUID.class),
            row.getString("organisation"),
            row.getString("organisation_name"),
            row.getObject("person", UUID.class),
            row.getString("name"),
            row.getString("email"),
            row.getString("position"),
            row.getTimestamp("asked_at").toInstant(),
            row.getString("contact"));

    private final JdbcClient jdbc;
    private final Clock clock;

    OrganisationPeopleRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    void invite(String organisation, String email, Right right, UUID inviter) {
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into tidig.organisation_invitation
                            (organisation, email, "right", invited_by, invited_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        organisation,
                        email,
                        right.name(),
                        inviter,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(VALID)))
                .update();
    }

    List<Invitation> invitationsTo(String email) {
        return jdbc.sql(INVITATIONS + " and i.email = ? and i.expires_at > ? order by i.invited_at")
                .params(email, now())
                .query(INVITATION)
                .list();
    }

    List<Invitation> invitationsOf(String organisation) {
        return jdbc.sql(INVITATIONS + " and i.organisation = ? order by i.invited_at")
                .param(organisation)
                .query(INVITATION)
                .list();
    }

    Optional<Invitation> invitation(UUID id) {
        return jdbc.sql(INVITATIONS + " and i.id = ?")
                .param(id)
                .query(INVITATION)
                .optional();
    }

    /** Whether this call answered it; of two at the same time, one does. */
    boolean answerInvitation(UUID id, String answer) {
        return jdbc.sql("update tidig.organisation_invitation set answer = ?, answered_at = ?"
                                + " where id = ? and answer is null")
                        .params(answer, now(), id)
                        .update()
                == 1;
    }

    /** Removes the old invitation, so that a new one with another right or a new time can be made. */
    void withdrawInvitations(String organisation, String email) {
        jdbc.sql("update tidig.organisation_invitation set answer = 'WITHDRAWN', answered_at = ?"
                        + " where organisation = ? and email = ? and answer is null")
                .params(now(), organisation, email)
                .update();
    }

    void withdrawInvitationsBy(String organisation, UUID inviter) {
        jdbc.sql("update tidig.organisation_invitation set answer = 'WITHDRAWN', answered_at = ?"
                        + " where organisation = ? and invited_by = ? and answer is null")
                .params(now(), organisation, inviter)
                .update();
    }

    /** Adds a request; false if the person has asked already. */
    boolean request(String organisation, UUID person, String position) {
        return jdbc.sql("insert into tidig.organisation_request (organisation, person, position, asked_at)"
                                + " values (?, ?, ?, ?) on conflict (organisation, person) where answer is null"
                                + " do nothing")
                        .params(organisation, person, position, now())
                        .update()
                == 1;
    }

    List<AdmissionRequest> requestsOf(String organisation) {
        return jdbc.sql(REQUESTS + " and r.organisation = ? order by r.asked_at")
                .param(organisation)
                .query(REQUEST)
                .list();
    }

    List<AdmissionRequest> requestsBy(UUID person) {
        return jdbc.sql(REQUESTS + " and r.person = ? order by r.asked_at")
                .param(person)
                .query(REQUEST)
                .list();
    }

    /** Requests about organisations that nobody in the portal acts for. */
    List<AdmissionRequest> requestsToStaff() {
        return jdbc.sql(REQUESTS + " and not exists (select from tidig.membership m where m.organisation ="
                        + " r.organisation) order by r.asked_at")
                .query(REQUEST)
                .list();
    }

    Optional<AdmissionRequest> request(UUID id) {
        return jdbc.sql(REQUESTS + " and r.id = ?").param(id).query(REQUEST).optional();
    }

    boolean answerRequest(UUID id, String answer) {
        return jdbc.sql("update tidig.organisation_request set answer = ?, answered_at = ?"
                                + " where id = ? and answer is null")
                        .params(answer, now(), id)
                        .update()
                == 1;
    }

    void note(String organisation, String actor, OrganisationEvent.Kind what, String about, Right right) {
        jdbc.sql("insert into tidig.organisation_event (organisation, at, actor, what, about, \"right\")"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(organisation, now(), actor, what.name(), about, right == null ? null : right.name())
                .update();
    }

    List<OrganisationEvent> events(String organisation) {
        return jdbc.sql("select at, actor, what, about, \"right\" from tidig.organisation_event"
                        + " where organisation = ? order by id desc")
                .param(organisation)
                .query((row, number) -> new OrganisationEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        OrganisationEvent.Kind.valueOf(row.getString("what")),
                        row.getString("about"),
                        row.getString("right") == null ? null : Right.valueOf(row.getString("right"))))
                .list();
    }

    /** When each person of the organisation last logged in, by person. */
    Optional<Instant> lastLogin(UUID person) {
        return jdbc.sql("select max(at) from tidig.applicant_login where person = ? and success")
                .param(person)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
