package se.tidig.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is, its content says; what it is called only tells kinds of the same content apart. */
class FileTypeTest {

    @Test
    void documentsAndPicturesAreTaken() {
        assertThat(FileType.of(SampleFiles.pdf(), "stadgar.pdf")).contains("application/pdf");
        assertThat(FileType.of(SampleFiles.pdf(), "stadgar")).contains("application/pdf");
        assertThat(FileType.of(SampleFiles.png(), "bild.PNG")).contains("image/png");
        assertThat(FileType.of(SampleFiles.word(), "Budget.docx"))
                .contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(FileType.of(SampleFiles.openDocument(), "protokoll.odt"))
                .contains("application/vnd.oasis.opendocument.text");
        assertThat(FileType.of("Årsmötet valde Åke.".getBytes(StandardCharsets.UTF_8), "protokoll.txt"))
                .contains("text/plain");
    }

    @Test
    void aNameDoesNotMakeAnotherFileADocument() {
        assertThat(FileType.of(SampleFiles.program(), "stadgar.pdf")).isEmpty();
        assertThat(FileType.of(SampleFiles.word(), "stadgar.pdf")).isEmpty();
        assertThat(FileType.of(SampleFiles.zip("a.txt"), "stadgar.docx")).isEmpty();
        assertThat(FileType.of(page(), "stadgar.pdf")).isEmpty();
        assertThat(FileType.of(page(), "stadgar.txt")).isEmpty();
        assertThat(FileType.of("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "b.png"))
                .isEmpty();
    }

    @Test
    void aDocumentWithMacrosIsNotTaken() {
        assertThat(FileType.of(SampleFiles.word(), "budget.docm")).isEmpty();
    }

    private static byte[] page() {
        return "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd",
                "C:\\Dokument\\Årsmöte 2026.pdf|Årsmöte 2026.pdf",
                "stadgar\u202Efdp.exe|stadgarfdp.exe",
                "rad\u0000ett.pdf|radett.pdf",
                "...|fil",
                "مستند.pdf|مستند.pdf",
                "👍.png|👍.png",
            })
    void aNameIsShownWithoutPathAndUnseenSigns(String given, String shown) {
        assertThat(FileType.shownName(given)).isEqualTo(shown);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileType.shownName("å".repeat(300) + ".pdf")).hasSize(120).endsWith("å.pdf");
        assertThat(FileType.shownName(null)).isEqualTo("fil");
    }
}
