package se.tidig.application.process;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.MoreTimeService;
import se.tidig.application.MoreTimeService.Answer;
import se.tidig.application.MoreTimeService.Awaited;
import se.tidig.application.MoreTimeService.Running;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Fills;
import se.tidig.form.Shows;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.timelimit.TimeLimitsTable;
import se.tidig.timelimit.TimeLimitsTable.Limit;

/** A party's request for more time and its answer. */
@Component
class MoreTimeContent implements CaseContent {

    private final MoreTimeService moreTime;
    private final CaseJournal journal;
    private final TimeLimitsTable limits;

    MoreTimeContent(MoreTimeService moreTime, CaseJournal journal, TimeLimitsTable limits) {
        this.moreTime = moreTime;
        this.journal = journal;
        this.limits = limits;
    }

    /** The last day and what it is for are those that run now, and otherwise those of the latest answer. */
    record Request(
            String awaited, String text, LocalDate receivedOn, LocalDate deadline, Boolean granted, String reason) {}

    @Shows("moreTime")
    Request request(CaseTask task) {
        var asked = journal.latest(task.reference(), EventKind.MORE_TIME);
        if (asked == null) {
            return null;
        }
        var running = moreTime.running(task.reference());
        var answer = moreTime.latest(task.reference());
        return new Request(
                running.map(Running::awaited)
                        .or(() -> answer.map(Answer::awaited))
                        .map(Awaited::swedishName)
                        .orElse(null),
                asked.text(),
                SwedishDate.on(asked.at()),
                running.map(Running::dueOn).or(() -> answer.map(Answer::dueOn)).orElse(null),
                answer.map(Answer::granted).orElse(null),
                answer.map(Answer::reason).orElse(null));
    }

    /** Counted from the party's present last day, because it asks before that day has passed. */
    @Fills("newReplyBy")
    Optional<LocalDate> newReplyBy(CaseTask task) {
        return moreTime.running(task.reference()).map(running -> limits.of(
                        running.awaited() == Awaited.COMPLETION ? Limit.COMPLETION_EXTENSION : Limit.HEARING_REPLY)
                .after(running.dueOn())
                .last());
    }
}
