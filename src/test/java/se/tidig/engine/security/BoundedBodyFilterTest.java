package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;

/** A person of staff cannot fill the memory of the node with one request; a smaller one of the same kind is answered. */
@TidigTest
class BoundedBodyFilterTest {

    private static final int TAKEN = BoundedBodyFilter.MOST - 2;
    private static final int TOO_LARGE = BoundedBodyFilter.MOST + 1;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task/count", "/engine-rest/engine/default/task/count"})
    void restTakesRequestsUpToTwentyMegabytesWhetherTheySayTheirSizeOrNot(String path) throws Exception {
        assertThat(post(path, BodyPublishers.ofByteArray(query(TAKEN))).statusCode())
                .isEqualTo(200);
        assertThat(post(path, inParts(query(TAKEN))).statusCode()).isEqualTo(200);
        for (var large : List.of(BodyPublishers.ofByteArray(query(TOO_LARGE)), inParts(query(TOO_LARGE)))) {
            var refused = post(path, large);
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("större än 20 MB");
        }
    }

    @Test
    void theWebappsTakeNoLargerOnesEither() {
        var browser = new Browser(port);
        browser.login("officerK1", DemoStaff.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        var path = "/camunda/api/engine/engine/default/task/count";
        assertThat(browser.postJson(path, new String(query(1_000_000), StandardCharsets.US_ASCII))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.postJson(path, new String(query(TOO_LARGE), StandardCharsets.US_ASCII))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aFileInPartsIsReadAsBefore() throws Exception {
        var form = "--part\r\nContent-Disposition: form-data; name=\"data\"; filename=\"rule.txt\"\r\n\r\nharmless"
                + "\r\n--part--\r\n";
        var refused = send(
                "/engine-rest/deployment/create",
                "multipart/form-data; boundary=part",
                inParts(form.getBytes(StandardCharsets.US_ASCII)));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
    }

    /** A query for everything, filled up with blanks. */
    private static byte[] query(int bytes) {
        return ("{" + " ".repeat(bytes - 2) + "}").getBytes(StandardCharsets.US_ASCII);
    }

    private static BodyPublisher inParts(byte[] content) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content));
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return send(path, "application/json", body);
    }

    private HttpResponse<String> send(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var password = Base64.getEncoder()
                .encodeToString(("officerK1:" + DemoStaff.PASSWORD).getBytes(StandardCharsets.US_ASCII));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Basic " + password)
                .header("Content-Type", type)
                .POST(body);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
