package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.application.process.ApplicationPlay.ASSESS;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Applications;
import se.tidig.application.Completions;
import se.tidig.call.CallFixture;
import se.tidig.document.Documents;
import se.tidig.form.CaseTask;
import se.tidig.form.WatchedContents;
import se.tidig.organisation.Board;
import se.tidig.wholecall.Written;

/**
 * An agent acts for the applicant (14 and 15 §§ FL): gets the mail if the case has a power of attorney; otherwise it
 * is asked for.
 */
@TidigTest
class AgentPathsTest {

    private static final String AGENT = "ombud@example.org";
    private static final String CONTACT = "forening@example.org";
    private static final String BOTH = AGENT + ", kopia: " + CONTACT;

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private Applications applications;

    @Autowired
    private Completions completions;

    @Autowired
    private CallFixture calls;

    @Autowired
    private Documents documents;

    @Autowired
    private WatchedContents contents;

    @Autowired
    private Play play;

    @Autowired
    private JdbcClient jdbc;

    @Value("${tidig.data-dir}")
    private Path dataDir;

    @Test
    void anAgentWithAPowerOfAttorneyIsWrittenToAndTheContactPersonGetsACopy() throws Exception {
        var answers = withAgent(true);
        answers.put("powerOfAttorney", true);
        answers.put("powerOfAttorneyExtent", "Ansökan och allt som följer av den");
        var reference = cases.checked(answers);

        assertThat(recipients(reference)).containsExactly(BOTH);
        var mail = mail(reference);
        assertThat(mail.getRecipients(RecipientType.TO)).extracting("address").containsExactly(AGENT);
        assertThat(mail.getRecipients(RecipientType.CC)).extracting("address").containsExactly(CONTACT);
        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        contents.givesEachField("agent", reference, Map.of());
    }

    @Test
    void anAgentWhoAloneSignedIsOrderedToShowAPowerOfAttorneyAndTheApplicationMayBeRejected() throws Exception {
        var reference = cases.checked(withAgent(true));
        cases.requestCompletion(reference, null);
        cases.letRequestStand(reference);
        cases.requestCompletion(reference, "Ansökan kan avvisas.");

        var order = completions.latest(reference).orElseThrow();
        assertThat(order.codes()).containsExactly("MISSING_POWER_OF_ATTORNEY");
        assertThat(order.provision()).isEqualTo("15 § andra stycket");
        assertThat(letter(reference))
                .contains("20 § andra stycket och 15 § andra stycket förvaltningslagen")
                .doesNotContain("Ombud:");
        assertThat(recipients(reference))
                .as("who has shown nothing is not written to")
                .containsOnly(CONTACT);

        cases.letRequestStand(reference);
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_examineRejection");
    }

    @Test
    void aPowerOfAttorneyThatComesOnPaperLetsTheCaseGoOnWithTheAgent() throws Exception {
        var answers = withAgent(true);
        answers.remove("activityDescription");
        var reference = cases.checked(answers);
        cases.requestCompletion(reference, null);
        cases.replyToRequest(reference, Map.of("powerOfAttorney", true, "powerOfAttorneyExtent", "Ansökan"));

        assertThat(applications.get(reference).agent().orElseThrow().extent()).isEqualTo("Ansökan");
        cases.requestCompletion(reference, "Ansökan kan avvisas.");
        assertThat(recipients(reference)).endsWith(BOTH);
        var order = completions.latest(reference).orElseThrow();
        assertThat(order.codes()).containsExactly("MISSING_ACTIVITY");
        assertThat(order.provision()).isNull();
        assertThat(letter(reference)).contains("Ombud: Eva Ek").contains("20 § andra stycket förvaltningslagen");
    }

    @Test
    void withoutAPowerOfAttorneyACaseThatTheApplicantSignedGoesOnWithTheApplicant() {
        var reference = cases.checked(withAgent(false));
        cases.requestCompletion(reference, null);
        cases.letRequestStand(reference);
        cases.requestCompletion(reference, null);
        cases.letRequestStand(reference);

        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(recipients(reference)).containsOnly(CONTACT);
        assertThat(documents.latest(reference, "completion-order")).isEmpty();
    }

    @Test
    void anApplicantWhoHasNoAgentAnyLongerSignsItself() {
        var reference = cases.checked(withAgent(true));
        cases.requestCompletion(reference, null);
        cases.replyToRequest(reference, Map.of("hasAgent", "false", "signed", true, "signatoryAuthorised", true));

        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        assertThat(applications.get(reference).namedAgent()).isEmpty();
    }

    @Test
    void anotherAgentNeedsAnotherPowerOfAttorney() {
        var answers = withAgent(false);
        answers.put("powerOfAttorney", true);
        answers.put("powerOfAttorneyExtent", "Ansökan");
        answers.remove("attachments");
        var reference = cases.checked(answers);
        cases.requestCompletion(reference, null);
        cases.replyToRequest(
                reference,
                Map.of(
                        "hasAgent", "true",
                        "agentName", "Bo Alm",
                        "agentEmail", "bo@example.org",
                        "attachments", Written.ALL_DOCUMENTS));

        assertThat(applications.get(reference).agent()).isEmpty();
        assertThat(applications.get(reference).namedAgent().orElseThrow().name())
                .isEqualTo("Bo Alm");
        assertThat(play.openTasks(reference.value())).containsExactly(ApplicationPlay.REQUEST);
    }

    @Test
    void aRegistrarAnswersTheSameQuestionsForAPaperApplication() {
        var call = calls.open(Board.K);
        var answers = paper(call);

        var reference = play.as("registrarK").start("application", answers).getBusinessKey();
        cases.goOn();
        cases.take(Reference.of(reference));

        assertThat(play.openTasks(reference)).containsExactly(ApplicationPlay.REQUEST);
        assertThat(applications.get(Reference.of(reference)).answers())
                .containsEntry("agentSigned", "true")
                .doesNotContainEntry("signatoryAuthorised", true);
    }

    @Test
    void anAgentWithoutNameAddressOrExtentIsRefused() {
        var call = calls.open(Board.K);
        assertRefused(call, "agentName", null, "Ombudets namn");
        assertRefused(call, "agentEmail", null, "Ombudets e-postadress");
        assertRefused(call, "agentEmail", "ingen adress", "e-post");
        assertRefused(call, "agentSigned", null, "ombudet");
        assertRefused(call, "powerOfAttorney", true, "Uppdragets omfattning");
        assertThat(applications.ofCall(call)).isEmpty();
    }

    @Test
    void anUnfitAgentIsRefusedByADecisionThatPartyAndAgentAreToldAndMayAppeal() throws Exception {
        var answers = withAgent(true);
        answers.put("powerOfAttorney", true);
        answers.put("powerOfAttorneyExtent", "Ansökan och allt som följer av den");
        var reference = cases.checked(answers);
        var key = question(reference);
        var agentQuestion = play.variables("agent-refusal", key).get("agentQuestion");

        play.as("deciderK")
                .complete(
                        "userTask_decideAgent",
                        key,
                        Map.of(
                                "agentDecision",
                                "REFUSE",
                                "agentReasons",
                                "Ombudet har lämnat oriktiga uppgifter.",
                                "agentDissent",
                                "Eva Ek anser att ombudet ska få medverka."));
        cases.goOn();

        assertThat(play.ended("agent-refusal", key)).isTrue();
        assertThat(recipients(reference))
                .as("of the receipt and of the decision")
                .containsExactly(BOTH, CONTACT, AGENT);
        assertThat(letter(reference, "agent-refused"))
                .contains("Eva Ek inte längre får medverka som ombud")
                .contains("Ombudet har lämnat oriktiga uppgifter.", "14 § förvaltningslagen")
                .contains("Så här överklagar ni", "Eva Ek anser att ombudet ska få medverka.");
        contents.givesEachField("agentRefusal", reference, Map.of("agentQuestion", agentQuestion));
        assertThat(contents.read("agent", about(reference))).isNull();
        assertThatThrownBy(() -> question(reference, "Ombudet svarar inte på våra frågor."))
                .hasMessageContaining("får redan inte medverka");
    }

    @Test
    void anAgentWhoMayStayIsWrittenToAsBefore() {
        var answers = withAgent(true);
        answers.put("powerOfAttorney", true);
        answers.put("powerOfAttorneyExtent", "Ansökan");
        var reference = cases.checked(answers);
        var key = question(reference);
        assertThatThrownBy(() -> question(reference, "Ombudet svarar inte på våra frågor."))
                .hasMessageContaining("väntar redan på beslut");

        play.as("deciderK")
                .complete(
                        "userTask_decideAgent",
                        key,
                        Map.of("agentDecision", "KEEP", "agentReasons", "Uppgifterna rättades genast."));
        cases.goOn();

        assertThat(play.ended("agent-refusal", key)).isTrue();
        assertThat(recipients(reference)).containsExactly(BOTH);
        assertThat(contents.read("agent", about(reference))).isNotNull();
    }

    @Test
    void onlyAnAgentOfTheOfficersOwnBoardIsQuestioned() {
        var without = cases.checked(ApplicationFixture.answers());
        assertThatThrownBy(() -> question(without)).hasMessageContaining("anger inget ombud");
        assertThatThrownBy(() -> question(Reference.of("K-2020-1-001"))).hasMessageContaining("finns inget ärende");
        assertThatThrownBy(() -> question(Reference.of("F-2026-1-001")))
                .hasMessageContaining("som du inte arbetar för");
    }

    private String question(Reference reference) {
        return question(reference, "Ombudet har två gånger lämnat oriktiga uppgifter.");
    }

    private String question(Reference reference, String grounds) {
        return play.as("officerK2")
                .start(
                        "agent-refusal",
                        Map.of(
                                "caseReference",
                                reference.value(),
                                "agentGrounds",
                                grounds,
                                "agentHeard",
                                "true",
                                "agentHeardText",
                                "Sökanden har inget att invända."))
                .getBusinessKey();
    }

    private static CaseTask about(Reference reference) {
        return new CaseTask(reference, "K", null, null, null, null, null, Actor.of("officerK1"), Map.of());
    }

    @Test
    void whoeverChecksForConflictsOfInterestSeesTheAgent() {
        var reference = cases.received(withAgent(false));

        assertThat(contents.read(
                        "representatives",
                        new CaseTask(reference, "K", null, null, null, null, null, Actor.of("officerK1"), Map.of())))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("name", "Eva Ek", "role", "ombud, Byrån Ek"));
    }

    private void assertRefused(Reference call, String key, Object value, String message) {
        var answers = paper(call);
        answers.put(key, value);
        answers.values().removeIf(Objects::isNull);
        assertThatThrownBy(() -> play.as("registrarK").start("application", answers))
                .hasMessageContaining(message);
    }

    private Map<String, Object> paper(Reference call) {
        return new HashMap<>(Written.paper(call, cases.today(), withAgent(true)));
    }

    private static Map<String, Object> withAgent(boolean agentSigned) {
        var answers = ApplicationFixture.answers();
        answers.put("hasAgent", true);
        answers.put("agentName", "Eva Ek");
        answers.put("agentEmail", AGENT);
        answers.put("agentOrganisation", "Byrån Ek");
        answers.put("agentSigned", agentSigned);
        answers.put("signatoryAuthorised", !agentSigned);
        return answers;
    }

    private List<String> recipients(Reference reference) {
        return jdbc.sql("select recipients from tidig.mail where reference = ? order by sent_at")
                .param(reference.value())
                .query(String.class)
                .list();
    }

    private String letter(Reference reference) throws IOException {
        return letter(reference, "completion-order");
    }

    private String letter(Reference reference, String kind) throws IOException {
        try (var pdf = Loader.loadPDF(
                documents.content(documents.latest(reference, kind).orElseThrow()))) {
            var text = new PDFTextStripper();
            text.setSortByPosition(true);
            return text.getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private MimeMessage mail(Reference reference) throws IOException {
        try (var files = Files.list(dataDir.resolve("mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    // Another test may have sent one for a case of the same number: the latest is this test's.
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .map(AgentPathsTest::read)
                    .filter(mail -> subject(mail).contains(reference.value()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static MimeMessage read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
