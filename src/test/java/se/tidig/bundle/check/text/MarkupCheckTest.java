package se.tidig.bundle.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tidig.bundle.check.SmallBundle;

/** Mails and letters may contain text, links that a person can follow, and embedded pictures. */
class MarkupCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<iframe src=\"https://x.example\"></iframe>; elementet iframe får inte stå",
                "<form action=\"https://x.example\"></form>; elementet form får inte stå",
                "<input name=\"a\"/>; elementet input får inte stå",
                "<base href=\"https://x.example\"/>; elementet base får inte stå",
                "<object data=\"x\"></object>; elementet object får inte stå",
                "<svg></svg>; elementet svg får inte stå",
                "<meta http-equiv=\"refresh\" content=\"0\"/>; meta med http-equiv",
                "<script>1</script>; har ett skript",
                "<p onclick=\"x()\">x</p>; har ett skript",
                "<img src=\"https://x.example/a.png\"/>; attributet src leder till \"https://x.example/a.png\"",
                "<img src=\"//x.example/a.png\"/>; attributet src leder till",
                "<a href=\"javascript:x()\">x</a>; attributet href leder till \"javascript:x()\"",
                "<p style=\"background: url(https://x.example)\">x</p>; utseendet (style) hämtar något",
                "<style>@import 'x'</style>; utseendet (style) hämtar något",
                "<table background=\"https://x.example\"></table>; attributet background leder till",
                "<p th:src=\"${applicant.name}\">x</p>; th:src är okänt eller inte tillåtet",
            })
    void markupThatRunsCodeAsksForInputOrLoadsFromElsewhereIsRefused(String markup, String cause) {
        for (var file : new String[] {SmallBundle.LETTER, SmallBundle.MAIL_HTML}) {
            assertThat(SmallBundle.sound()
                            .change(file, "<body>", "<body>" + markup)
                            .findings())
                    .anySatisfy(finding -> {
                        assertThat(finding.isError()).isTrue();
                        assertThat(finding.file()).isEqualTo(file);
                        assertThat(finding.cause()).contains(cause);
                    });
        }
    }

    @Test
    void aMailCannotLinkToAStylesheet() {
        assertThat(SmallBundle.sound()
                        .change(
                                SmallBundle.MAIL_HTML,
                                "<body>",
                                "<link rel=\"stylesheet\" href=\"https://x.example\"/><body>")
                        .findings())
                .anySatisfy(finding -> assertThat(finding.cause()).contains("elementet link hämtar något utifrån"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Läs mer på <a href=\"https://lansstyrelsen.se\">webbplatsen</a> eller <a href=\"mailto:a@b.se\">skriv</a>.</p>",
                "<table><tr><td style=\"text-align: right\">1</td></tr></table>",
                "<img src=\"data:image/png;base64,AAAA\" alt=\"\"/>",
            })
    void textLinksAndEmbeddedPicturesAreAllowed(String markup) {
        assertThat(SmallBundle.sound()
                        .change(SmallBundle.LETTER, "<body>", "<body>" + markup)
                        .findings())
                .isEmpty();
    }
}
