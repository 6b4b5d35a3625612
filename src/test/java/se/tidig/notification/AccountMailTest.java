package se.tidig.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.tidig.TidigTest;
import se.tidig.engine.SiteAddress;
import se.tidig.organisation.AccountLinks;
import se.tidig.organisation.AccountMails;
import se.tidig.organisation.ApplicantAccountService;

/** Mails about accounts leave once, also if the mail server is away or Tidig is killed. */
@TidigTest
class AccountMailTest {

    private static final String ADDRESS = "kim@example.org";

    @RegisterExtension
    static final GreenMailExtension SMTP = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @Autowired
    private ApplicantAccountService accounts;

    @Autowired
    private AccountMails mails;

    @Autowired
    private AccountLinks links;

    @Autowired
    private MessageSource words;

    @Autowired
    private Clock clock;

    private MailTransport server;

    @BeforeEach
    void anAccountIsAskedFor() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(SMTP.getSmtp().getPort());
        server = new SmtpTransport(sender);
        accounts.ask(ADDRESS, "Kim", "bryggan vid havet", Locale.ENGLISH);
    }

    private AccountMailService post(MailTransport transport) {
        return new AccountMailService(
                mails,
                links,
                transport,
                words,
                clock,
                "tidig@lansstyrelsen.example",
                new SiteAddress("https://tidig.example/"));
    }

    private String link(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replaceAll("(?s).*(https://\\S+).*", "$1");
    }

    @Test
    void aMailIsInItsReadersLanguageAndItsLinkBeginsWithTheConfiguredAddress() throws Exception {
        post(server).sendWaiting();
        post(server).sendWaiting();

        var mail = SMTP.getReceivedMessages();
        assertThat(mail).hasSize(1);
        assertThat(mail[0].getSubject()).isEqualTo("Confirm your e-mail address in Tidig");
        assertThat(link(mail[0])).matches("https://tidig\\.example/konto/bekrafta/[\\w-]{43}\\?lang=en");
    }

    @Test
    void twoWorkersSendAMailOnce() throws Exception {
        accounts.ask("bo@example.org", "Bo", "bryggan vid havet", Locale.ENGLISH);
        var workers = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> work = () -> {
                post(server).sendWaiting();
                return null;
            };
            for (var done : workers.invokeAll(Arrays.asList(work, work))) {
                done.get();
            }
        } finally {
            workers.shutdown();
        }
        assertThat(SMTP.getReceivedMessages()).hasSize(2);
    }

    @Test
    void aMailWaitsWhileTheServerIsAway() {
        var away = new JavaMailSenderImpl();
        away.setHost("localhost");
        away.setPort(1);
        post(new SmtpTransport(away)).sendWaiting();
        post(server).sendWaiting();
        assertThat(SMTP.getReceivedMessages()).as("not at once").isEmpty();

        ClockUtil.offset(Duration.ofMinutes(3).toMillis());
        post(server).sendWaiting();

        assertThat(SMTP.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aMailThatWasSentWhenTidigWasKilledGoesOnceMoreWithTheSameMessageIdAndBothLinksWork() throws Exception {
        try {
            post(mail -> {
                        server.send(mail);
                        throw new ThreadDeath();
                    })
                    .sendWaiting();
        } catch (ThreadDeath killed) {
            ClockUtil.offset(Duration.ofMinutes(3).toMillis());
        }
        post(server).sendWaiting();
        post(server).sendWaiting();

        var mail = SMTP.getReceivedMessages();
        assertThat(mail).hasSize(2);
        assertThat(mail[0].getMessageID()).isEqualTo(mail[1].getMessageID());
        for (var one : mail) {
            assertThat(accounts.canConfirm(link(one).replaceAll(".*/|\\?.*", "")))
                    .isTrue();
        }
    }

    @Test
    void aMailThatCouldNotBeSentForTwoDaysIsGivenUp() {
        ClockUtil.offset(Duration.ofDays(2).plusMinutes(1).toMillis());
        post(server).sendWaiting();
        assertThat(SMTP.getReceivedMessages()).isEmpty();
    }
}
