package se.tidig.application.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.Hearing;
import se.tidig.application.Hearings;
import se.tidig.application.LaterHearing;
import se.tidig.application.Timeliness;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** What the applicant has been told and has answered beside the application: hearing and delay. */
@Component
@Shows({"hearing: text, deadline, reply", "delay: reason, expected"})
class CommunicationContent implements CaseContent {

    private final Hearings hearings;
    private final ObjectProvider<LaterHearing> laterHearings;
    private final Timeliness timeliness;

    CommunicationContent(Hearings hearings, ObjectProvider<LaterHearing> laterHearings, Timeliness timeliness) {
        this.hearings = hearings;
        this.laterHearings = laterHearings;
        this.timeliness = timeliness;
    }

    @Override
    public Object read(String key, CaseTask task) {
        if (key.equals("hearing")) {
            return later(task)
                    .or(() -> hearings.latest(task.reference()).map(this::shown))
                    .orElse(null);
        }
        return timeliness
                .latestNotice(task.reference())
                .map(notice -> Map.of("reason", notice.reason(), "expected", SwedishDate.text(notice.expectedOn())))
                .orElse(null);
    }

    /** Who enters comments sees what they are on, also where that came after the decision on the application. */
    private Optional<Map<String, Object>> later(CaseTask task) {
        return laterHearings.stream()
                .filter(hearing -> "hearing-reply".equals(task.form()))
                .flatMap(hearing -> hearing.open(task.reference()).stream())
                .findFirst()
                .map(open -> Map.of(
                        "text",
                        open.text(),
                        "deadline",
                        SwedishDate.text(open.deadline().minusSeconds(1))));
    }

    private Map<String, Object> shown(Hearing hearing) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("text", hearing.text());
        shown.put("deadline", SwedishDate.text(hearing.dueOn()));
        shown.put("reply", hearing.reply());
        return shown;
    }
}
