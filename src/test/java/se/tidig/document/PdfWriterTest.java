package se.tidig.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters name people and organisations in the script that they write their names in. */
class PdfWriterTest {

    private static final String PAGE =
            """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="sv"><head><title>Brev</title><style>
            body { font-family: Letter; font-size: 10pt } h1 { font-size: 15pt }
            </style></head><body>%s</body></html>""";

    @TempDir
    private Path dataDir;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ማሕበር ትግርኛ",
                "የአማርኛ ማኅበር",
                "中文协会 刘伟",
                "繁體中文 陳劉",
                "にほんご カタカナ 日本",
                "नेपाली संघ",
                "සිංහල",
                "สมาคมไทย",
                "ສະມາຄົມລາວ",
                "Українська асоціація",
                "Ελληνικός Σύλλογος",
                "Հայկական միություն",
                "ქართული ასოციაცია",
                "Hội Người Việt Nguyễn Thị",
                "Förening för Łódź, Şanlıurfa och Iași"
            })
    void aNameIsPrintedInItsScript(String name) throws IOException {
        assertThat(text(written("<p>" + name + "</p><h1>" + name + "</h1>")))
                .as(name)
                .doesNotContain("#")
                .contains(normal(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"جمعية محمد", "انجمن گچپژ", "כרמל עברית"})
    void arabicAndHebrewRunFromRightToLeft(String name) throws IOException {
        var sentence = "Länsstyrelsen beviljar %s bidrag med 100 000 kr.";

        assertThat(text(written("<p>" + sentence.formatted(name) + "</p>")))
                .doesNotContain("#")
                .contains(normal(sentence.formatted(name)));
    }

    @Test
    void aScriptThatThePackagedFontsLackIsPrintedWithAFontFromTheDataFolder() throws IOException {
        try (var font = PdfWriterTest.class.getResourceAsStream("/fonts/ttf/Kurinto/KurintoSans-Rg.ttf")) {
            Files.copy(font, dataDir.resolve("own.ttf"));
        }
        var page = PAGE.formatted("<p>ትግርኛ</p>");

        assertThat(text(new PdfWriter(List.of()).write(page))).contains("####");
        assertThat(text(new PdfWriter(PdfWriter.in(dataDir).toList()).write(page)))
                .contains("ትግርኛ");
    }

    private byte[] written(String body) {
        return new PdfWriter(dataDir).write(PAGE.formatted(body));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var seen = System.getProperty("letters.seen");
            if (seen != null) {
                Files.createDirectories(Path.of(seen));
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(0, 80),
                        "png",
                        Path.of(seen, System.nanoTime() + ".png").toFile());
            }
            return normal(new PDFTextStripper().getText(document));
        }
    }

    /** Letters as they are typed, whatever form they have in the middle of a word. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ");
    }
}
