package se.tidig.casefile.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.casefile.process.AnsweredFormReader;
import se.tidig.document.Upload;
import se.tidig.document.Uploads;

/** The files that the applicant handed in with the case, each with what it was asked for. */
@Component
class UploadList {

    private final Uploads uploads;
    private final AnsweredFormReader forms;

    UploadList(Uploads uploads, AnsweredFormReader forms) {
        this.uploads = uploads;
        this.forms = forms;
    }

    List<Row> of(Reference reference) {
        return uploads.of(reference).stream()
                .map(upload -> new Row(forms.askedFile(reference, upload.question()), upload))
                .toList();
    }

    /** A file with the words of the question that it answers. */
    record Row(String question, Upload upload) {}
}
