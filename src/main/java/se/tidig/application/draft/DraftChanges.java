package se.tidig.application.draft;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Thins the history of drafts. A page saves itself as one types, so a day of writing leaves thousands of versions; who
 * did what is told by the last of each person, page and hour.
 */
@Repository
class DraftChanges {

    /** How far back changes are looked through; the job runs each hour, and a node may have been away for days. */
    private static final Duration SPAN = Duration.ofDays(7);

    /**
     * A run is what one person has saved in a question on one page within an hour, without anybody else in between. Its
     * last change stays, with what was there before the run. Changes that were joined with a colleague's all stay.
     */
    private static final String THIN =
            """
            with looked as (
                select draft, question, version, before, at,
                       case when mine is null and lag(mine) over earlier is null
                             and by = lag(by) over earlier and page = lag(page) over earlier
                             and date_trunc('hour', at) = date_trunc('hour', lag(at) over earlier)
                            then 0 else 1 end as begins
                  from tidig.draft_change
                 where at >= :since and at < :until
                window earlier as (partition by draft, question order by version)),
            runs as (
                select *, sum(begins) over (partition by draft, question order by version) as run from looked),
            kept as (
                select draft, question, run, max(version) as last, (array_agg(before order by version))[1] as first
                  from runs group by draft, question, run having count(*) > 1),
            moved as (
                update tidig.draft_change change set before = kept.first
                  from kept
                 where change.draft = kept.draft and change.question = kept.question and change.version = kept.last)
            delete from tidig.draft_change change
             using runs join kept using (draft, question, run)
             where change.draft = runs.draft and change.question = runs.question and change.version = runs.version
               and change.version <> kept.last
            """;

    private final JdbcClient jdbc;

    DraftChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many changes are taken away */
    @Transactional
    int thinBefore(Instant until) {
        return jdbc.sql(THIN)
                .param("since", Timestamp.from(until.minus(SPAN)))
                .param("until", Timestamp.from(until))
                .update();
    }
}
