package se.tidig.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the database after a burst, without Tidig's help, and tells what is lost or stands twice. */
final class Aftermath {

    private static final String REGISTRATIONS_LEFT =
            """
            select count(*) from engine.act_ru_job
            where process_instance_id_ is not null and retries_ > 0 and (duedate_ is null or duedate_ <= current_timestamp)
            """;

    private static final String MAILS_LEFT = "select count(*) from engine.act_ru_ext_task";

    private final JdbcClient jdbc;
    private final List<String> wrong = new ArrayList<>();

    Aftermath(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until everything is registered and every confirmation is sent. @return how long that took */
    Duration settle(Duration most) throws InterruptedException {
        var began = System.nanoTime();
        while (count(REGISTRATIONS_LEFT) + count(MAILS_LEFT) > 0) {
            if (System.nanoTime() - began > most.toNanos()) {
                wrong.add(count(REGISTRATIONS_LEFT) + " registrations and " + count(MAILS_LEFT) + " mails wait after "
                        + most.toSeconds() + " seconds");
                break;
            }
            Thread.sleep(200);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /**
     * What is wrong, in words; empty if each application that an applicant has a receipt of stands exactly once, and no
     * other does.
     */
    List<String> wrong(Collection<String> receipts) {
        var told = new TreeSet<>(receipts);
        if (told.size() != receipts.size()) {
            wrong.add((receipts.size() - told.size()) + " receipts carry a reference that another has");
        }
        var stored = new HashSet<>(texts("select reference from tidig.application where call = ?", BurstScene.CALL));
        told.stream().filter(reference -> !stored.contains(reference)).forEach(lost -> wrong.add(lost + " is lost"));
        stored.stream()
                .filter(reference -> !told.contains(reference))
                .forEach(more -> wrong.add(more + " stands though no applicant has a receipt of it"));
        same("numbers in the call", stored.size(), "select coalesce(max(number), 0) from tidig.application");
        same("diary numbers", stored.size(), "select count(distinct diary_number) from tidig.application");
        same("submitted drafts", stored.size(), "select count(*) from tidig.draft where submitted");
        same(
                "submissions",
                stored.size(),
                "select count(*) from tidig.draft_submission s join tidig.application a on a.reference = s.reference");
        once("process", "select business_key_ as what from engine.act_hi_procinst where proc_def_key_ = 'application'");
        once("entry in the journal", "select reference as what from tidig.case_event where kind = 'APPLICATION'");
        once("confirmation by mail", "select reference as what from tidig.mail where mail = 'application-received'");
        once("statutes", "select reference as what from tidig.upload where question = 'attachments.statutes'");
        once("annual report", "select reference as what from tidig.upload where question = 'attachments.annualReport'");
        none(
                "has not all of its answers",
                """
                select reference from tidig.application
                where requested_amount <> 100000 or answers ->> 'title' is null
                    or jsonb_array_length(answers -> 'budgetLines') <> 5
                """);
        none("has a failed step", "select coalesce(incident_msg_, activity_id_) from engine.act_ru_incident");
        return wrong;
    }

    /** Each application has exactly one of it. */
    private void once(String what, String query) {
        texts(
                        "select a.reference || ' has ' || count(f.what) || ' of ' || ? from tidig.application a left join ("
                                + query + ") f on f.what = a.reference group by a.reference having count(f.what) <> 1",
                        what)
                .forEach(wrong::add);
    }

    private void none(String what, String query) {
        texts(query).forEach(found -> wrong.add(found + " " + what));
    }

    private void same(String what, long expected, String query) {
        var found = count(query);
        if (found != expected) {
            wrong.add(found + " " + what + ", of " + expected);
        }
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private List<String> texts(String query, Object... values) {
        return jdbc.sql(query).params(values).query(String.class).list();
    }
}
