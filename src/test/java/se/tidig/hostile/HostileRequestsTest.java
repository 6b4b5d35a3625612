package se.tidig.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.application.draft.DraftFixture.ANNA;
import static se.tidig.application.draft.DraftFixture.BRYGGAN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.application.draft.DraftFixture;
import se.tidig.application.draft.DraftService;
import se.tidig.document.SampleFiles;
import se.tidig.document.Upload;
import se.tidig.document.Uploads;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.Right;

/** Requests that no page of Tidig sends, and files that are not what they are called. */
@TidigTest
class HostileRequestsTest {

    private static final Pattern FIELD = Pattern.compile("name=\"(draft-version|draft-page)\" value=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftService drafts;

    @Autowired
    private Uploads uploads;

    private Browser anna;
    private UUID id;
    private String project;
    private String documents;

    @BeforeEach
    void begin() {
        id = fixture.begun();
        project = "/utkast/" + id + "/group_project";
        documents = "/utkast/" + id + "/group_attachments";
        fixture.type(ANNA, id, Map.of("title", "Språkcafé", "organisationType", "association"));
        anna = browser(ANNA);
    }

    private Browser browser(String person) {
        var browser = new Browser(port).forPeople();
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "draft-version|-1",
                "draft-version|999999999",
                "draft-version|2147483648",
                "draft-version|1e3",
                "draft-version|NaN",
                "draft-version|<script>",
                "draft-page|<script>alert(1)</script>",
                "draft-page|../../x",
                "then|//evil.example.org",
                "then|javascript:alert(1)",
                "asked|organisationNumber",
                "asked|budgetLines[999999].amount",
                "add|nosuch",
                "remove|budgetLines[7]",
                "removeFile|00000000-0000-0000-0000-000000000000",
                "upload|../../x",
                "judgedLate|true",
                "submitted|true",
                "organisationNumber|8024151014"
            })
    void aTamperedFieldOverwritesNothing(String field, String value) {
        var answer = send(Map.of(field, value));

        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 400, 404);
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .startsWith("http://localhost:" + port + "/utkast/" + id);
        } else {
            Harmless.refusal(answer, answer.statusCode());
        }
        assertThat(drafts.open(ANNA, id).answers())
                .containsEntry("title", "Språkcafé")
                .doesNotContainKeys("judgedLate", "submitted")
                .containsEntry("organisationNumber", "802002-4280");
        Harmless.page(anna.get(project));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"title=a%00b", "draft-page=%00", "%00=%00", "draft-version=%00", "removeFile=%00", "then=%00"})
    void aFieldThatCannotBeStoredIsRefusedInWords(String fields) {
        var answer = raw(project, fields);

        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 400, 404);
        if (answer.statusCode() != 302) {
            Harmless.refusal(answer, answer.statusCode());
        }
        assertThat(drafts.open(ANNA, id).title()).isIn("Språkcafé", "a\uFFFDb");
    }

    /** Half of a pair of signs, a byte that begins no sign, and a sign that is longer than it must be. */
    @ParameterizedTest
    @ValueSource(strings = {"%ED%A0%80", "%ED%B0%80x", "%FF", "%C0%AF", "%F4%90%80%80", "%"})
    void bytesThatAreNoTextAreShownAsSuch(String bytes) {
        var answer = raw(project, "title=Slut" + bytes);

        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 413);
        if (answer.statusCode() == 302) {
            assertThat(drafts.open(ANNA, id).title()).startsWith("Slut");
        } else {
            Harmless.refusal(answer, 413);
            assertThat(drafts.open(ANNA, id).title()).isEqualTo("Språkcafé");
        }
        Harmless.page(anna.get(project));
        Harmless.page(anna.get("/utkast/" + id + "/granska"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group_budget|requestedAmount|NaN",
                "group_budget|requestedAmount|Infinity",
                "group_budget|requestedAmount|-5",
                "group_budget|requestedAmount|1e400",
                "group_budget|requestedAmount|99999999999999999999999999999999",
                "group_budget|requestedAmount|0x10",
                "group_budget|budgetLines[0].amount|-0,001",
                "group_participants|participantsWomen|-1",
                "group_participants|participantsWomen|1,5e9",
                "group_participants|internship|whole' or 1=1",
                "group_participants|targetGroups|nosuch",
                "group_project|periodStart|9999-99-99",
                "group_project|periodStart|0000-00-00",
                "group_project|periodStart|99999-01-01",
                "group_project|periodStart|2027-02-30",
                "group_project|periodStart|-2027-01-01"
            })
    void whatIsNoAnswerIsKeptAndToldOf(String part, String question, String typed) {
        var path = "/utkast/" + id + "/" + part;
        var answer = raw(path, Browser.encode(question) + "=" + Browser.encode(typed) + "&then=on");

        assertThat(answer.headers().firstValue("Location").orElse("none")).endsWith("?fel");
        var page = Harmless.page(anna.get(path + "?fel"));
        assertThat(page.select(".summary li").eachText()).isNotEmpty();
        assertThat(Harmless.page(anna.get("/utkast/" + id + "/granska"))
                        .select(".notice.bad li a")
                        .eachText())
                .isNotEmpty();
        var submit = "/utkast/" + id + "/skicka";
        assertThat(anna.postForm(
                        submit,
                        submit,
                        Map.of(
                                "signer", "Anna Exempelsson",
                                "role", "ordförande",
                                "capacity", "SIGNATORY",
                                "truthful", "true",
                                "entitled", "true",
                                "reports", "true")))
                .returns(302, HttpResponse::statusCode);
        Harmless.page(anna.get("/utkast/" + id + "/inskickat"));
    }

    @Test
    void aRowFarAwayAndAThousandRowsAreNoTrouble() {
        var budget = "/utkast/" + id + "/group_budget";
        assertThat(raw(budget, "budgetLines%5B1000000000%5D.amount=1&budgetLines%5B999999%5D.amount=2"))
                .returns(302, HttpResponse::statusCode);
        assertThat((List<?>) drafts.open(ANNA, id).answers().get("budgetLines")).hasSize(1);
        var rows = IntStream.range(0, 5_000)
                .mapToObj(row -> "budgetLines%5B" + row + "%5D.amount=1")
                .collect(Collectors.joining("&"));
        assertThat(raw(budget, rows).statusCode()).isIn(302, 413);
        assertThat((List<?>) drafts.open(ANNA, id).answers().get("budgetLines")).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void aFieldThatIsSentTwiceCountsOnce() {
        raw(project, "title=Ett&title=Tv%C3%A5&need=Ett&need=Tv%C3%A5");

        assertThat(drafts.open(ANNA, id).answers())
                .containsEntry("title", "Ett")
                .containsEntry("need", "Ett");
    }

    @Test
    void tenThousandFieldsAreReadAndTooManyAreRefusedInWords() {
        assertThat(raw(project, "title=Med+mycket&" + fields(10_000))).returns(302, HttpResponse::statusCode);
        assertThat(drafts.open(ANNA, id).title()).isEqualTo("Med mycket");

        assertThat(Harmless.refusal(raw(project, "title=Med+mer&" + fields(25_000)), 413))
                .contains("Det är för mycket på en gång");
        assertThat(drafts.open(ANNA, id).title()).isEqualTo("Med mycket");
    }

    @Test
    void longAnswersOnOnePageAreAllKept() {
        var long100 = Browser.encode("å".repeat(100_000));
        assertThat(raw(
                        project,
                        "activityDescription=" + long100 + "&need=" + long100 + "&method=" + long100 + "&goals="
                                + long100))
                .returns(302, HttpResponse::statusCode);
        assertThat(String.valueOf(drafts.open(ANNA, id).answers().get("goals"))).hasSize(100_000);

        assertThat(Harmless.refusal(raw(project, "title=Mer&need=" + "x".repeat(9_000_000)), 413))
                .contains("Gå tillbaka till sidan");
        assertThat(drafts.open(ANNA, id).title()).isEqualTo("Språkcafé");
    }

    @Test
    void anotherPersonsDraftIsNotThere() {
        fixture.person("bo@example.org", "8024151014", Right.SUBMIT);
        var bo = browser("bo@example.org");
        var file = sent("stadgar.pdf", SampleFiles.pdf());
        assertThat(file).hasSize(1);
        for (var path : List.of(
                "",
                "/group_project",
                "/granska",
                "/skicka",
                "/filer/" + file.get(0).id())) {
            Harmless.refusal(bo.get("/utkast/" + id + path), 404);
        }
        Harmless.refusal(
                bo.postFile("/mina-sidor", documents, "attachments.statutes", "x.pdf", SampleFiles.pdf()), 404);
        var own = fixture.begun();
        assertThat(own).isNotEqualTo(id);
        assertThat(anna.get("/utkast/" + own + "/filer/" + file.get(0).id())).returns(404, HttpResponse::statusCode);
        assertThat(uploads.inFolder(id.toString())).hasSize(1);
        assertThat(drafts.open(ANNA, id).draft().organisation()).isEqualTo(BRYGGAN);
    }

    @Test
    void tenMegabytesAndOneByteAreRefusedInWords() {
        var larger = Arrays.copyOf(SampleFiles.pdf(), 10 * 1024 * 1024 + 1);

        var answer = anna.postFile(documents, documents, "attachments.statutes", "stor.pdf", larger);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(told(Harmless.page(anna.get(documents)))).contains("stor.pdf", "10 MB");
        for (var megabytes : List.of(13, 42)) {
            assertThat(Harmless.refusal(
                            anna.postFile(
                                    documents,
                                    documents,
                                    "attachments.statutes",
                                    "större.pdf",
                                    Arrays.copyOf(SampleFiles.pdf(), megabytes * 1024 * 1024)),
                            413))
                    .contains("högst 10 MB");
        }
        assertThat(uploads.inFolder(id.toString())).isEmpty();
    }

    @Test
    void aProgramAndAnArchiveAreNoDocumentsWhateverTheyAreCalled() throws IOException {
        var archive = zip("a.txt", 10);
        for (var name : List.of("stadgar.pdf", "stadgar.docx", "stadgar.pdf.exe", "stadgar.png")) {
            assertThat(refused(name, SampleFiles.program())).contains("stadgar");
            assertThat(refused(name, archive)).contains("stadgar");
        }
        assertThat(refused("sida.pdf", "<html><script>alert(1)</script></html>".getBytes()))
                .contains("sida.pdf");
        assertThat(refused("bild.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>".getBytes()))
                .contains("bild.svg");
        assertThat(refused("tom.pdf", new byte[0])).contains("tom.pdf");
        assertThat(uploads.inFolder(id.toString())).isEmpty();
    }

    /** Nothing is unpacked, so a document that swells to gigabytes is one of its packed size. */
    @Test
    void aZipBombIsNeverUnpacked() throws IOException {
        var bomb = zip("[Content_Types].xml", 400L * 1024 * 1024);
        var before = System.nanoTime();

        var stored = sent("stadgar.docx", bomb);

        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
        assertThat(stored).hasSizeLessThanOrEqualTo(1).allMatch(upload -> upload.size() == bomb.length);
        assertThat(refused("bomb.zip", zip("inner.zip", 50L * 1024 * 1024))).contains("bomb.zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd.pdf",
                "C:\\Windows\\system32\\stadgar.pdf",
                "\u202Efdp.exe.pdf",
                "=cmd.pdf",
                "<script>alert(1)</script>.pdf",
                "a%0d%0aSet-Cookie: evil=1.pdf",
                "stadgar\u0007.pdf",
                ".pdf",
                "...",
                "CON.pdf",
                "🎉.pdf",
                "%s%n.pdf"
            })
    void aFilesNameIsOnlyAName(String name) {
        var file = sent(name, SampleFiles.pdf()).get(0);

        assertThat(file.name()).isNotBlank().doesNotContain("/", "\\", "\r", "\n", "\u202E", "\u0007", "..");
        Harmless.page(anna.get(documents));
        var download = anna.get("/utkast/" + id + "/filer/" + file.id());
        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;");
        assertThat(download.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox");
        assertThat(download.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("evil"));
    }

    @Test
    void aLongNameIsCutAndKeepsItsEnding() {
        assertThat(sent("å".repeat(400) + ".pdf", SampleFiles.pdf()).get(0).name())
                .endsWith(".pdf")
                .hasSizeLessThan(130);
    }

    private List<Upload> sent(String name, byte[] content) {
        assertThat(anna.postFile(documents, documents, "attachments.statutes", name, content))
                .returns(302, HttpResponse::statusCode);
        return uploads.inFolder(id.toString());
    }

    private String refused(String name, byte[] content) {
        assertThat(anna.postFile(documents, documents, "attachments.statutes", name, content))
                .returns(302, HttpResponse::statusCode);
        return told(Jsoup.parse(anna.get(documents).body()));
    }

    /** What the page says is wrong, at its top or at the question. */
    private static String told(Document page) {
        return page.select(".notice.bad, .summary, .wrongtext").text();
    }

    private static byte[] zip(String name, long size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            var zeros = new byte[64 * 1024];
            for (long left = size; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        }
        return bytes.toByteArray();
    }

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(field -> "x" + field + "=1").collect(Collectors.joining("&"));
    }

    /** Sends the page as it was shown, with these fields changed. */
    private HttpResponse<String> send(Map<String, String> changed) {
        var fields = shown(anna.get(project).body());
        fields.putAll(changed);
        return anna.postForm(project, project, fields);
    }

    /** The same with fields that are written as they are sent. */
    private HttpResponse<String> raw(String path, String fields) {
        var page = anna.get(path).body();
        var token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        var own = shown(page).entrySet().stream()
                .map(field -> field.getKey() + "=" + Browser.encode(field.getValue()) + "&")
                .collect(Collectors.joining());
        return anna.send("POST", path, FORM, "_csrf=" + Browser.encode(token.group(1)) + "&" + fields + "&" + own);
    }

    private static Map<String, String> shown(String body) {
        var fields = new LinkedHashMap<String, String>();
        var page = FIELD.matcher(body);
        while (page.find()) {
            fields.put(page.group(1), page.group(2));
        }
        return fields;
    }
}
