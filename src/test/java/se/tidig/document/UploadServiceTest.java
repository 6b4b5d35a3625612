package se.tidig.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.document.UploadRefused.Reason;
import se.tidig.form.FormUpload;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.organisation.Board;

/** Files of a draft: which are taken, when they may be opened, and that they follow the draft into its case. */
@TidigTest
class UploadServiceTest {

    private static final String PERSON = "forening@example.org";
    private static final FormUpload ASKED =
            new FormUpload("attachments.statutes", "attachments", "statutes", "Stadgar", 2, 10);

    @Autowired
    Uploads uploads;

    @Autowired
    UploadService service;

    @Autowired
    CaseJournal journal;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationFixture applications;

    private String draft;

    @BeforeEach
    void aDraft() {
        draft = UUID.randomUUID().toString();
    }

    @Test
    void aFileIsStoredAsItCame() {
        var upload = receive("stadgar.pdf", SampleFiles.pdf());

        assertThat(upload.mediaType()).isEqualTo("application/pdf");
        assertThat(upload.state()).isEqualTo(UploadState.UNSCANNED);
        assertThat(uploads.content(upload))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(SampleFiles.pdf()));
        assertThat(uploads.inFolder(draft)).containsExactly(upload);
        assertThat(uploads.inFolder(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void tenMegabytesAreTakenAndOneByteMoreIsRefused() {
        var largest = new byte[10 * 1024 * 1024];
        var pdf = SampleFiles.pdf();
        System.arraycopy(pdf, 0, largest, 0, pdf.length);
        receive("största.pdf", largest);

        var larger = new byte[largest.length + 1];
        System.arraycopy(pdf, 0, larger, 0, pdf.length);
        refused("större.pdf", larger, Reason.TOO_LARGE);
        assertThat(uploads.inFolder(draft)).hasSize(1);
    }

    @Test
    void aFormThatTakesSmallerFilesIsFollowedAndOneThatTakesLargerIsNot() {
        var twoMegabytes = new FormUpload("attachments.other", "attachments", "other", "Annat", 2, 2);
        var largest = new byte[2 * 1024 * 1024];
        System.arraycopy(SampleFiles.pdf(), 0, largest, 0, SampleFiles.pdf().length);
        service.receive(draft, twoMegabytes, "två.pdf", largest, PERSON);
        assertThatThrownBy(() -> service.receive(draft, twoMegabytes, "mer.pdf", new byte[largest.length + 1], PERSON))
                .isInstanceOfSatisfying(UploadRefused.class, refusal -> assertThat(refusal.limit())
                        .isEqualTo(2));

        var fifty = new FormUpload("attachments.other", "attachments", "other", "Annat", 2, 50);
        assertThatThrownBy(() -> service.receive(draft, fifty, "stor.pdf", new byte[10 * 1024 * 1024 + 1], PERSON))
                .isInstanceOfSatisfying(UploadRefused.class, refusal -> assertThat(refusal.limit())
                        .isEqualTo(10));
    }

    @Test
    void aProgramCalledPdfAndAnEmptyFileAreRefused() {
        refused("stadgar.pdf", SampleFiles.program(), Reason.TYPE);
        refused("stadgar.pdf", new byte[0], Reason.EMPTY);
        assertThat(uploads.inFolder(draft)).isEmpty();
    }

    @Test
    void aQuestionTakesAsManyFilesAsItsFormSays() {
        var first = receive("ett.pdf", SampleFiles.pdf());
        receive("två.pdf", SampleFiles.pdf());
        refused("tre.pdf", SampleFiles.pdf(), Reason.TOO_MANY);

        service.remove(draft, first.id());
        receive("tre.pdf", SampleFiles.pdf());
    }

    @Test
    void aFileThatIsHandedInBelongsToTheCaseAndStays() {
        var upload = receive("stadgar.pdf", SampleFiles.pdf());
        service.handIn(draft, Reference.of("K-2026-01-0001"));
        service.remove(draft, upload.id());
        service.remove(UUID.randomUUID().toString(), upload.id());

        assertThat(uploads.of(Reference.of("K-2026-01-0001")))
                .extracting(Upload::id)
                .containsExactly(upload.id());
    }

    @Test
    void whileAScannerIsConfiguredNobodyOpensAFileThatItHasNotSeen(@TempDir Path folder) throws Exception {
        try (var clamd = Clamd.start(folder)) {
            var scanner = new VirusScanner(clamd.address());
            var scanned = new UploadService(uploads, scanner, clock);
            var good = in(scanned, "stadgar.pdf", SampleFiles.pdf());
            var bad = in(scanned, "bilaga.txt", Clamd.EICAR.getBytes(StandardCharsets.US_ASCII));
            assertThat(uploads.find(good.id()).orElseThrow().state()).isEqualTo(UploadState.WAITING);
            assertThat(uploads.content(good)).isEmpty();

            var reference =
                    applications.receive(Board.K, ApplicationFixture.answers()).reference();
            service.handIn(draft, reference);
            scanAll(scanner);

            good = uploads.find(good.id()).orElseThrow();
            bad = uploads.find(bad.id()).orElseThrow();
            assertThat(good.state()).isEqualTo(UploadState.CLEAN);
            assertThat(uploads.content(good)).isPresent();
            assertThat(bad.state()).isEqualTo(UploadState.INFECTED);
            assertThat(bad.found()).startsWith("Eicar-Test");
            assertThat(uploads.content(bad)).isEmpty();
            assertThat(journal.of(reference))
                    .extracting(CaseEvent::text)
                    .anySatisfy(text -> assertThat(text).contains("bilaga.txt").contains("skadlig kod"));
        }
    }

    @Test
    void aScannerThatIsAwayLeavesTheFileWaitingAndRefusesNothing() {
        var scanner = new VirusScanner("127.0.0.1:1");
        var upload = in(new UploadService(uploads, scanner, clock), "stadgar.pdf", SampleFiles.pdf());

        assertThatThrownBy(() -> scanAll(scanner))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("clamd");
        assertThat(uploads.find(upload.id()).orElseThrow().state()).isEqualTo(UploadState.WAITING);
    }

    private void scanAll(VirusScanner scanner) {
        var scans = new UploadScanService(uploads, scanner, journal);
        while (Boolean.TRUE.equals(transactions.execute(status -> scans.scanNext()))) {
            assertThat(uploads.inFolder(draft)).isNotEmpty();
        }
    }

    private Upload in(UploadService to, String name, byte[] content) {
        return transactions.execute(status -> to.receive(draft, ASKED, name, content, PERSON));
    }

    private Upload receive(String name, byte[] content) {
        return service.receive(draft, ASKED, name, content, PERSON);
    }

    private void refused(String name, byte[] content, Reason reason) {
        assertThatThrownBy(() -> receive(name, content))
                .isInstanceOfSatisfying(UploadRefused.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));
    }
}
