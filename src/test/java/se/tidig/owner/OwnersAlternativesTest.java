package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.EligibilityRecords;
import se.tidig.decision.DecisionPlay;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.engine.DemoStaff;
import se.tidig.form.CaseContents;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;

/** A process owner adds an alternative to a question: known everywhere at once, with or without a rule of its own. */
@TidigTest
class OwnersAlternativesTest {

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    EligibilityRecords checks;

    @Autowired
    CaseContents contents;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void aNewAlternativeWithARule() {
        var call = cases.call();
        assertThatThrownBy(() -> paper(call, "supportAssociation")).isInstanceOf(Rejected.class);

        newOrganisationType()
                .tables(
                        "eligibility",
                        tables -> Drawing.cell(
                                tables,
                                "inputEntry_applicant-kind_organisation_type",
                                "\"association\", \"umbrella\", \"faithCommunity\", \"supportAssociation\""))
                .deploy(port);
        var reference = paper(call, "supportAssociation");
        takeOn(Reference.of(reference));

        assertThat(play.openTasks(reference)).containsExactly("userTask_assessApplication");
        assertThat(checks.get(Reference.of(reference)).findings()).isEmpty();
        assertThat(applicant(Reference.of(reference))).contains("Stödförening");
        assertThat(partners(Reference.of(reference))).contains("Stödförening");
        var page = new Browser(port);
        page.login("officerK1", DemoStaff.PASSWORD);
        assertThat(page.get("/arenden/" + reference).body())
                .contains("Stödförening")
                .doesNotContain("supportAssociation");
    }

    @Test
    void aNewAlternativeWithoutARuleStopsNoCase() {
        newOrganisationType().deploy(port);
        var reference = paper(cases.call(), "supportAssociation");
        takeOn(Reference.of(reference));

        assertThat(play.openTasks(reference)).containsExactly("userTask_examineRefusal");
        assertThat(checks.get(Reference.of(reference)).findings())
                .extracting(EligibilityFinding::code)
                .containsExactly("APPLICANT_TYPE");
    }

    @Test
    void aKindOfCostThatOnlyALaterFormHasStopsNoCaseOfAnEarlierOne() {
        var call = cases.call();
        var running = paper(call, "association");
        desk.form("call", form -> alternative(form, "excludedCategories", "Utrustning", "equipment"))
                .form("application", form -> alternative(form, "category", "Utrustning", "equipment"))
                .deploy(port);
        jdbc.sql("update tidig.call set excluded_categories = array['equipment'] where reference = ?")
                .param(call.value())
                .update();

        takeOn(Reference.of(running));
        assertThat(play.openTasks(running)).containsExactly("userTask_assessApplication");
        assertThat(new Browser(port).get("/utlysningar/" + call).body())
                .contains("Utrustning")
                .doesNotContain("equipment");
    }

    private OwnersDesk newOrganisationType() {
        return desk.form("application", form -> {
            // Questions to organisations are put to the new kind too.
            form.findParents("conditional").stream()
                    .map(component -> (ObjectNode) component.path("conditional"))
                    .filter(conditional -> conditional.path("hide").asText().contains("faithCommunity"))
                    .forEach(conditional -> conditional.put(
                            "hide",
                            conditional
                                    .path("hide")
                                    .asText()
                                    .replace("not(", "not(organisationType = \"supportAssociation\" or ")));
            alternative(form, "organisationType", "Stödförening", "supportAssociation");
            alternative(form, "type", "Stödförening", "supportAssociation");
        });
    }

    private static void alternative(JsonNode form, String key, String label, String value) {
        var questions = form.findParents("key").stream()
                .filter(component -> component.path("key").asText().equals(key))
                .toList();
        assertThat(questions).isNotEmpty();
        questions.forEach(question -> ((ArrayNode) question.path("values"))
                .addObject()
                .put("label", label)
                .put("value", value));
    }

    private String paper(Reference call, String type) {
        var answers = new HashMap<>(ApplicationFixture.answers());
        answers.replaceAll(
                (key, value) -> value instanceof Boolean && !key.startsWith("sign") ? value.toString() : value);
        answers.put("organisationNumber", "802002-4280");
        answers.put("organisationType", type);
        answers.put(
                "partners",
                List.of(Map.of(
                        "name",
                        "Grannföreningen",
                        "type",
                        type,
                        "hasResponsibleBoard",
                        "true",
                        "democraticAndIndependent",
                        "true",
                        "purposeCompatible",
                        "true",
                        "activeInSwedenSince",
                        "2010-01-01")));
        answers.put("callReference", call.value());
        answers.put("receivedDate", SwedishDate.on(clock.instant()).toString());
        var reference = play.as("registrarK").start("application", answers).getBusinessKey();
        cases.goOn();
        return reference;
    }

    private void takeOn(Reference reference) {
        play.as("officerK1").complete("userTask_conflictCheck", reference.value(), Map.of("conflictAnswer", "none"));
        cases.goOn();
    }

    private String applicant(Reference reference) {
        return shown("applicant", reference);
    }

    private String partners(Reference reference) {
        return shown("partners", reference);
    }

    private String shown(String key, Reference reference) {
        play.asNobody();
        var instance = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("application")
                .processInstanceBusinessKey(reference.value())
                .singleResult()
                .getId();
        return contents.read(
                        key, new CaseTask(reference, "K", "application", null, null, null, instance, null, Map.of()))
                .toString();
    }
}
