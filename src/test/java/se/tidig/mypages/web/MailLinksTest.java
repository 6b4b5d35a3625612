package se.tidig.mypages.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.bundle.Bundle;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.form.CaseContents;
import se.tidig.form.CaseTask;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantFixture;
import se.tidig.mypages.PartyFixture;
import se.tidig.organisation.Right;
import se.tidig.payment.PaymentFixture;

/** A mail to a party leads to the page where it is read or answered, and says nothing that only the party may know. */
@TidigTest
class MailLinksTest {

    private static final String SIGNATORY = "firmatecknare@example.org";
    private static final String OTHER = "annan@example.org";
    private static final Pattern LINK = Pattern.compile("\\blink\\.(\\w+)");

    /** Answers of the party, and what officers write about it. */
    private static final Pattern SECRET = Pattern.compile(
            "grant\\.giro|payment\\.giro|hearing\\.text|paymentObstacle\\.hearing|ground\\.reason|\\.reasons?\\b|\\.dissent"
                    + "|completion\\.text|completionText|confirmation\\.text|agentRefusal\\.name|declineReason");

    /** What is said of the board's own work, and never of a person. */
    private static final Set<String> OPEN_REASONS = Set.of("delay.reason");

    private static final Pattern SHOWN = Pattern.compile("\\[\\(\\$\\{([^}]*)}\\)]|th:text=\"\\$\\{([^}]*)}\"");

    private static final Pattern ONLY_ON_MY_PAGES = Pattern.compile("\\[# th:if=\"\\$\\{onMyPages\\b[^]]*]");

    @Autowired
    private PartyFixture parties;

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private PaymentFixture payments;

    @Autowired
    private GrantConfirmationService confirmation;

    @Autowired
    private ApplicationIntakeService intake;

    @Autowired
    private CaseContents contents;

    @Autowired
    private Play play;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Value("${tidig.data-dir}")
    private Path dataDir;

    @LocalServerPort
    private int port;

    @BeforeEach
    void people() {
        parties.person(SIGNATORY, "Kim Exempelsson", PartyFixture.NUMBER, Right.SUBMIT);
        parties.person(OTHER, "Olle Annan", "8020000006", Right.SUBMIT);
    }

    private Browser as(String person) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    @Test
    void everyMailToAPartyLinksToAPageThatItsPersonOpensAndNobodyElse() {
        var open = pagesThatAreOpen();
        var signatory = as(SIGNATORY);
        var other = as(OTHER);
        var wrong = new ArrayList<String>();
        for (var mail : mailsToParties()) {
            var links = links(mail + ".txt");
            if (links.isEmpty() || !links.equals(links(mail + ".html"))) {
                wrong.add(mail + " links to " + links + " and " + links(mail + ".html"));
            }
            for (var link : links) {
                var path = path(open.get(link), link);
                if (signatory.get(path).statusCode() != 200 || other.get(path).statusCode() != 404) {
                    wrong.add(mail + ": " + path + " is " + signatory.get(path).statusCode() + " for the party and "
                            + other.get(path).statusCode() + " for others");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aMailAsksWhoHasNoAccountToMakeOneOrToWriteOnPaper() {
        for (var mail : mailsToParties()) {
            var links = links(mail + ".txt");
            links.removeAll(Set.of("overview", "application", "appeal"));
            if (!links.isEmpty()) {
                assertThat(text(mail + ".txt"))
                        .contains("skapar ett konto om ni inte har något", "${boardContact.address}");
            }
        }
    }

    @Test
    void theLinkIsReachedAfterLogInAlso() {
        var path = path(asked(), "completion");
        var browser = new Browser(port);
        assertThat(browser.get(path, "Accept", "text/html")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login");
        assertThat(browser.login(SIGNATORY, DemoStaff.PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith(path);
    }

    @Test
    void whatOfficersWriteStandsOnMyPagesAndNotInTheMail() throws Exception {
        var heard = heard();
        assertThat(mailed(heard, "hearing")).contains(path(heard, "hearing")).doesNotContain("Skatteverket");
        assertThat(as(SIGNATORY).get("/mina-sidor/" + heard).body())
                .contains("Skatteverket har uppgett att föreningen registrerades i juni.");
        var asked = asked();
        assertThat(mailed(asked, "completion-request"))
                .contains(path(asked, "completion"))
                .doesNotContain("årsmötesprotokollet");
        assertThat(as(SIGNATORY).get("/mina-sidor/" + asked).body()).contains("Skicka in årsmötesprotokollet.");
    }

    /** In the text that both the mail and Mina sidor are written from, and in the mail's HTML. */
    @Test
    void noMailShowsAnAccountOrWhatOfficersWrite() {
        for (var mail : mailsToParties()) {
            assertThat(secrets(withoutMyPages(text(mail + ".txt"))))
                    .as(mail + ".txt")
                    .isEmpty();
            assertThat(secrets(text(mail + ".html"))).as(mail + ".html").isEmpty();
        }
    }

    private static Set<String> secrets(String text) {
        return SHOWN.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(shown -> SECRET.matcher(shown).find() && !OPEN_REASONS.contains(shown))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without the blocks that only Mina sidor shows, and the blocks within them. */
    private static String withoutMyPages(String text) {
        var begin = ONLY_ON_MY_PAGES.matcher(text);
        if (!begin.find()) {
            return text;
        }
        var depth = 1;
        var marks = Pattern.compile("\\[#[^]]*]|\\[/]").matcher(text);
        var end = begin.end();
        while (depth > 0 && marks.find(end)) {
            depth += marks.group().equals("[/]") ? -1 : 1;
            end = marks.end();
        }
        return withoutMyPages(text.substring(0, begin.start()) + text.substring(end));
    }

    /** A case in which each link is open. */
    private Map<String, Reference> pagesThatAreOpen() {
        var open = new HashMap<String, Reference>();
        var paid = granted();
        confirmation.confirm(paid, GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        cases.goOn();
        play.as("financeK1")
                .complete(
                        "userTask_verifyPayee",
                        paid.value(),
                        Map.of("payee", "VERIFIED", "verification", "Intyg från banken."));
        payments.settle();
        payments.pay(paid + "-M1");
        confirmation.doubtPayee(paid, "Banken svarar inte.", Actor.of("financeK1"));
        open.put("report", paid);
        open.put("account", paid);
        var asked = asked();
        open.put("overview", asked);
        open.put("application", asked);
        open.put("completion", asked);
        play.as("officerK1")
                .start(
                        "sender-confirmation",
                        Map.of(
                                "caseReference", asked.value(),
                                "confirmationOf", "document",
                                "confirmationDocument", "Yttrandet som kom in i mars",
                                "confirmationReason", "Mejlet kom från en okänd adress.",
                                "confirmBy", inTwoWeeks()));
        cases.goOn();
        open.put("senderConfirmation", asked);
        open.put("hearing", heard());
        open.put("grantConfirmation", granted());
        open.put("appeal", refusedDemand());
        return open;
    }

    private String inTwoWeeks() {
        return SwedishDate.on(clock.instant()).plusDays(14).toString();
    }

    private Reference asked() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers("attachments", null));
        play.as("officerK1")
                .complete(
                        "userTask_requestCompletion",
                        own.value(),
                        Map.of("completionText", "Skicka in årsmötesprotokollet.", "completionBy", inTwoWeeks()));
        cases.goOn();
        return own;
    }

    private Reference heard() {
        var own = cases.takenOn(cases.call(), ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        cases.uphold(own, "userTask_examineRefusal", "TOO_NEW", true);
        play.as("officerK1")
                .complete(
                        "userTask_communicate",
                        own.value(),
                        Map.of(
                                "hearingText",
                                "Skatteverket har uppgett att föreningen registrerades i juni.",
                                "replyBy",
                                inTwoWeeks()));
        cases.goOn();
        return own;
    }

    private Reference granted() {
        var own = cases.toPropose(cases.call(), 40_000);
        cases.propose(own, DecisionPlay.proposal(DecisionKind.GRANT, 40_000L));
        cases.decide(own, "deciderK");
        cases.goOn();
        return own;
    }

    private Reference refusedDemand() {
        var own = cases.toPropose(cases.call(), 100_000);
        play.pass(Duration.ofDays(190));
        play.asNobody();
        intake.demandDecision(
                own, "Vi begär att ärendet avgörs.", SwedishDate.on(clock.instant()), Actor.of(SIGNATORY));
        cases.goOn();
        play.as("deciderK")
                .complete(
                        "userTask_answerDemand",
                        own.value(),
                        Map.of("demandDecision", "REFUSE", "demandReasons", "Prioriteringen är inte klar."));
        cases.goOn();
        return own;
    }

    /** The path of the page to which the link leads in the case. */
    private String path(Reference reference, String link) {
        assertThat(reference).as("a case in which link.%s is open", link).isNotNull();
        var task = new CaseTask(reference, "K", null, null, null, null, null, null, Map.of());
        return URI.create(((Map<?, ?>) contents.read("link", task)).get(link).toString())
                .getPath();
    }

    private static Set<String> links(String mail) {
        return LINK.matcher(text(mail))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String mail) {
        return new String(Bundle.packaged().files().get("forms/mails/" + mail), StandardCharsets.UTF_8);
    }

    private static Set<String> mailsToParties() {
        var mails = new TreeSet<String>();
        Bundle.packaged().files().forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                for (var step : new String(content, StandardCharsets.UTF_8).split("</camunda:inputOutput>")) {
                    var mail = input(step, "mail");
                    if (mail != null
                            && List.of("applicant", "refusedAgent").contains(String.valueOf(input(step, "to")))) {
                        mails.add(mail);
                    }
                }
            }
        });
        assertThat(mails).hasSizeGreaterThan(20);
        return mails;
    }

    private static String input(String step, String name) {
        var found = Pattern.compile("<camunda:inputParameter name=\"" + name + "\">([^<]+)<")
                .matcher(step);
        String last = null;
        while (found.find()) {
            last = found.group(1);
        }
        return last;
    }

    /** Both forms of the mail, as it left. */
    private String mailed(Reference reference, String mail) throws IOException, MessagingException {
        var id = jdbc.sql("select message_id from tidig.mail where reference = ? and mail = ?")
                .params(reference.value(), mail)
                .query(String.class)
                .single();
        var file = dataDir.resolve("mail").resolve(id.replaceAll("[<>]|@.*", "") + ".eml");
        try (var in = Files.newInputStream(file)) {
            var text = new StringBuilder();
            read(new MimeMessage(Session.getInstance(new Properties()), in), text);
            return text.toString();
        }
    }

    private static void read(Part part, StringBuilder text) throws IOException, MessagingException {
        if (part.isMimeType("text/*")) {
            text.append(part.getContent());
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i), text);
            }
        }
    }
}
