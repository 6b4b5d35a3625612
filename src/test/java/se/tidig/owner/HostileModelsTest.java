package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.bundle.Bundle;
import se.tidig.engine.DemoStaff;

/**
 * Models that would harm the running system, posted over REST. Each is posted twice: with an allowed value in the place
 * of the harmful one it is published, so nothing else is in the way, and with the harmful one it is refused.
 */
@TidigTest
class HostileModelsTest {

    private static final String MAIL = "forms/mails/grant-closed.html";
    private static final String PROCESS = "processes/agent-refusal.bpmn";
    private static final String TABLE = "dmn/board-contact.dmn";
    private static final String FORM = "forms/rule-review.form";

    @Autowired
    OwnersDesk desk;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource({"texts", "models"})
    void theHarmfulOneIsRefusedWithItsFileAndElementAndTheHarmlessOneIsPublished(
            String file,
            BiFunction<String, String, String> with,
            String harmless,
            String harmful,
            String element,
            String why) {
        var before = desk.versions("application");
        desk.text(file, text -> with.apply(text, harmless)).deploy(port);
        var published = desk.versions("application");
        assertThat(published).hasSizeGreaterThan(before.size());
        desk.write(file, Bundle.packaged().text(file));

        var refused = desk.text(file, text -> with.apply(text, harmful)).post(port);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(file, element, why).doesNotContain("Exception");
        assertThat(desk.versions("application")).isEqualTo(published);
    }

    /** The check cannot know how large a fact will be, so the table is judged again when it is asked. */
    @Test
    void aTableThatComparesAllWithAllIsRefusedForAHugeFactAndNotForASmallOne() {
        desk.text(
                        TABLE,
                        text -> text.replace(
                                "<text>board</text>",
                                "<text>if count(for a in split(board, \",\"), b in split(board, \",\") return 1) &gt; 0"
                                        + " then board else null</text>"))
                .deploy(port);

        assertThat(ask("K").statusCode()).isEqualTo(200);
        assertThat(ask("K").body()).contains("Karlskrona");

        var refused = assertTimeout(Duration.ofSeconds(10), () -> ask("K,".repeat(5_000)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Uttrycket räknas inte ut").doesNotContain("Karlskrona", "java.lang");
    }

    private HttpResponse<String> ask(String board) {
        return new Browser(port)
                .with("admin", DemoStaff.PASSWORD)
                .postJson(
                        "/engine-rest/decision-definition/key/board-contact/evaluate",
                        Browser.asJson(Map.of("variables", Map.of("board", Map.of("value", board)))));
    }

    static Stream<Arguments> texts() {
        var paragraph = "<p>Hej igen!</p>";
        return Stream.of(
                inMail(paragraph, "<iframe src=\"https://x.example\"></iframe>", "iframe"),
                inMail(paragraph, "<form action=\"https://x.example\"><p>x</p></form>", "form"),
                inMail(paragraph, "<base href=\"https://x.example\"/>", "base"),
                inMail(paragraph, "<meta http-equiv=\"refresh\" content=\"0; url=https://x.example\"/>", "http-equiv"),
                inMail(
                        "<p><img src=\"data:image/png;base64,AAAA\" alt=\"\"/></p>",
                        "<p><img src=\"https://x.example/a.png\" alt=\"\"/></p>",
                        "https://x.example/a.png"),
                inMail(
                        "<p><a href=\"https://lansstyrelsen.se\">x</a></p>",
                        "<p><a href=\"javascript:alert(1)\">x</a></p>",
                        "javascript:alert(1)"));
    }

    private static Arguments inMail(String harmless, String harmful, String why) {
        return arguments(
                MAIL,
                (BiFunction<String, String, String>) (text, put) -> text.replace("<p>Hej!</p>", "<p>Hej!</p>" + put),
                harmless,
                harmful,
                "rad ",
                why);
    }

    static Stream<Arguments> models() {
        return Stream.of(
                arguments(
                        PROCESS,
                        replacing("camunda:historyTimeToLive=\"P3650D\"", "camunda:historyTimeToLive=\"%s\""),
                        "P3649D",
                        "P0D",
                        "agent-refusal",
                        "är noll"),
                arguments(
                        TABLE,
                        replacing("<definitions ", "<definitions expressionLanguage=\"%s\" "),
                        "feel",
                        "juel",
                        "definitions",
                        "juel"),
                arguments(
                        TABLE,
                        replacing(
                                "<text>board</text>",
                                "<text>if count(for i in 1..%s return i) > 0 then board else null</text>"),
                        "100",
                        "100000000",
                        "board-contact kolumn Länsbokstav",
                        "räckan 1..100000000 är för lång"),
                arguments(
                        FORM,
                        replacing(
                                "\"components\": [",
                                "\"components\": [ { \"type\": \"textfield\", \"id\": \"Field_own\","
                                        + " \"key\": \"%s\", \"label\": \"Egen anteckning\" },"),
                        "ownNote",
                        "__proto__",
                        "__proto__",
                        "har en annan betydelse"),
                arguments(
                        Bundle.DESCRIPTION,
                        replacing("  coordinators: Samordnare\n  ", "  coordinators: %s\n  "),
                        "Nationella samordnare",
                        "Administratörer",
                        "coordinators",
                        "inte administratör"),
                arguments(
                        Bundle.DESCRIPTION,
                        replacing("camunda-admin: Administratörer", "camunda-admin: %s"),
                        "Administratörer # driftens",
                        "Bokförare",
                        "camunda-admin",
                        "blir administratör"));
    }

    private static BiFunction<String, String, String> replacing(String text, String with) {
        return (content, put) -> content.replace(text, with.formatted(put));
    }
}
