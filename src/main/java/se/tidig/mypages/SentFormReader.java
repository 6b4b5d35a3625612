package se.tidig.mypages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.Application;
import se.tidig.bundle.CaseTextSource;
import se.tidig.document.Copy;
import se.tidig.document.CopyService;
import se.tidig.document.Upload;
import se.tidig.document.Uploads;
import se.tidig.eligibility.Facts;
import se.tidig.form.AnsweredForm;
import se.tidig.form.FormAnswer;
import se.tidig.form.FormAnswers;
import se.tidig.form.FormSchema;

/** Reads the forms that a party has sent in, as they were, with the questions as the case's own forms word them. */
@Component
public class SentFormReader {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final FormAnswers answers;
    private final CaseTextSource texts;
    private final Uploads uploads;
    private final CopyService copies;
    private final Senders senders;
    private final MessageSource words;

    SentFormReader(
            FormAnswers answers,
            CaseTextSource texts,
            Uploads uploads,
            CopyService copies,
            Senders senders,
            MessageSource words) {
        this.answers = answers;
        this.texts = texts;
        this.uploads = uploads;
        this.copies = copies;
        this.senders = senders;
        this.words = words;
    }

    /** Oldest first. */
    public List<SentForm> of(Reference reference) {
        return answers.of(reference).stream()
                .flatMap(answer -> sent(answer).stream())
                .toList();
    }

    /** What has been sent in the case under the id. */
    public Optional<SentForm> find(Reference reference, String id) {
        return answers.ofTask(id)
                .filter(answer -> reference.equals(answer.reference()))
                .flatMap(SentFormReader::sent);
    }

    private static Optional<SentForm> sent(FormAnswer answer) {
        return Arrays.stream(Act.values())
                .filter(act -> answer.taskId() != null && answer.form() != null && act.isAnsweredBy(answer))
                .findFirst()
                .map(act -> new SentForm(answer.taskId(), act, answer));
    }

    /** The answers; a completion also answers questions of the application. */
    public AnsweredForm answers(SentForm sent) {
        var reference = sent.answer().reference();
        return AnsweredForm.of(
                Stream.of(sent.answer().form(), sent.act() == Act.COMPLETION ? Facts.FORM : "")
                        .flatMap(form -> texts.ofCase(reference, "forms/" + form + ".form").stream())
                        .map(FormSchema::parse)
                        .toList(),
                sent.answer().answers().values());
    }

    /** Whether staff have entered it from a paper. */
    public boolean isEntered(SentForm sent) {
        return senders.isStaff(sent.answer().actor());
    }

    public List<Upload> files(SentForm sent) {
        return uploads.of(sent.answer().reference()).stream()
                .filter(file -> sent.id().equals(file.folder()))
                .toList();
    }

    /** What was sent as a PDF. */
    public byte[] pdf(SentForm sent, Application application) {
        var facts = new ArrayList<Copy.Fact>();
        facts.add(fact("receipt.case", application.reference().value()));
        if (application.diaryNumber() != null) {
            facts.add(fact("receipt.diary", application.diaryNumber()));
        }
        facts.add(fact("receipt.applicant", application.applicantName()));
        var staff = senders.isStaff(sent.answer().actor());
        facts.add(fact(
                staff ? "copy.entered" : "receipt.received",
                SwedishDate.text(sent.answer().at())));
        if (!staff) {
            facts.add(fact("receipt.by", senders.name(sent.answer().actor())));
            facts.add(fact("copy.account", sent.answer().actor().value()));
        }
        return copies.write(
                application.reference(),
                new Copy(
                        words.getMessage("mine.sent." + sent.act().event(), null, SWEDISH),
                        facts,
                        answers(sent),
                        files(sent).stream().map(Upload::name).toList()));
    }

    private Copy.Fact fact(String label, String value) {
        return new Copy.Fact(words.getMessage(label, null, SWEDISH), value);
    }
}
