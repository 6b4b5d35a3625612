package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.application.draft.DraftFixture.ANNA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.application.EligibilityRecords;
import se.tidig.application.draft.DraftFixture;
import se.tidig.application.draft.DraftService;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.engine.DemoStaff;

/**
 * A process owner changes the applicants' form and its table by files, on the running system, while drafts are open. The
 * writers are told, nothing that is typed is lost, and review, submission and case follow the new form and rules.
 */
@TidigTest
class OwnersApplicantsTest {

    private static final String NEW_PART = "group_children";

    @Autowired
    private OwnersDesk desk;

    @Autowired
    private DraftFixture fixture;

    @Autowired
    private DraftService drafts;

    @Autowired
    private Applications applications;

    @Autowired
    private EligibilityRecords checks;

    @Autowired
    private Play play;

    @LocalServerPort
    private int port;

    private UUID id;
    private Browser anna;

    @BeforeEach
    void aDraftIsOpen() {
        id = fixture.begun();
        anna = new Browser(port);
        anna.login(ANNA, DemoStaff.PASSWORD);
        fixture.type(
                ANNA,
                id,
                Map.of(
                        "organisationType", "association",
                        "title", "Språkcafé",
                        "goals", "Tio deltagare i veckan",
                        "staffingAndRisks", "Två anställda",
                        "municipalities", "Karlskrona och Ronneby",
                        "participantsWomen", 35));
    }

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void aChangedFormReachesTheDraftsThatAreOpen() {
        assertThat(page("")).doesNotContain("Något har ändrats");
        var typed = drafts.open(ANNA, id).answers();

        change();

        assertThat(page(""))
                .contains("Något har ändrats", "Barn och unga")
                .contains("Ny fråga: Ordnar ni barnpassning?", "Ny fråga: Plan för barnpassningen")
                .contains("Ändrad fråga: Kommuner", "Ändrad fråga: Antal kvinnor")
                .contains("Ändrad fråga: Personal, ideella och risker Ni hade svarat: Två anställda")
                .contains("Frågas inte längre: Mål, och hur ni mäter dem Ni hade svarat: Tio deltagare i veckan")
                .doesNotContain("Ny fråga: Verksamhetens namn", "Ändrad fråga: Verksamhetens namn");
        assertThat(page("?lang=en"))
                .contains("New question: Do you arrange childcare?", "New question: Childcare plan", "Children")
                .contains("You had answered: Två anställda");
        anna.get("/utkast/" + id + "?lang=sv");
        assertThat(drafts.open(ANNA, id).answers()).isEqualTo(typed);

        assertThat(page("/granska"))
                .contains("Ordnar ni barnpassning? Svara på frågan")
                .contains("Plan för barnpassningen Skicka handlingen")
                .contains(
                        "Kommuner får ha högst 10 tecken.", "Antal kvinnor ska vara högst 20. Lämnas in som obesvarad.")
                .contains("Personal, ideella och risker: välj bland alternativen som visas. Lämnas in som obesvarad.");

        for (var part : List.of("group_project", "group_participants")) {
            sendAsShown(part);
        }
        assertThat(drafts.open(ANNA, id).answers())
                .as("pages sent as they were shown")
                .isEqualTo(typed);
        anna.postForm("/utkast/" + id, "/utkast/" + id + "/last", Map.of());
        assertThat(page("")).doesNotContain("Något har ändrats");
        assertThat(drafts.open(ANNA, id).answers()).isEqualTo(typed);
    }

    @Test
    void theNewQuestionIsStoredShownAndJudged() {
        change();
        var part = "/utkast/" + id + "/" + NEW_PART;
        assertThat(page("/" + NEW_PART)).contains("Ordnar ni barnpassning?", "Plan för barnpassningen");

        send(NEW_PART, Map.of("childcare", "no"));
        anna.postFile(part, part, "childcarePlan", "plan.pdf", "%PDF-1.4 Plan".getBytes());
        var tooLong = send("group_project", Map.of("municipalities", "Karlskrona och Sölvesborg", "then", "on"));

        assertThat(tooLong.headers().firstValue("Location").orElse("")).endsWith("?fel");
        assertThat(page("/group_project?fel")).contains("Kommuner får ha högst 10 tecken.");
        assertThat(page("/granska"))
                .contains(
                        "Barnpassning saknas (4 § 2) Barnpassning under aktiviteterna ordnas inte. Ordnar ni barnpassning?")
                .contains("plan.pdf")
                .doesNotContain("Skicka handlingen");

        var application = submit();
        assertThat(application.answers()).containsEntry("childcare", "no").doesNotContainKeys("goals");
        play.asNobody().goOn();
        var reference = application.reference().value();
        play.as("officerK1").complete("userTask_conflictCheck", reference, Map.of("conflictAnswer", "none"));
        play.asNobody().goOn();
        assertThat(checks.get(application.reference()).findings())
                .extracting(EligibilityFinding::code)
                .contains("NO_CHILDCARE");
        var officer = new Browser(port);
        officer.login("officerK1", DemoStaff.PASSWORD);
        assertThat(text(officer.get("/arenden/" + reference)))
                .contains("Ordnar ni barnpassning?", "plan.pdf", "Barnpassning under aktiviteterna ordnas inte.");
    }

    /** A new page with a question and a document, a question less, one of another kind, and two limits. */
    private void change() {
        desk.form("application", form -> {
                    var parts = (ArrayNode) form.path("components");
                    var part = parts.insertObject(parts.size() - 2);
                    part.put("type", "group").put("id", NEW_PART).put("label", "Barn och unga");
                    var questions = part.putArray("components");
                    alternatives(questions
                            .addObject()
                            .put("type", "radio")
                            .put("id", "radio_childcare")
                            .put("key", "childcare")
                            .put("label", "Ordnar ni barnpassning?"));
                    var document = questions.addObject();
                    document.put("type", "checkbox")
                            .put("id", "checkbox_childcarePlan")
                            .put("key", "childcarePlan");
                    document.put("label", "Plan för barnpassningen");
                    document.putObject("properties").put("upload", "true");
                    document.putObject("validate").put("required", true);
                    drop(parts, "goals");
                    alternatives(question(parts, "staffingAndRisks").put("type", "radio"));
                    question(parts, "municipalities").withObject("validate").put("maxLength", 10);
                    question(parts, "participantsWomen").withObject("validate").put("max", 20);
                })
                .text(
                        "forms/application.en.yaml",
                        words -> words.replace(
                                                "textarea_goals:\n  label: Goals, and how you measure them\n"
                                                        + "  description: What the participants are to have achieved"
                                                        + " (Section 4, 2).\n",
                                                "")
                                        .replace(
                                                "textarea_staffingAndRisks: Staff, volunteers and risks\n",
                                                "textarea_staffingAndRisks:\n  label: Staff, volunteers and risks\n"
                                                        + "  values: { \"yes\": \"Yes\", \"no\": \"No\" }\n")
                                + "group_children: Children\n"
                                + "radio_childcare:\n  label: Do you arrange childcare?\n"
                                + "  values: { \"yes\": \"Yes\", \"no\": \"No\" }\n"
                                + "checkbox_childcarePlan: Childcare plan\n")
                .tables(
                        "eligibility",
                        tables -> Drawing.addRule(
                                tables,
                                "activity-eligibility",
                                "Ordnar barnpassning",
                                "childcare = \"yes\"",
                                "false",
                                "{code: \"NO_CHILDCARE\", effect: \"REVIEW\", paragraph: \"4 § 2\","
                                        + " name: \"Barnpassning saknas\","
                                        + " reason: \"Barnpassning under aktiviteterna ordnas inte.\","
                                        + " questions: [\"childcare\"]}"))
                .deploy(port);
    }

    private static void alternatives(ObjectNode question) {
        question.putArray("values").addObject().put("label", "Ja").put("value", "yes");
        question.withArray("values").addObject().put("label", "Nej").put("value", "no");
        question.putObject("validate").put("required", true);
    }

    private static ObjectNode question(JsonNode parts, String key) {
        for (var part : parts) {
            for (var question : part.path("components")) {
                if (question.path("key").asText().equals(key)) {
                    return (ObjectNode) question;
                }
            }
        }
        throw new AssertionError(key);
    }

    private static void drop(ArrayNode parts, String key) {
        for (var part : parts) {
            var questions = (ArrayNode) part.path("components");
            for (int i = questions.size() - 1; i >= 0; i--) {
                if (questions.get(i).path("key").asText().equals(key)) {
                    questions.remove(i);
                }
            }
        }
    }

    private Application submit() {
        var submit = "/utkast/" + id + "/skicka";
        anna.postForm(
                submit,
                submit,
                Map.of(
                        "signer", "Anna Exempelsson",
                        "role", "ordförande",
                        "capacity", "SIGNATORY",
                        "truthful", "true",
                        "entitled", "true",
                        "reports", "true"));
        var call = drafts.open(ANNA, id).draft().call();
        return applications.ofCall(Reference.of(call.value())).get(0);
    }

    /** Sends the page with what it shows, and the changed fields. */
    private HttpResponse<String> send(String part, Map<String, String> changed) {
        var path = "/utkast/" + id + "/" + part;
        var fields = new LinkedHashMap<String, String>();
        for (var control : Jsoup.parse(anna.get(path).body()).select("#draft [name]")) {
            var name = control.attr("name");
            if (control.is("textarea")) {
                fields.put(name, control.wholeText().replaceFirst("^\n", ""));
            } else if (control.is("select")) {
                fields.put(name, control.select("option[selected]").attr("value"));
            } else if (control.is("[type=radio], [type=checkbox]")
                    ? control.hasAttr("checked")
                    : !control.is("button")) {
                fields.merge(name, control.attr("value"), (one, other) -> one);
            }
        }
        fields.keySet().removeIf(name -> name.equals("_csrf") || name.equals("asked"));
        fields.putAll(changed);
        var asked =
                Jsoup.parse(anna.get(path).body()).select("#draft [name=asked]").eachAttr("value");
        var body = new StringBuilder();
        asked.forEach(name -> body.append("&asked=").append(Browser.encode(name)));
        fields.forEach((name, value) ->
                body.append('&').append(Browser.encode(name)).append('=').append(Browser.encode(value)));
        var token =
                Jsoup.parse(anna.get(path).body()).select("#draft [name=_csrf]").attr("value");
        return anna.send("POST", path, "application/x-www-form-urlencoded", "_csrf=" + Browser.encode(token) + body);
    }

    private void sendAsShown(String part) {
        assertThat(send(part, Map.of("then", "save")).statusCode()).isEqualTo(302);
    }

    private String page(String place) {
        return text(anna.get("/utkast/" + id + place));
    }

    private static String text(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body()).text();
    }
}
