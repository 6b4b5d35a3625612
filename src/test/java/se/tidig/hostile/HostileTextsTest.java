package se.tidig.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.application.draft.DraftFixture.ANNA;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Applications;
import se.tidig.application.draft.DraftFileService;
import se.tidig.application.draft.DraftFixture;
import se.tidig.application.draft.DraftFormReader;
import se.tidig.application.draft.DraftService;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.form.ComponentType;
import se.tidig.form.FormUpload;

/** Texts that are code elsewhere, in names and long answers: on the pages, in mails, in a letter and its PDF. */
@TidigTest
class HostileTextsTest {

    private static final Pattern FIELD = Pattern.compile("name=\"(draft-version|draft-page)\" value=\"([^\"]*)\"");
    private static final List<String> NAMES = List.of("organisationName", "contactName", "postalAddress");
    private static final List<String> TEXTS = List.of("title", "need", "municipalities");

    @LocalServerPort
    private int port;

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftService drafts;

    @Autowired
    private DraftFormReader form;

    @Autowired
    private DraftFileService files;

    @Autowired
    private Applications applications;

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private Play play;

    @Autowired
    private JdbcClient jdbc;

    @Value("${tidig.data-dir}")
    private Path dataDir;

    private Browser anna;
    private UUID id;

    @BeforeEach
    void begin() {
        id = fixture.begun();
        anna = new Browser(port).forPeople();
        anna.login(ANNA, DemoStaff.PASSWORD);
    }

    static Stream<String> texts() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg id=evil onload=alert(1)>",
                "</textarea></title><b class=evil>fet</b>",
                "&lt;b class=evil&gt; &amp;#60;",
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-2+3",
                "@SUM(A1:A9)",
                "\t=1+1",
                "👩‍👩‍👧🎉",
                "שלום עולם",
                "جمعية محمد 100 000",
                "\u202Egnp.exe\u202C tillbaka",
                "\u202Evänt utan slut",
                "\u2067\u202Ehalvt\u2069 slut",
                "klocka\u0007 och \u001b[31mröd",
                "rad ett\r\nBcc: evil@example.org",
                "rad ett\nSubject: evil",
                "\u200B\u200B\uFEFF",
                "${7*7} [[${7*7}]] [(${7*7})] __${7*7}__ {{7*7}} #{x} @{/}",
                "'; drop table tidig.draft; --",
                "../../etc/passwd",
                "\uFFFF\uFDD0\uFDD1",
                "a\u0300\u0301\u0302\u0303".repeat(50),
                "å".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whateverIsTypedIsKeptAndShownHarmlessly(String typed) throws Exception {
        send("group_applicant", NAMES, typed);
        send("group_project", TEXTS, typed);

        var stored = String.valueOf(drafts.open(ANNA, id).answers().get("need"));
        assertThat(stored.replaceAll("[\\r\\n]+", "\n")).contains(stored(typed).strip());
        for (var place : List.of("", "/group_applicant?fel", "/group_project?fel", "/granska", "/skicka")) {
            Harmless.page(anna.get("/utkast/" + id + place));
        }
        Harmless.page(anna.get("/mina-sidor"));

        var reference = submit("Anna Exempelsson", "ordförande");

        for (var place : List.of("/kvitto", "/inskickat")) {
            Harmless.handedIn(anna.get("/utkast/" + id + place));
        }
        Harmless.page(anna.get("/mina-sidor"));
        Harmless.handedIn(anna.get("/mina-sidor/" + reference));
        play.asNobody().goOn();
        play.work();
        Harmless.handedIn(officer().get("/arenden/" + reference));
        mailsOf(reference);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aSignaturesTextIsANameOrRefused(String typed) {
        var submit = "/utkast/" + id + "/skicka";

        var answer = anna.postForm(submit, submit, signing(typed, typed));

        if (answer.statusCode() == 200) {
            assertThat(Harmless.refusal(answer, 200)).contains("Skriv namnet med bokstäver");
            assertThat(drafts.open(ANNA, id).draft().submitted()).isFalse();
            Harmless.html(answer.body());
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isIn(302, 400);
            if (answer.statusCode() == 302) {
                Harmless.page(anna.get("/utkast/" + id + "/kvitto"));
            } else {
                Harmless.refusal(answer, 400);
            }
        }
    }

    @Test
    void aDecisionAndItsLetterShowTheTextsAsTheyWereTyped() throws Exception {
        var code = "<b class=evil>Bryggan</b> =1+1 ${7*7} 🎉 שלום \u202Evänt";
        var answers = complete();
        answers.put("title", code);
        answers.put("organisationName", code);
        answers.put("contactName", code);
        answers.put("activityDescription", code);
        answers.put("representatives", List.of(Map.of("name", code, "role", code)));
        answers.put("budgetLines", List.of(Map.of("category", "salary", "description", code, "amount", 100_000)));
        fixture.type(ANNA, id, answers);
        FormUpload.of(form.current())
                .forEach(asked ->
                        files.receive(ANNA, id, asked, "..\\\u202Efdp.<b>=1.pdf", "%PDF-1.4 En handling.".getBytes()));
        var reference = submit("Anna Exempelsson", "ordförande");
        cases.goOn();
        play.as("officerK1").complete("userTask_conflictCheck", reference.value(), Map.of("conflictAnswer", "none"));
        cases.goOn();
        cases.assess(reference, 3);
        cases.prioritise(drafts.open(ANNA, id).draft().call());
        var proposal = DecisionPlay.proposal(DecisionKind.REFUSAL, null);
        proposal.put("proposedReasons", "Skälen. " + code);
        cases.propose(reference, proposal);
        cases.decide(reference, "deciderK");

        var letter = cases.letter(reference, "decision");
        assertThat(letter).contains("<b class=evil>Bryggan</b> =1+1").contains("${7*7}");
        Harmless.page(officer().get("/arenden/" + reference));
        for (var place : List.of("", "/ansokan")) {
            Harmless.page(anna.get("/mina-sidor/" + reference + place));
        }
        mailsOf(reference);
    }

    /** As it can be stored: PostgreSQL takes no NUL, and a browser sends no half of a pair of signs. */
    private static String stored(String typed) {
        return typed.replace('\0', '\uFFFD').replace("\r\n", "\n");
    }

    private Map<String, Object> complete() {
        var answers = new LinkedHashMap<String, Object>();
        ApplicationFixture.answers()
                .forEach((key, value) -> form.current().component(key).ifPresent(question -> {
                    if (!key.equals("attachments")) {
                        answers.put(
                                key,
                                value instanceof Boolean && question.type() != ComponentType.CHECKBOX
                                        ? value.toString()
                                        : value);
                    }
                }));
        answers.remove("organisationNumber");
        answers.put("hasAgent", "false");
        return answers;
    }

    private void send(String part, List<String> questions, String typed) {
        var path = "/utkast/" + id + "/" + part;
        var fields = new LinkedHashMap<String, String>();
        var page = FIELD.matcher(anna.get(path).body());
        while (page.find()) {
            fields.put(page.group(1), page.group(2));
        }
        questions.forEach(question -> fields.put(question, typed));
        assertThat(anna.postForm(path, path, fields)).returns(302, HttpResponse::statusCode);
    }

    private static Map<String, String> signing(String name, String role) {
        return Map.of(
                "signer", name,
                "role", role,
                "capacity", "SIGNATORY",
                "truthful", "true",
                "entitled", "true",
                "reports", "true");
    }

    private Reference submit(String name, String role) {
        var submit = "/utkast/" + id + "/skicka";
        assertThat(anna.postForm(submit, submit, signing(name, role))).returns(302, HttpResponse::statusCode);
        var call = drafts.open(ANNA, id).draft().call();
        return Reference.of(applications
                .ofCall(Reference.of(call.value()))
                .get(0)
                .reference()
                .value());
    }

    private Browser officer() {
        var officer = new Browser(port).forPeople();
        officer.login("officerK1", DemoStaff.PASSWORD);
        return officer;
    }

    /** Every mail of the case has one subject on one line, no header that was typed, and a harmless page. */
    private void mailsOf(Reference reference) throws IOException, MessagingException {
        var ids = jdbc.sql("select message_id from tidig.mail where reference = ?")
                .param(reference.value())
                .query(String.class)
                .list();
        assertThat(ids).isNotEmpty();
        for (var each : ids) {
            var file = dataDir.resolve("mail").resolve(each.replaceAll("[<>]|@.*", "") + ".eml");
            try (var in = Files.newInputStream(file)) {
                var mail = new MimeMessage(Session.getInstance(new Properties()), in);
                var names = new ArrayList<String>();
                for (Header header : Collections.list(mail.getAllHeaders())) {
                    names.add(header.getName().toLowerCase());
                }
                assertThat(names).doesNotHaveDuplicates().doesNotContain("bcc");
                assertThat(mail.getSubject()).doesNotContain("\n", "\r", "\u202E");
                assertThat(String.join(" ", mail.getHeader("To"))).doesNotContain("evil");
            }
        }
    }
}
