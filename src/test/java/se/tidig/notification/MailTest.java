package se.tidig.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.document.Documents;
import se.tidig.document.LetterService;
import se.tidig.form.CaseTask;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;

@TidigTest
class MailTest {

    @RegisterExtension
    static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @Autowired
    Play play;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RecipientService recipients;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    MailWriter writer;

    @Autowired
    Documents documents;

    @Autowired
    LetterService letters;

    @Autowired
    CaseJournal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Value("${tidig.data-dir}")
    Path dataDir;

    String instance;

    @BeforeEach
    void aCaseThatMails() throws IOException {
        try (var files = Files.newDirectoryStream(Files.createDirectories(dataDir.resolve("mail")))) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        repository
                .createDeployment()
                .addClasspathResource("notification/mailing.bpmn")
                .addString(
                        "forms/mails/greeting.txt", "Ämne: Ärende åäö\n\nHej!\n\nHandlingarna i ärendet är bifogade.\n")
                .addString("forms/mails/greeting.html", "<p>Hej! Handlingarna i ärendet är <b>bifogade</b>.</p>")
                .addString(
                        "forms/letters/greeting.html",
                        "<html><head><title>Hälsning</title><style>body { font-family: Letter"
                                + " }</style></head><body><h1>Hälsning</h1><p>Beloppet är 181\u00a0500\u00a0kr enligt"
                                + " 13\u00a0§.</p></body></html>")
                .addString(
                        "forms/letters/rare.html",
                        "<html><head><title>Sällan</title><style>body { font-family: Letter }</style></head>"
                                + "<body><p>Ansökan från \uD808\uDC00</p></body></html>")
                .deploy();
        instance = runtime.startProcessInstanceByKey(
                        "mailing", "K-2026-2-001", Map.of("reference", "K-2026-2-001", "board", "K"))
                .getId();
    }

    @Test
    void aMailIsWrittenAsTextAndHtmlWithItsLetterToThePeopleOfTheBoard() throws Exception {
        play.work();

        var mail = onlyFile();
        assertThat(mail.getSubject()).isEqualTo("Ärende åäö");
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("officerk1@lansstyrelsen.example", "officerk2@lansstyrelsen.example");
        var source = GreenMailUtil.getWholeMessage(mail);
        assertThat(source).contains("text/plain").contains("text/html").contains("application/pdf");
        assertThat(play.ended("mailing", "K-2026-2-001")).isTrue();

        var letter = documents.latest(Reference.of("K-2026-2-001"), "greeting").orElseThrow();
        assertThat(letter.title()).isEqualTo("Hälsning");
        try (var pdf = Loader.loadPDF(documents.content(letter))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("181\u00a0500\u00a0kr enligt 13\u00a0§");
        }
    }

    @Test
    void theJournalNotesOnceThatALetterHasACharacterThatNoFontHas() {
        letters.write(task(), "rare", "rare", "step-1");
        letters.write(task(), "rare", "rare", "step-1");

        assertThat(journal.of(Reference.of("K-2026-2-001"))).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(EventKind.NOTE);
            assertThat(note.text()).contains("I brevet ”Sällan” står # i stället för", "\uD808\uDC00 (U+12000)");
        });
    }

    @Test
    void aMailThatWasSentBeforeTheCrashIsNotSentAgain() throws Exception {
        var mail = mail("key-1", "group:caseOfficers");
        post().send(mail);
        post().send(mail);

        assertThat(SMTP.getReceivedMessages()).hasSize(2); // one mail, two people
        assertThat(SMTP.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsOnly(writer.messageId(mail));
    }

    @Test
    void aMailThatIsKilledBetweenAcceptanceAndCommitIsSentAgainWithTheSameMessageId() throws Exception {
        var mail = mail("key-2", "group:headsOfUnit");
        post().send(mail);
        jdbc.sql("delete from tidig.mail").update();
        post().send(mail);

        assertThat(SMTP.getReceivedMessages())
                .hasSize(2)
                .extracting(MimeMessage::getMessageID)
                .containsOnly(writer.messageId(mail));
    }

    @Test
    void subscribersDoNotSeeEachOther() throws Exception {
        subscriptions.keep("a@example.org", Set.of(Board.K));
        subscriptions.keep("b@example.org", Set.of(Board.F, Board.K));
        post().send(mail("key-3", "subscribers"));

        assertThat(SMTP.getReceivedMessages()).isNotEmpty().allSatisfy(message -> assertThat(
                        GreenMailUtil.getWholeMessage(message))
                .doesNotContain("a@example.org")
                .doesNotContain("b@example.org"));
    }

    @Test
    void nothingIsSentIfNobodySubscribes() {
        post().send(mail("key-4", "subscribers"));

        assertThat(SMTP.getReceivedMessages()).isEmpty();
    }

    @Test
    void anUnreachableServerIsReportedInPlainWordsAndTheMailDoesNotCountAsSent() {
        var away = new JavaMailSenderImpl();
        away.setHost("localhost");
        away.setPort(1);
        var post = new MailService(recipients, writer, new SmtpTransport(away), jdbc, clock);

        assertThatThrownBy(() -> post.send(mail("key-5", "group:caseOfficers")))
                .hasMessageContaining("E-postservern tog inte emot meddelandet");
    }

    @Test
    void anUnknownTextOrRecipientIsReportedInPlainWords() {
        assertThatThrownBy(() -> post().send(mail("key-6", "everybody")))
                .hasMessageContaining("\"everybody\" är okänd");
        assertThatThrownBy(() -> post().send(new Mail("key-7", "lost", task(), "group:caseOfficers", List.of())))
                .hasMessageContaining("forms/mails/lost.txt finns inte");
        assertThatThrownBy(() -> post().send(mail("key-8", "applicant"))).hasMessageContaining("K-2026-2-001");
    }

    private MailService post() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(SMTP.getSmtp().getPort());
        return new MailService(recipients, writer, new SmtpTransport(sender), jdbc, clock);
    }

    private Mail mail(String key, String to) {
        return new Mail(key, "greeting", task(), to, List.of());
    }

    private CaseTask task() {
        return new CaseTask(
                Reference.of("K-2026-2-001"), "K", "mailing", "send", "greeting", null, instance, null, Map.of());
    }

    private MimeMessage onlyFile() throws Exception {
        try (var files = Files.list(dataDir.resolve("mail"));
                var in = Files.newInputStream(files.reduce((a, b) -> null).orElseThrow())) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }
}
