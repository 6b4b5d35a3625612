package se.tidig.mypages;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.application.Application;
import se.tidig.application.SignatureService;
import se.tidig.application.WaitingDrafts;
import se.tidig.document.Upload;
import se.tidig.document.UploadService;
import se.tidig.document.UploadState;
import se.tidig.document.Uploads;
import se.tidig.form.CaseTask;
import se.tidig.form.FormSchema;
import se.tidig.form.FormUpload;
import se.tidig.form.PartyForms;
import se.tidig.form.PartyForms.Opened;
import se.tidig.form.Rejected;
import se.tidig.organisation.Right;

/**
 * Receives what a party sends in from the page of a case. Nothing is received from a person whose right in the case's
 * organisation does not allow it, whoever calls.
 */
@Service
public class ActService {

    private final PartyAccess access;
    private final PartyForms forms;
    private final OpenActReader open;
    private final TypedAnswers typed;
    private final UploadService uploads;
    private final Uploads files;
    private final WaitingDrafts waiting;
    private final MessageSource words;

    ActService(
            PartyAccess access,
            PartyForms forms,
            OpenActReader open,
            TypedAnswers typed,
            UploadService uploads,
            Uploads files,
            WaitingDrafts waiting,
            MessageSource words) {
        this.access = access;
        this.forms = forms;
        this.open = open;
        this.typed = typed;
        this.uploads = uploads;
        this.files = files;
        this.waiting = waiting;
        this.words = words;
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

    /** The form of the act in the case. The caller checks that the person may read the case. */
    public Opened form(Act act, Application application, String person, Locale language) {
        return forms.open(task(act, application, person), language);
    }

    /**
     * The answers with those to the questions for documents.
     *
     * @param token of the page, in whose folder its files are
     */
    public Map<String, Object> answered(FormSchema form, Map<String, Object> answers, UUID token) {
        if (FormUpload.of(form).isEmpty()) {
            return answers;
        }
        var received = files.inFolder(token.toString()).stream()
                .filter(upload -> upload.state() != UploadState.INFECTED)
                .map(Upload::question)
                .collect(Collectors.toSet());
        return FormUpload.answered(form, answers, received);
    }

    /**
     * Receives the answers, once.
     *
     * @param token of the page
     * @param written what was typed; the questions for documents are answered by the files that have come
     * @throws Rejected if the person may not send it, or the form or the stage refuses the answers
     */
    @Transactional
    public Result submit(
            Act act, Application application, String person, UUID token, Map<String, Object> written, Locale language) {
        if (!access.may(act.right(), application, person)) {
            throw new Rejected("", "Du har inte rätt att skicka in det här för organisationen.");
        }
        var answers = answered(form(act, application, person, language).schema(), written, token);
        var before = typed.sent(token, answers);
        if (before.isPresent()) {
            return before.get() ? Result.REPEATED : Result.OTHER_BEFORE;
        }
        if (!open.isOpen(act, application)) {
            return Result.CLOSED;
        }
        checkSignature(application, person, answers, language);
        forms.submit(task(act, application, person), token, taken(act, application, answers), language);
        uploads.handIn(token.toString(), application.reference());
        typed.markSent(token, person, application.reference(), act, answers);
        typed.remove(person, application.reference(), act);
        return Result.RECEIVED;
    }

    /**
     * A completion can say that the application is signed; whoever says so may sign. While a second signature is awaited,
     * no agent's stands in for it.
     */
    private void checkSignature(Application application, String person, Map<String, Object> answers, Locale language) {
        var given = application.given();
        var said = SignatureService.SIGNED.stream()
                .filter(question -> "true".equals(String.valueOf(answers.get(question))) && !given.yes(question))
                .toList();
        if (!said.isEmpty() && !access.may(Right.SUBMIT, application, person)) {
            throw new Rejected(said.get(0), words.getMessage("mine.wrong.signature", null, language));
        }
        if (said.contains(SignatureService.AGENT)
                && waiting.awaited(application.reference()).isPresent()) {
            throw new Rejected(SignatureService.AGENT, words.getMessage("mine.wrong.awaited", null, language));
        }
    }

    /** The answers that the second of two signatories gives by signing are taken from nobody else. */
    private Map<String, Object> taken(Act act, Application application, Map<String, Object> answers) {
        if (act != Act.COMPLETION || waiting.awaited(application.reference()).isEmpty()) {
            return answers;
        }
        var taken = new LinkedHashMap<>(answers);
        taken.keySet().removeAll(Set.of(SignatureService.JOINT, SignatureService.AUTHORISED, SignatureService.SECOND));
        return taken;
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
