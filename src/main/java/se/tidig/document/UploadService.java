package se.tidig.document;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.FileSize;
import se.tidig.Reference;
import se.tidig.document.UploadRefused.Reason;
import se.tidig.form.FormUpload;

/** Takes the files that applicants hand in. The caller checks who may hand in to the folder. */
@Service
@Transactional
public class UploadService {

    /** The largest file in megabytes, whatever the form allows. */
    private static final int LARGEST = 10;

    /** The most files of one draft, whatever its form allows at each question. */
    private static final int MOST_IN_ALL = 60;

    private final Uploads uploads;
    private final VirusScanner scanner;
    private final Clock clock;

    UploadService(Uploads uploads, VirusScanner scanner, Clock clock) {
        this.uploads = uploads;
        this.scanner = scanner;
        this.clock = clock;
    }

    /**
     * Stores a file in a draft's folder.
     *
     * @param asked the document that it answers, with the most files and the largest that the form takes
     * @param name that the person's device gives it
     * @throws UploadRefused if it is empty, too large, of a kind that is not taken, or one too many
     */
    public Upload receive(String folder, FormUpload asked, String name, byte[] content, String person) {
        var shown = FileType.shownName(name);
        if (content.length == 0) {
            throw new UploadRefused(Reason.EMPTY, shown, 0);
        }
        var largest = Math.min(asked.maxMegabytes(), LARGEST);
        if (content.length > largest * FileSize.MEGABYTE) {
            throw new UploadRefused(Reason.TOO_LARGE, shown, largest);
        }
        var type = FileType.of(content, shown).orElseThrow(() -> new UploadRefused(Reason.TYPE, shown, 0));
        uploads.lock(folder);
        var before = uploads.inFolder(folder);
        var here = before.stream()
                .filter(upload -> upload.question().equals(asked.name()) && upload.state() != UploadState.INFECTED)
                .count();
        if (here >= asked.maxFiles() || before.size() >= MOST_IN_ALL) {
            throw new UploadRefused(Reason.TOO_MANY, shown, Math.min(asked.maxFiles(), MOST_IN_ALL));
        }
        var upload = new Upload(
                UUID.randomUUID(),
                folder,
                null,
                asked.name(),
                shown,
                type,
                content.length,
                null,
                scanner.isConfigured() ? UploadState.WAITING : UploadState.UNSCANNED,
                null,
                person,
                clock.instant());
        uploads.add(upload, content);
        return uploads.find(upload.id()).orElseThrow();
    }

    /** Takes a file out of a draft; a file that has been handed in stays. */
    public void remove(String folder, UUID id) {
        uploads.remove(folder, id);
    }

    /** The files of the draft now belong to the case. */
    public void handIn(String folder, Reference reference) {
        uploads.handIn(folder, reference);
    }
}
