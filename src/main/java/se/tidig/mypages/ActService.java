package se.tidig.mypages;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.application.Application;
import se.tidig.document.UploadService;
import se.tidig.form.CaseTask;
import se.tidig.form.PartyForms;
import se.tidig.form.PartyForms.Opened;
import se.tidig.form.Rejected;

/** Receives what a party sends in from the page of a case. The caller checks the person's right. */
@Service
public class ActService {

    private final PartyForms forms;
    private final OpenActReader open;
    private final TypedAnswers typed;
    private final UploadService uploads;

    ActService(PartyForms forms, OpenActReader open, TypedAnswers typed, UploadService uploads) {
        this.forms = forms;
        this.open = open;
        this.typed = typed;
        this.uploads = uploads;
    }

    /** What became of a page that was sent. */
    public enum Result {
        RECEIVED,
        /** The same was received before. */
        REPEATED,
        /** Other answers were received from the page before; these are not. */
        OTHER_BEFORE,
        /** The case does not take it now. */
        CLOSED
    }

    /** The form of the act in the case. */
    public Opened form(Act act, Application application, String person, Locale language) {
        return forms.open(task(act, application, person), language);
    }

    /**
     * Receives the answers, once.
     *
     * @param token of the page
     * @throws Rejected if the form or the stage refuses them
     */
    @Transactional
    public Result submit(
            Act act, Application application, String person, UUID token, Map<String, Object> answers, Locale language) {
        var before = typed.sent(token, answers);
        if (before.isPresent()) {
            return before.get() ? Result.REPEATED : Result.OTHER_BEFORE;
        }
        if (!open.isOpen(act, application)) {
            return Result.CLOSED;
        }
        forms.submit(task(act, application, person), answers, language);
        uploads.handIn(token.toString(), application.reference());
        typed.markSent(token, person, application.reference(), act, answers);
        typed.remove(person, application.reference(), act);
        return Result.RECEIVED;
    }

    private static CaseTask task(Act act, Application application, String person) {
        return new CaseTask(
                application.reference(),
                application.board(),
                "incoming-document",
                act.element(),
                act.form(),
                null,
                null,
                Actor.of(person),
                Map.of("documentKind", act.kind()));
    }
}
