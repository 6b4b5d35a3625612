package se.tidig.application.process;

import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.MoreTime;
import se.tidig.application.MoreTime.Awaited;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.timelimit.TimeLimits;
import se.tidig.timelimit.TimeLimits.Limit;

/** A party's request for more time, and what it was answered. */
@Component
@Shows({"moreTime: awaited, text, receivedOn, deadline, granted, reason", "newReplyBy"})
class MoreTimeContent implements CaseContent {

    private final MoreTime moreTime;
    private final CaseJournal journal;
    private final TimeLimits limits;

    MoreTimeContent(MoreTime moreTime, CaseJournal journal, TimeLimits limits) {
        this.moreTime = moreTime;
        this.journal = journal;
        this.limits = limits;
    }

    @Override
    public Object read(String key, CaseTask task) {
        var running = moreTime.running(task.reference()).orElse(null);
        if (key.equals("newReplyBy")) {
            return running == null ? null : proposed(running);
        }
        var asked = journal.latest(task.reference(), EventKind.MORE_TIME);
        if (asked == null) {
            return null;
        }
        var shown = new LinkedHashMap<String, Object>();
        shown.put("text", asked.text());
        shown.put("receivedOn", SwedishDate.text(SwedishDate.on(asked.at())));
        moreTime.latest(task.reference()).ifPresent(answer -> {
            shown.put("awaited", answer.awaited().swedishName());
            shown.put("deadline", SwedishDate.text(answer.dueOn()));
            shown.put("granted", answer.granted());
            shown.put("reason", answer.reason());
        });
        if (running != null) {
            shown.put("awaited", running.awaited().swedishName());
            shown.put("deadline", SwedishDate.text(running.dueOn()));
        }
        return shown;
    }

    /** Counted from the last day that the party has, since it asks before that day has passed. */
    private Object proposed(MoreTime.Running running) {
        var limit = running.awaited() == Awaited.COMPLETION ? Limit.COMPLETION_EXTENSION : Limit.HEARING_REPLY;
        return limits.of(limit).after(running.dueOn()).last().toString();
    }
}
