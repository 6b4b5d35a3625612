package se.tidig.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Lets the scanner look at the files that wait for it. */
@Service
class UploadScanService {

    private final Uploads uploads;
    private final VirusScanner scanner;
    private final CaseJournal journal;

    UploadScanService(Uploads uploads, VirusScanner scanner, CaseJournal journal) {
        this.uploads = uploads;
        this.scanner = scanner;
        this.journal = journal;
    }

    /**
     * Scans one file. One that holds something is deleted; if its case is handed in already, the officers read it in
     * the case's journal.
     *
     * @return whether a file waited
     * @throws UncheckedIOException if the scanner does not answer; the file goes on waiting
     */
    @Transactional
    public boolean scanNext() {
        var next = uploads.nextToScan();
        next.ifPresent(this::scan);
        return next.isPresent();
    }

    private void scan(Upload upload) {
        try {
            var found = scanner.scan(uploads.contentToScan(upload));
            found.ifPresentOrElse(name -> refuse(upload, name), () -> uploads.clean(upload));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Filer från sökande kontrolleras inte för skadlig kod: clamd på tidig.clamd svarar inte ("
                            + e.getMessage() + "). Kontrollera att clamd är i gång.",
                    e);
        }
    }

    private void refuse(Upload upload, String found) {
        uploads.infected(upload, found);
        if (upload.reference() != null) {
            journal.note(
                    upload.reference(),
                    EventKind.NOTE,
                    null,
                    "Filen ”%s” som sökanden lämnade innehöll skadlig kod (%s) och är borttagen. Be sökanden lämna handlingen på nytt."
                            .formatted(upload.name(), found));
        }
    }
}
