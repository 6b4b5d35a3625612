package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.tidig.application.ApplicationFixture;
import se.tidig.bundle.Bundle;
import se.tidig.form.Answers;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;
import se.tidig.form.FormValidator;
import se.tidig.form.Rejected;

/** The reply to a request to complete asks the application's questions that were asked for, whichever they are. */
class AskedQuestionsTest {

    private static final AskedQuestions.Words WORDS = new AskedQuestions.Words("Tidigare svar:", "Tidigare rader:");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Not the applicant's to answer, or answered by the confirmation that the reply asks itself. */
    private static final Set<String> ANSWERED_OTHERWISE = Set.of("LATE", "NOT_CONFIRMED", "OVERDUE_RECOVERY");

    private final FormValidator validator = new FormValidator(Clock.systemUTC());

    @Test
    void eachQuestionOfTheApplicationCanBeAnsweredInTheReply() throws Exception {
        var questions = questions();
        assertThat(questions).hasSizeGreaterThan(50);
        for (var question : questions.entrySet()) {
            var key = question.getKey();
            var before = answersWithout(key);
            var given = sample(question.getValue());

            var accepted = reply(Set.of(key), before, Map.of(key, given));

            assertThat(accepted.has(key)).as("answered: " + key).isTrue();
        }
    }

    @Test
    void eachFindingOfTheTableNamesQuestionsThatTheReplyAsks() throws Exception {
        var keys = questions().keySet();
        var table = new String(Bundle.packaged().bytes("dmn/eligibility.dmn"), StandardCharsets.UTF_8);
        var codes = new TreeSet<String>();
        var found = Pattern.compile("<text>\\{code: \"([A-Z_]+)\"(.*?)</text>", Pattern.DOTALL)
                .matcher(table);
        while (found.find()) {
            codes.add(found.group(1));
            var listed = Pattern.compile("questions: (\\[[^\\]]*\\]|missing\\.questions)")
                    .matcher(found.group(2));
            if (!ANSWERED_OTHERWISE.contains(found.group(1))) {
                assertThat(listed.find()).as("questions of " + found.group(1)).isTrue();
                var named = Pattern.compile("\"(\\w+)\"").matcher(listed.group(1));
                while (named.find()) {
                    assertThat(keys).as(found.group(1)).contains(named.group(1));
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(40).containsAll(ANSWERED_OTHERWISE);
        var missing = Pattern.compile("question: \"(\\w+)\"").matcher(table);
        var named = new TreeSet<String>();
        while (missing.find()) {
            named.add(missing.group(1));
        }
        assertThat(named).hasSizeGreaterThan(15).isSubsetOf(keys);
    }

    @Test
    void whatWasNotAskedForIsHiddenUntilThePaperAnswersMore() throws Exception {
        var before = ApplicationFixture.answers();

        var given = new HashMap<String, Object>(Map.of("method", "Samtal.", "answersMore", true));

        assertThat(reply(Set.of("need"), before, given).text("method")).isEqualTo("Samtal.");
        given.remove("answersMore");
        assertThat(reply(Set.of("need"), before, given).has("method")).isFalse();
    }

    @Test
    void whatANewAnswerCallsForIsAskedAndRequiredAndWhatWasAnsweredBeforeIsNot() throws Exception {
        var asked = Set.of("hasAgent");
        var before = ApplicationFixture.answers();

        assertThatThrownBy(() -> reply(asked, before, Map.of("hasAgent", "true")))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.messages())
                        .containsKeys("agentName", "agentEmail"));
        assertThat(reply(asked, before, Map.of("hasAgent", "false")).has("agentName"))
                .isFalse();
        var withAgent = new LinkedHashMap<>(before);
        withAgent.putAll(Map.of("hasAgent", "true", "agentName", "Eva Ek", "agentEmail", "eva@example.org"));
        withAgent.put("agentSigned", "false");
        assertThat(reply(asked, withAgent, Map.of("hasAgent", "true")).has("agentName"))
                .isFalse();
        // The application as it stood hides these for whom an agent signs; asked for, they are asked.
        withAgent.put("agentSigned", "true");
        assertThat(reply(Set.of("signatoryAuthorised"), withAgent, Map.of("signatoryAuthorised", true))
                        .yes("signatoryAuthorised"))
                .isTrue();
        // Not asked, and shown as the application stands: the earlier answer decides.
        var power = Map.<String, Object>of(
                "answersMore", true, "powerOfAttorney", true, "powerOfAttorneyExtent", "Ansökan.");
        assertThat(reply(Set.of("need"), withAgent, power).text("powerOfAttorneyExtent"))
                .isEqualTo("Ansökan.");
        assertThat(reply(Set.of("need"), before, power).has("powerOfAttorneyExtent"))
                .isFalse();
    }

    @Test
    void theRulesAreTheApplications() {
        assertThatThrownBy(() -> reply(Set.of("giro"), answersWithout("giro"), Map.of("giro", "5050-1056")))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.messages())
                        .containsOnlyKeys("giro"));
        var days = Map.<String, Object>of("periodStart", "2027-05-01", "periodEnd", "2027-04-01");
        assertThatThrownBy(() -> reply(Set.of("periodStart", "periodEnd"), answersWithout("periodEnd"), days))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.messages())
                        .containsOnlyKeys("periodEnd"));
    }

    @Test
    void allIsAskedWhereNothingIsNamedAndWhatIsForStaffNever() throws Exception {
        var accepted = reply(Set.of(), ApplicationFixture.answers(), Map.of("need", "Stort.", "goals", "Många."));

        assertThat(accepted.values()).containsKeys("need", "goals");
        assertThat(form(Set.of(), Map.of()).inputKeys()).doesNotContain("callReference", "receivedDate");
    }

    @Test
    void theEarlierAnswerIsShownBesideTheQuestion() throws Exception {
        var json = new AskedQuestions(Set.of("periodStart"), ApplicationFixture.answers(), "askedQuestions", "", WORDS)
                .of(application())
                .toString();

        assertThat(json)
                .contains("Tidigare svar: {{askedQuestions.words.periodStart}}")
                .contains("{{askedQuestions.words.budgetLines}}")
                .contains("\"earlier\":\"statutes,");
        assertThat(FormSchema.parse(replyForm(Set.of("periodStart"), ApplicationFixture.answers()))
                        .reads())
                .contains("askedQuestions", "completion");
    }

    private Answers reply(Set<String> asked, Map<String, Object> before, Map<String, Object> given) throws Exception {
        var posted = new HashMap<>(given);
        posted.put("completionReply", "Här är svaret.");
        var shown = Map.<String, Object>of(
                "askedQuestions",
                Map.of("words", Map.of()),
                "questionsNamed",
                !asked.isEmpty(),
                "completion",
                Map.of());
        return validator.validate(form(asked, before), posted, shown);
    }

    private static FormSchema form(Set<String> asked, Map<String, Object> before) throws Exception {
        return FormSchema.parse(replyForm(asked, before));
    }

    private static JsonNode replyForm(Set<String> asked, Map<String, Object> before) throws Exception {
        var form = JSON.readTree(Bundle.packaged().bytes("forms/completion-reply.form"));
        for (var component : form.path("components")) {
            if (component.path("properties").has("questionsOf")) {
                ((ObjectNode) component)
                        .set(
                                "components",
                                new AskedQuestions(asked, before, "askedQuestions", "answersMore", WORDS)
                                        .of(application()));
            }
        }
        return form;
    }

    private static JsonNode application() throws Exception {
        return JSON.readTree(Bundle.packaged().bytes("forms/application.form"));
    }

    private static Map<String, FormComponent> questions() throws Exception {
        var questions = new LinkedHashMap<String, FormComponent>();
        collect(FormSchema.parse(application()).components(), questions);
        return questions;
    }

    private static void collect(List<FormComponent> components, Map<String, FormComponent> into) {
        for (var component : components) {
            if (component.type() == ComponentType.GROUP) {
                if (!"staff".equals(component.properties().get("audience"))) {
                    collect(component.children(), into);
                }
            } else if (component.key() != null) {
                into.put(component.key(), component);
            }
        }
    }

    private static Map<String, Object> answersWithout(String key) {
        var answers = ApplicationFixture.answers();
        answers.remove(key);
        return answers;
    }

    private static Object sample(FormComponent question) {
        return switch (question.type()) {
            case NUMBER -> 1;
            case CHECKBOX -> true;
            // The last: to have an agent asks for the agent's name.
            case RADIO, SELECT ->
                List.copyOf(question.options().keySet()).get(question.options().size() - 1);
            case CHECKLIST, TAGLIST ->
                List.of(question.options().keySet().iterator().next());
            case DATETIME -> "2020-01-31";
            case DYNAMICLIST -> {
                var cell = question.children().get(0);
                yield List.of(Map.of(cell.key(), sample(cell)));
            }
            default ->
                switch (question.properties().getOrDefault("check", String.valueOf(question.rule("validationType")))) {
                    case "organisationNumber" -> "802002-4280";
                    case "giro" -> "5050-1055";
                    case "email" -> "anna@example.org";
                    default -> "Svar";
                };
        };
    }
}
