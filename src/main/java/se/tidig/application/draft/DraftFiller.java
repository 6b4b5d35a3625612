package se.tidig.application.draft;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import se.tidig.Reference;
import se.tidig.application.WholeApplication;
import se.tidig.form.FormSchema;
import se.tidig.form.FormUpload;
import se.tidig.form.PostedAnswers;

/** Fills in a draft from its first page to its declaration. */
@Component
class DraftFiller implements WholeApplication {

    private final DraftFormReader form;
    private final DraftService drafts;
    private final DraftFileService files;
    private final DraftSubmissionService submissions;

    DraftFiller(DraftFormReader form, DraftService drafts, DraftFileService files, DraftSubmissionService submissions) {
        this.form = form;
        this.drafts = drafts;
        this.files = files;
        this.submissions = submissions;
    }

    @Override
    @Transactional
    public Reference apply(
            String person,
            String organisation,
            Reference call,
            MultiValueMap<String, String> typed,
            List<SentFile> sent,
            Signatory signatory) {
        var draft = drafts.begin(person, organisation, call);
        var asked = form.current();
        for (var part : asked.parts()) {
            var version = drafts.open(person, draft).draft().version();
            drafts.save(
                    person,
                    draft,
                    new DraftPage(
                            part.id(),
                            UUID.randomUUID().toString(),
                            version,
                            before -> PostedAnswers.read(asked, part.id(), typed, before)));
        }
        for (var file : sent) {
            files.receive(person, draft, document(asked, file.document()), file.name(), file.content());
        }
        var signing = new Signing(signatory.name(), signatory.role(), Signing.Capacity.SIGNATORY, true, true, true);
        return submissions.submit(person, draft, signing).reference();
    }

    private static FormUpload document(FormSchema form, String name) {
        return FormUpload.of(form).stream()
                .filter(asked -> asked.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such document: " + name));
    }
}
