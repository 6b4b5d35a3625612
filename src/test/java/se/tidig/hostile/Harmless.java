package se.tidig.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** What holds of every page, whatever has been typed. */
final class Harmless {

    private static final String EMBEDDINGS = "\u202A\u202B\u202D\u202E";
    private static final String ISOLATES = "\u2066\u2067\u2068";

    private Harmless() {}

    /** The page runs nothing that was typed, and mirrors nothing beside it. */
    static Document page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return html(answer.body());
    }

    /** The same, and it has no sign that cannot be seen: what is handed in is shown to others than who typed it. */
    static Document handedIn(HttpResponse<String> answer) {
        assertThat(answer.body().chars().filter(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t'))
                .isEmpty();
        return page(answer);
    }

    static Document html(String body) {
        var page = Jsoup.parse(body);
        for (var element : page.getAllElements()) {
            if (element.normalName().equals("script")) {
                assertThat(element.attr("src")).startsWith("/assets/");
            }
            assertThat(element.attributes().asList())
                    .extracting(Attribute::getKey)
                    .noneMatch(name -> name.startsWith("on"));
            element.textNodes().forEach(Harmless::turnsBack);
        }
        assertThat(page.select("b.evil, img[src=x], svg[id=evil], iframe, object, base"))
                .isEmpty();
        return page;
    }

    /** As the bidirectional algorithm does: what an isolate's end closes is closed with it. */
    private static void turnsBack(TextNode text) {
        var open = new ArrayDeque<Character>();
        for (var sign : text.getWholeText().toCharArray()) {
            if (EMBEDDINGS.indexOf(sign) >= 0) {
                open.push('e');
            } else if (ISOLATES.indexOf(sign) >= 0) {
                open.push('i');
            } else if (sign == '\u202C' && !open.isEmpty() && open.peek() == 'e') {
                open.pop();
            } else if (sign == '\u2069' && open.contains('i')) {
                while (open.pop() != 'i') {
                    // Embeddings within it.
                }
            }
        }
        assertThat(open).as(text.getWholeText()).isEmpty();
    }

    /** A page that says what is wrong; nobody sees how Tidig is built. */
    static String refusal(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("java.", "se.tidig", "Exception", "org.springframework");
        var said = Jsoup.parse(answer.body()).select("h1, .wrongtext, .notice, .summary, p").stream()
                .map(Element::text)
                .reduce("", (one, other) -> one + " " + other);
        assertThat(said).isNotBlank();
        return said;
    }
}
