package se.tidig.timelimit;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Fills;
import se.tidig.timelimit.TimeLimitsTable.Limit;

/**
 * Last days that a form proposes and a person may change: today plus the time that the table gives, moved to a weekday.
 */
@Component
class ProposedDaysContent implements CaseContent {

    private final TimeLimitsTable limits;
    private final Clock clock;

    ProposedDaysContent(TimeLimitsTable limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    record Days(LocalDate replyBy, LocalDate newCompletionBy, LocalDate reportCompletionBy, LocalDate newDue) {}

    @Fills
    Days days(CaseTask task) {
        return new Days(
                proposed(Limit.HEARING_REPLY),
                proposed(Limit.COMPLETION_EXTENSION),
                proposed(Limit.REPORT_COMPLETION),
                proposed(Limit.REPORT_EXTENSION));
    }

    private LocalDate proposed(Limit limit) {
        return limits.of(limit).after(SwedishDate.on(clock.instant())).last();
    }
}
