package se.tidig.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have told of pages that they cannot use, for the administrators to answer. */
@Repository
class AccessibilityReports {

    /** A stranger who fills the table gains nothing and costs little. */
    private static final int MOST_UNANSWERED = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessibilityReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds a report.
     *
     * @param email to answer to; null if the person wants no answer
     * @return false if too many wait for an answer already
     */
    boolean add(String text, String email) {
        return jdbc.sql(
                                """
                                insert into tidig.accessibility_report (at, text, email)
                                select :at, :text, :email
                                where (select count(*) from tidig.accessibility_report where answered_at is null) < :most
                                """)
                        .param("at", now())
                        .param("text", text)
                        .param("email", email)
                        .param("most", MOST_UNANSWERED)
                        .update()
                == 1;
    }

    /** The reports that nobody has answered, oldest first. */
    List<Report> unanswered() {
        return jdbc.sql("select id, at, text, email from tidig.accessibility_report where answered_at is null"
                        + " order by id")
                .query(Report.class)
                .list();
    }

    void answer(long id, String administrator) {
        jdbc.sql("update tidig.accessibility_report set answered_by = ?, answered_at = ?"
                        + " where id = ? and answered_at is null")
                .params(administrator, now(), id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** A report as an administrator reads it; the address may be null. */
    record Report(long id, Instant at, String text, String email) {}
}
