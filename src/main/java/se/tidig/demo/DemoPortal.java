package se.tidig.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.WholeApplication;
import se.tidig.application.WholeApplication.SentFile;
import se.tidig.document.UploadService;
import se.tidig.form.Answers;
import se.tidig.form.FormSchema;
import se.tidig.form.FormUpload;
import se.tidig.form.PostedAnswers;
import se.tidig.mypages.Act;
import se.tidig.mypages.ActService;
import se.tidig.mypages.PartyAccess;
import se.tidig.mypages.TypedAnswers;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.OrganisationNumber;
import se.tidig.organisation.OrganisationPeopleService;
import se.tidig.organisation.OrganisationPeopleService.Standing;

/**
 * The portal as the people of the demonstration use it: the services behind its pages, which check the rights of the
 * person whose address is given. Pages are not requested over HTTP, because the demonstration is played before the web
 * server answers, with a moved clock and each act in one transaction.
 */
@Component
class DemoPortal {

    /** The question for documents, in the application as in a completion. */
    private static final String ATTACHMENTS = "attachments";

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final ApplicantAccounts accounts;
    private final OrganisationPeopleService people;
    private final WholeApplication applying;
    private final PartyAccess access;
    private final ActService acts;
    private final TypedAnswers typed;
    private final UploadService uploads;

    DemoPortal(
            ApplicantAccounts accounts,
            OrganisationPeopleService people,
            WholeApplication applying,
            PartyAccess access,
            ActService acts,
            TypedAnswers typed,
            UploadService uploads) {
        this.accounts = accounts;
        this.people = people;
        this.applying = applying;
        this.access = access;
        this.acts = acts;
        this.typed = typed;
        this.uploads = uploads;
    }

    /** The person acts for an organisation that nobody has named before. */
    void represent(String person, String number, String name, String type, String position) {
        var account = accounts.find(person).orElseThrow();
        var organisation = new OrganisationNumber(number);
        if (people.standing(account, organisation) == Standing.UNKNOWN) {
            people.claim(account, organisation, name, type, position);
        }
    }

    /**
     * The person applies.
     *
     * @param answers by the form's keys; the documents that they name are sent
     */
    void apply(
            String person,
            String organisation,
            Reference call,
            Map<String, Object> answers,
            WholeApplication.Signatory signatory) {
        var files = documents(answers).stream()
                .map(document -> new SentFile(ATTACHMENTS + "." + document.kind(), document.name(), document.pdf()))
                .toList();
        applying.apply(person, organisation, call, asSent(answers), files, signatory);
    }

    /** The person sends a page of Mina sidor in the case. */
    void send(String person, Reference reference, Act act, Map<String, Object> answers) {
        var application = access.find(reference, person).orElseThrow();
        var page = typed.open(person, reference, act);
        var asked = acts.form(act, application, person, SWEDISH).schema();
        for (var document : documents(answers)) {
            uploads.receive(page.token().toString(), asked(asked, document), document.name(), document.pdf(), person);
        }
        var read = PostedAnswers.read(asked, null, asSent(answers), page.answers());
        received(act, application, acts.submit(act, application, person, page.token(), read.answers(), SWEDISH));
    }

    private static void received(Act act, Application application, ActService.Result result) {
        if (result != ActService.Result.RECEIVED) {
            throw new IllegalStateException(act + " in " + application.reference() + ": " + result);
        }
    }

    private static FormUpload asked(FormSchema form, DemoDocument document) {
        return FormUpload.of(form).stream()
                .filter(asked ->
                        asked.key().equals(ATTACHMENTS) && asked.alternative().equals(document.kind()))
                .findFirst()
                .orElseThrow();
    }

    /** The documents that the answers name. */
    private static List<DemoDocument> documents(Map<String, Object> answers) {
        return new Answers(answers)
                .choices(ATTACHMENTS).stream().map(DemoDocument::of).toList();
    }

    /** The answers as a page sends them. */
    private static MultiValueMap<String, String> asSent(Map<String, Object> answers) {
        var sent = new LinkedMultiValueMap<String, String>();
        answers.forEach((key, value) -> send(sent, key, value));
        return sent;
    }

    private static void send(MultiValueMap<String, String> sent, String name, Object value) {
        if (!(value instanceof List<?> list)) {
            sent.add(name, value.toString());
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> row) {
                var place = name + "[" + i + "].";
                row.forEach((key, cell) -> send(sent, place + key, cell));
            } else {
                sent.add(name, list.get(i).toString());
            }
        }
    }
}
