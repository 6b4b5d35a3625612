package se.tidig.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A name in Arabic or Hebrew does not move the text beside it. */
class IsolatesTest {

    private static final String NAME = "جمعية محمد 17";

    @Test
    void aTextHasTheIsolatesOfUnicodeAroundTheName() {
        assertThat(Isolates.asText("Ansökan från " + Isolates.mark(NAME) + ", 100 000 kr."))
                .isEqualTo("Ansökan från \u2068" + NAME + "\u2069, 100 000 kr.");
    }

    @Test
    void aPageHasAnElementAroundTheName() {
        assertThat(Isolates.asHtml("<p>Ansökan från <b>" + Isolates.mark(NAME) + "</b>, 100 000 kr.</p>"))
                .isEqualTo("<p>Ansökan från <b><bdi>" + NAME + "</bdi></b>, 100 000 kr.</p>");
    }

    @Test
    void titlesAndAttributesGetNoElement() {
        assertThat(Isolates.asHtml(
                        "<title>Om " + Isolates.mark(NAME) + "</title><a title=\"" + Isolates.mark(NAME) + "\">x</a>"))
                .isEqualTo("<title>Om \u2068" + NAME + "\u2069</title><a title=\"\u2068" + NAME + "\u2069\">x</a>");
    }

    @Test
    void eachLineIsIsolatedSeparately() {
        assertThat(Isolates.asText((String) Isolates.mark("שלום\nHej\r\nשלום")))
                .isEqualTo("\u2068שלום\u2069\nHej\r\n\u2068שלום\u2069");
    }

    @Test
    void leftToRightTextIsUnchanged() {
        var content = Map.of("name", "Föreningen Ł 中文", "rows", List.of("a", Map.of("b", 1)), "yes", true);

        assertThat(Isolates.mark(content)).isEqualTo(content);
        assertThat(Isolates.asText("Hej <Å>")).isEqualTo("Hej <Å>");
    }

    @Test
    void mapsListsAndMissingValuesAreHandled() {
        var content = new HashMap<String, Object>(Map.of("rows", Arrays.asList(null, Map.of("name", NAME))));
        content.put("none", null);

        assertThat(Isolates.asText(String.valueOf(Isolates.mark(content))))
                .contains("\u2068" + NAME + "\u2069", "none=null", "[null,");
    }

    @Test
    void aCutOrTypedMarkIsRemoved() {
        assertThat(Isolates.asHtml("<p>" + ((String) Isolates.mark(NAME)).substring(0, 6) + "</p>"))
                .isEqualTo("<p>" + NAME.substring(0, 5) + "</p>");
        assertThat(Isolates.asHtml("<p>" + Isolates.mark("\uFDD0a\uFDD1") + "</p>"))
                .isEqualTo("<p>a</p>");
    }
}
