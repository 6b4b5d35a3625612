package se.tidig.timelimit;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.timelimit.TimeLimits.Limit;

/** Last days that a form proposes and a person may change: so long from today as the table says, on a weekday. */
@Component
@Shows({"replyBy", "newCompletionBy", "reportCompletionBy", "newDue"})
class ProposedDays implements CaseContent {

    private static final Map<String, Limit> LIMITS = Map.of(
            "replyBy", Limit.HEARING_REPLY,
            "newCompletionBy", Limit.COMPLETION_EXTENSION,
            "reportCompletionBy", Limit.REPORT_COMPLETION,
            "newDue", Limit.REPORT_EXTENSION);

    private final TimeLimits limits;
    private final Clock clock;

    ProposedDays(TimeLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Object read(String key, CaseTask task) {
        return limits.of(LIMITS.get(key))
                .after(SwedishDate.on(clock.instant()))
                .last()
                .toString();
    }
}
