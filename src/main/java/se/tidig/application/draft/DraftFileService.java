package se.tidig.application.draft;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.document.Upload;
import se.tidig.document.UploadService;
import se.tidig.document.Uploads;
import se.tidig.form.FormUpload;

/** The documents of drafts: files that its organisation's people send, and open again. */
@Service
@Transactional
public class DraftFileService {

    private final DraftService drafts;
    private final UploadService service;
    private final Uploads uploads;

    DraftFileService(DraftService drafts, UploadService service, Uploads uploads) {
        this.drafts = drafts;
        this.service = service;
        this.uploads = uploads;
    }

    /** @throws se.tidig.document.UploadRefused if the file is not taken */
    public Upload receive(String person, UUID id, FormUpload asked, String name, byte[] content) {
        drafts.toWrite(person, id);
        return service.receive(id.toString(), asked, name, content, person);
    }

    /** Takes a file away; what is no file of the draft is left alone. */
    public void remove(String person, UUID id, UUID upload) {
        drafts.toWrite(person, id);
        service.remove(id.toString(), upload);
    }

    /** The file; empty if it is none of the draft's. */
    @Transactional(readOnly = true)
    public Optional<Upload> find(String person, UUID id, UUID upload) {
        drafts.open(person, id);
        return uploads.find(upload).filter(found -> found.folder().equals(id.toString()));
    }

    /** Its content; empty if the scanner has not passed it. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(Upload upload) {
        return uploads.content(upload);
    }
}
