package se.tidig.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.document.Copy;
import se.tidig.document.CopyService;
import se.tidig.document.Upload;
import se.tidig.document.Uploads;
import se.tidig.eligibility.Facts;
import se.tidig.form.AnsweredForm;

/** Reads an application as it was submitted, before any completion, with the questions as its own form words them. */
@Component
public class SubmittedApplicationReader {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final DisplayRuleSource rules;
    private final ChangedAnswers changes;
    private final HandedInDrafts drafts;
    private final Uploads uploads;
    private final CopyService copies;
    private final MessageSource words;

    SubmittedApplicationReader(
            DisplayRuleSource rules,
            ChangedAnswers changes,
            HandedInDrafts drafts,
            Uploads uploads,
            CopyService copies,
            MessageSource words) {
        this.rules = rules;
        this.changes = changes;
        this.drafts = drafts;
        this.uploads = uploads;
        this.copies = copies;
        this.words = words;
    }

    public AnsweredForm of(Application application) {
        var form = rules.ofReference(application.reference()).form(Facts.FORM);
        return AnsweredForm.of(form.stream().toList(), changes.first(application.reference(), application.answers()));
    }

    /** The files that came with it, not those of later completions. */
    public List<Upload> files(Application application) {
        var submission = drafts.handedIn(application.reference());
        return uploads.of(application.reference()).stream()
                .filter(file -> submission
                        .filter(sent -> sent.draft().toString().equals(file.folder()))
                        .isPresent())
                .toList();
    }

    /** The application as a PDF. */
    public byte[] pdf(Application application) {
        var facts = new ArrayList<Copy.Fact>();
        facts.add(fact("receipt.case", application.reference().value()));
        if (application.diaryNumber() != null) {
            facts.add(fact("receipt.diary", application.diaryNumber()));
        }
        facts.add(fact("receipt.applicant", application.applicantName()));
        var submission = drafts.handedIn(application.reference());
        facts.add(fact(
                "receipt.received",
                submission.isEmpty()
                        ? SwedishDate.text(SwedishDate.on(application.receivedAt()))
                        : SwedishDate.text(application.receivedAt())));
        submission.ifPresent(sent -> {
            facts.add(fact("copy.signed", sent.signer() + ", " + sent.role()));
            if (sent.second() != null) {
                var second = sent.second();
                facts.add(fact(
                        "copy.signed", second.signer() + ", " + second.role() + ", " + SwedishDate.text(second.at())));
            }
            facts.add(fact("copy.account", sent.submittedBy().value()));
        });
        return copies.write(
                application.reference(),
                new Copy(
                        words.getMessage("submitted.title", new Object[] {application.reference()}, SWEDISH),
                        facts,
                        of(application),
                        files(application).stream().map(Upload::name).toList()));
    }

    private Copy.Fact fact(String label, String value) {
        return new Copy.Fact(words.getMessage(label, null, SWEDISH), value);
    }
}
