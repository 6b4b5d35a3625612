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
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters print names of people and organisations in their own script. */
class PdfWriterTest {

    private static final String PAGE =
            """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="sv"><head><title>Brev</title><style>
            body { font-family: Letter; font-size: 10pt } h1 { font-size: 15pt }
            </style></head><body>%s</body></html>""";

    /** The right margin of letter.css, 22 mm, in points. */
    private static final float MARGIN = 22 / 25.4f * 72;

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
                "한국어 협회",
                "សមាគមខ្មែរ",
                "မြန်မာအသင်း",
                "བོད་ཀྱི་ཚོགས་པ",
                "Hội Người Việt Nguyễn Thị",
                "Förening för Łódź, Şanlıurfa och Iași"
            })
    void aNameIsPrintedInItsOwnScript(String name) throws IOException {
        assertThat(text(written("<p>" + name + "</p><h1>" + name + "</h1>")))
                .as(name)
                .doesNotContain("#")
                .contains(normal(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"جمعية محمد", "انجمن گچپژ", "כרמל עברית"})
    void arabicAndHebrewAreWrittenFromRightToLeft(String name) throws IOException {
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

        assertThat(text(new PdfWriter(List.of()).write(page).pdf())).contains("####");
        assertThat(text(new PdfWriter(PdfWriter.in(dataDir).toList())
                        .write(page)
                        .pdf()))
                .contains("ትግርኛ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<strong>%s</strong>", "<em>%s</em>", "<h1>%s</h1>"})
    void emphasisUsesAnotherFontForLettersThatItsFontLacks(String emphasis) throws IOException {
        assertThat(text(written("<p>" + emphasis.formatted("جمعية محمد") + "</p>")))
                .contains(normal("جمعية محمد"));
        assertThat(text(written("<p>" + emphasis.formatted("ⴰⵣⵓⵍ") + "</p>"))).contains("ⴰⵣⵓⵍ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"نمی\u200cخواهم", "\u2068עברית\u2069", "葛\uDB40\uDD00城", "ab\u00adcd", "❤\uFE0F"})
    void signsWithoutAGlyphPrintNothing(String name) throws IOException {
        var letter = new PdfWriter(dataDir).write(PAGE.formatted("<p>" + name + "</p>"));

        assertThat(letter.missing()).isEmpty();
        assertThat(text(letter.pdf())).doesNotContain("#");
    }

    @Test
    void koreanTypedInPartsOfSyllablesIsPrintedInSyllables() throws IOException {
        var parts = Normalizer.normalize("한국어", Normalizer.Form.NFD);

        assertThat(text(written("<p>" + parts + "</p>"))).contains("한국어");
    }

    @Test
    void charactersThatNoFontHasAreReported() {
        var letter = new PdfWriter(dataDir).write(PAGE.formatted("<p>Namn \uD808\uDC00 och å</p>"));

        assertThat(letter.missing()).containsExactly(0x12000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Ansökan från %s.</p>",
                "<h1>%s</h1>",
                "<ul><li><strong>%s</strong></li></ul>",
                "<p class=\"board\">%s</p>",
                "<p class=\"text\">%s</p>",
                "<p><bdi>%s</bdi></p>",
                "<p><span>%s</span></p>"
            })
    void aLongTextWithoutSpacesStaysWithinThePage(String place) throws IOException {
        var style = Files.readString(Path.of("forms/letters/letter.css"));
        var word = "Västanå".repeat(429);
        var page = "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"sv\"><head><title>Brev</title><style>" + style
                + "</style></head><body>" + place.formatted(word) + "</body></html>";

        var pdf = new PdfWriter(dataDir).write(page).pdf();

        assertThat(text(pdf).replaceAll("\\s|\\d \\(\\d\\)", "")).contains(word);
        try (var document = Loader.loadPDF(pdf)) {
            var rightmost = new Rightmost();
            rightmost.getText(document);
            var paper = document.getPage(0).getMediaBox().getWidth();
            assertThat(rightmost.edge).isBetween(paper / 2, paper - MARGIN);
        }
    }

    /** The right end of the rightmost text, in points. */
    private static final class Rightmost extends PDFTextStripper {

        private float edge;

        @Override
        protected void processTextPosition(TextPosition text) {
            edge = Math.max(edge, text.getXDirAdj() + text.getWidthDirAdj());
            super.processTextPosition(text);
        }
    }

    private byte[] written(String body) {
        return new PdfWriter(dataDir).write(PAGE.formatted(body)).pdf();
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

    /** The letters as they are typed, not in the joined forms that they have within a word. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ");
    }
}
