package se.tidig.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.document.SampleFiles;
import se.tidig.document.UploadService;
import se.tidig.engine.DemoStaff;
import se.tidig.form.FormUpload;
import se.tidig.organisation.Board;

/** The applicant's files on the case's page. */
@TidigTest
class CaseUploadsTest {

    @Autowired
    private ApplicationFixture applications;

    @Autowired
    private UploadService uploads;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Reference reference;

    @BeforeEach
    void aCaseWithAFile() {
        reference = applications.receive(Board.K, ApplicationFixture.answers()).reference();
        var draft = UUID.randomUUID().toString();
        uploads.receive(
                draft,
                new FormUpload("attachments.statutes", "attachments", "statutes", "Stadgar", 1, 10),
                "Stadgar <b>2026.pdf",
                SampleFiles.pdf(),
                "forening@example.org");
        uploads.handIn(draft, reference);
    }

    @Test
    void anOfficerOfTheCaseSavesTheFileAndItNeverShowsAsAPage() {
        var page = as("officerK1").get("/arenden/" + reference).body();
        assertThat(page).contains("Filer från sökanden", ">Stadgar</td>", "Stadgar &lt;b&gt;2026.pdf", "1\u00a0kB");

        var file = as("officerK1").get(link(page));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().allValues("Content-Security-Policy")).anyMatch(policy -> policy.contains("sandbox"));
    }

    @Test
    void nobodyElseGetsTheFile() {
        var link = link(as("officerK1").get("/arenden/" + reference).body());
        assertThat(as("officerH1").get(link).statusCode()).as("another board").isEqualTo(403);
        assertThat(as("processOwner").get(link).statusCode())
                .as("a case not opened")
                .isEqualTo(403);
        var other = applications.receive(Board.K, ApplicationFixture.answers()).reference();
        assertThat(as("officerK1")
                        .get(link.replace(reference.value(), other.value()))
                        .statusCode())
                .as("the file of another case")
                .isEqualTo(404);
    }

    @Test
    void aFileThatTheScannerHasNotSeenIsNamedButNotOpened() {
        var link = link(as("officerK1").get("/arenden/" + reference).body());
        jdbc.sql("update tidig.upload set state = 'WAITING' where reference = ?")
                .param(reference.value())
                .update();

        assertThat(as("officerK1").get("/arenden/" + reference).body())
                .contains("kontrolleras för skadlig kod")
                .doesNotContain("/bilagor/");
        assertThat(as("officerK1").get(link).statusCode()).isEqualTo(404);
    }

    private static String link(String page) {
        var link = Pattern.compile("href=\"(/arenden/[^\"]+/bilagor/[^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Browser as(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }
}
