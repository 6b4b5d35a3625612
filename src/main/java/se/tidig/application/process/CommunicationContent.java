package se.tidig.application.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.Hearing;
import se.tidig.application.Hearings;
import se.tidig.application.Timeliness;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** What the applicant has been told and has answered beside the application: hearing and delay. */
@Component
@Shows({"hearing: text, deadline, reply", "delay: reason, expected"})
class CommunicationContent implements CaseContent {

    private final Hearings hearings;
    private final Timeliness timeliness;

    CommunicationContent(Hearings hearings, Timeliness timeliness) {
        this.hearings = hearings;
        this.timeliness = timeliness;
    }

    @Override
    public Object read(String key, CaseTask task) {
        if (key.equals("hearing")) {
            return hearings.latest(task.reference()).map(this::shown).orElse(null);
        }
        return timeliness
                .latestNotice(task.reference())
                .map(notice -> Map.of("reason", notice.reason(), "expected", SwedishDate.text(notice.expectedOn())))
                .orElse(null);
    }

    private Map<String, Object> shown(Hearing hearing) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("text", hearing.text());
        shown.put("deadline", SwedishDate.text(hearing.dueOn()));
        shown.put("reply", hearing.reply());
        return shown;
    }
}
