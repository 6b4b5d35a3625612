package se.tidig.application.process;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.Hearings;
import se.tidig.application.LaterHearing;
import se.tidig.application.TimelinessService;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** What the applicant has been told and has answered, apart from the application: hearing and delay. */
@Component
class CommunicationContent implements CaseContent {

    private final Hearings hearings;
    private final ObjectProvider<LaterHearing> laterHearings;
    private final TimelinessService timeliness;

    CommunicationContent(Hearings hearings, ObjectProvider<LaterHearing> laterHearings, TimelinessService timeliness) {
        this.hearings = hearings;
        this.laterHearings = laterHearings;
        this.timeliness = timeliness;
    }

    record PutBefore(String text, LocalDate deadline, String reply) {}

    record Delay(String reason, LocalDate expected) {}

    @Shows("hearing")
    Optional<PutBefore> hearing(CaseTask task) {
        return later(task).or(() -> hearings.latest(task.reference())
                .map(hearing -> new PutBefore(hearing.text(), hearing.dueOn(), hearing.reply())));
    }

    /**
     * The person who enters comments sees the material that they are about, also if it came after the decision on the
     * application.
     */
    private Optional<PutBefore> later(CaseTask task) {
        return laterHearings.stream()
                .filter(hearing -> "hearing-reply".equals(task.form()))
                .flatMap(hearing -> hearing.open(task.reference()).stream())
                .findFirst()
                .map(open -> new PutBefore(
                        open.text(), SwedishDate.on(open.deadline().minusSeconds(1)), null));
    }

    @Shows("delay")
    Optional<Delay> delay(CaseTask task) {
        return timeliness.latestNotice(task.reference()).map(notice -> new Delay(notice.reason(), notice.expectedOn()));
    }
}
