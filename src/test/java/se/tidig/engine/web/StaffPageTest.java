package se.tidig.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.Board;

/** Only an administrator creates and ends accounts, and nobody can act in another person's name. */
@TidigTest
class StaffPageTest {

    private static final Pattern FIRST_PASSWORD = Pattern.compile("<code>([^<]+)</code>");
    private static final String OWN = "mitt eget hemliga ord";
    private static final Map<String, String> NEWCOMER = Map.of(
            "id",
            "newAnna",
            "name",
            "Anna Åkesson Öst",
            "email",
            "anna@lansstyrelsen.example",
            "board",
            "K",
            "group",
            "caseOfficers");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Play play;

    @Autowired
    ApplicationPlay applications;

    Browser admin;

    @BeforeEach
    void logIn() {
        admin = page("admin", DemoStaff.PASSWORD);
    }

    @AfterEach
    void tidyUp() {
        jdbc.sql("delete from tidig.staff where id like 'new%'").update();
        jdbc.sql("delete from tidig.staff_change").update();
    }

    @Test
    void aNewPersonChoosesTheirOwnPasswordBeforeAnythingElse() {
        var first = added();
        assertThat(admin.get("/personal").body()).as("shown once").doesNotContain(first);

        var anna = new Browser(port);
        assertThat(anna.login("newAnna", first).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/losenord"));
        for (var place : List.of("/camunda/app/tasklist/default/", "/arenden/K-2026-1-001", "/personal")) {
            assertThat(anna.get(place)).as(place).returns(403, HttpResponse::statusCode);
        }
        assertThat(rest("newAnna", first)).isEqualTo(403);

        assertThat(choose(anna, first, OWN, OWN)).returns(302, HttpResponse::statusCode);
        assertThat(new Browser(port).get("/login?nytt").body()).contains("Lösenordet är bytt.");
        assertThat(anna.get("/losenord")).as("logged out").returns(302, HttpResponse::statusCode);
        assertThat(rest("newAnna", first)).isEqualTo(401);
        assertThat(rest("newAnna", OWN)).isEqualTo(200);
        assertThat(page("newAnna", OWN).get("/camunda/app/tasklist/default/")).returns(200, HttpResponse::statusCode);
        assertThat(journal()).containsExactly("admin ADDED newAnna", "newAnna OWN_PASSWORD newAnna");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "för kort | elva tecken  | elva tecken",
                "inte lika | tolv tecken och fler | tolv tecken och färre",
                "samma som | FIRST | FIRST",
                "för få olika tecken | '            ' | '            '",
                "för få olika tecken | aaaaaaaaaaaabbb | aaaaaaaaaaaabbb",
                "innehåller användarnamnet | hej-NEWANNA-hej | hej-NEWANNA-hej",
                "för långt | ååååååååååååååååååååååååååååååååååååå | ååååååååååååååååååååååååååååååååååååå",
            })
    void anUnsuitablePasswordIsRejectedWithTheReason(String why, String chosen, String again) {
        var first = added();
        var anna = page("newAnna", first);
        var answer = choose(anna, first, chosen.replace("FIRST", first), again.replace("FIRST", first));
        assertThat(answer).returns(400, HttpResponse::statusCode);
        assertThat(answer.body()).contains(why);
        assertThat(rest("newAnna", first)).as("still the first one").isEqualTo(403);
    }

    @Test
    void aPersonWhoDoesNotKnowTheCurrentPasswordCannotChooseAnother() {
        var anna = page("newAnna", added());
        assertThat(choose(anna, "gissning", OWN, OWN))
                .returns(400, HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.body()).contains("Det nuvarande lösenordet stämmer inte."));
        assertThat(rest("newAnna", OWN)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | anna.åkesson | utan å, ä, ö",
                "id | admin | finns redan",
                "id | worker | finns redan",
                "id | ADMIN | finns redan",
                "name | '' | personens namn",
                "email | anna | fullständig e-postadress",
                "board | '' | minst en länsstyrelse",
                "board | Q | minst en länsstyrelse",
            })
    void anErrorInANewPersonIsShownAndNothingThatWasTypedIsLost(String field, String value, String told) {
        var fields = new LinkedHashMap<>(NEWCOMER);
        fields.put(field, value);
        var answer = admin.postForm("/personal", "/personal", fields);
        assertThat(answer).returns(400, HttpResponse::statusCode);
        assertThat(answer.body()).contains(told);
        fields.forEach((name, kept) -> {
            if (!List.of("board", "group").contains(name)) {
                assertThat(answer.body()).as(name).contains("value=\"" + kept + "\"");
            }
        });
        assertThat(answer.body()).contains("value=\"caseOfficers\" checked=\"checked\"");
        assertThat(jdbc.sql("select count(*) from tidig.staff where id like 'new%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(journal()).isEmpty();
    }

    /** The engine does not check boards for an administrator. */
    @Test
    void anAdministratorMustWorkForAllBoards() {
        var fields = new LinkedHashMap<>(NEWCOMER);
        fields.put("group", "camunda-admin");
        var refused = admin.postForm("/personal", "/personal", fields);
        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("En administratör arbetar för alla länsstyrelser.");
        added();
        post("newAnna", Map.of("group", "camunda-admin"));
        assertThat(admin.get("/personal").body()).contains("En administratör arbetar för alla länsstyrelser.");
        post("admin/uppgifter", Map.of("name", "Annika Admin", "email", "a@lansstyrelsen.example", "board", "H"));
        assertThat(admin.get("/personal").body()).contains("En administratör arbetar för alla länsstyrelser.");
        assertThat(journal()).containsExactly("admin ADDED newAnna");

        var details = new ArrayList<>(List.of("name", "Anna", "email", "a@lansstyrelsen.example"));
        Stream.of(Board.values()).forEach(board -> details.addAll(List.of("board", board.name())));
        var token = admin.get("/personal").body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        details.addAll(List.of("_csrf", token));
        admin.postFormWithout("/personal/newAnna/uppgifter", Map.of(), details.toArray(String[]::new));
        post("newAnna", Map.of("group", "camunda-admin"));
        assertThat(journal()).contains("admin DETAILS newAnna", "admin GROUPS newAnna");
        assertThat(jdbc.sql("select cardinality(boards) || ' ' || groups[1] from tidig.staff where id = 'newAnna'")
                        .query(String.class)
                        .single())
                .isEqualTo("21 camunda-admin");
    }

    @Test
    void thePageHoldsTheFormsOfOnePersonAtATime() {
        added();
        assertThat(admin.get("/personal").body())
                .contains("href=\"/personal?visa=newAnna#person\"")
                .doesNotContain("/personal/newAnna/uppgifter");
        assertThat(admin.get("/personal?visa=newAnna").body())
                .contains("/personal/newAnna/uppgifter")
                .doesNotContain("/personal/officerK1/uppgifter");
    }

    @Test
    void detailsAreChangedAndInvalidOnesStayInTheForm() {
        added();
        var details = Map.of("name", "Anna Ny", "email", "ny@lansstyrelsen.example", "board", "H");
        assertThat(post("newAnna/uppgifter", details)).returns(302, HttpResponse::statusCode);
        assertThat(admin.get("/personal").body())
                .contains("Uppgifterna om Anna Åkesson Öst är ändrade.", "<strong>Anna Ny</strong>");
        assertThat(jdbc.sql("select array_to_string(boards, ',') || ' ' || array_to_string(groups, ',')"
                                + " from tidig.staff where id = 'newAnna'")
                        .query(String.class)
                        .single())
                .isEqualTo("H caseOfficers");

        post("newAnna/uppgifter", Map.of("name", "Anna Nyare", "email", "ingen adress", "board", "H"));
        assertThat(admin.get("/personal").body())
                .contains("Ange en fullständig e-postadress", "value=\"Anna Nyare\"", "value=\"ingen adress\"");
    }

    @Test
    void aNewFirstPasswordEndsTheOldPasswordAndItsSessions() {
        var anna = withOwnPassword();
        assertThat(anna.get("/arenden/K-2026-9-999")).returns(404, HttpResponse::statusCode);
        post("newAnna/losenord", Map.of());
        var first = firstPassword();

        assertThat(anna.get("/arenden/K-2026-9-999")).as("open session").satisfies(StaffPageTest::leadsToTheLogin);
        assertThat(rest("newAnna", OWN)).isEqualTo(401);
        assertThat(rest("newAnna", first))
                .as("only lets the person choose another")
                .isEqualTo(403);
    }

    @Test
    void aPersonWhoHasLeftCannotLogInAndNoTaskWaitsForThem() {
        var anna = withOwnPassword();
        var reference = applications.received();
        play.as("newAnna").complete(ApplicationPlay.CHECK, reference.value(), Map.of("conflictAnswer", "none"));
        play.asNobody();
        play.goOn();
        assertThat(play.task(ApplicationPlay.ASSESS, reference.value()).getAssignee())
                .isEqualTo("newAnna");
        var later = applications.received();
        play.as("newAnna").complete(ApplicationPlay.CHECK, later.value(), Map.of("conflictAnswer", "none"));
        play.asNobody();

        post("newAnna/avsluta", Map.of());
        assertThat(admin.get("/personal").body()).contains("Kontot för Anna Åkesson Öst är avslutat.");
        assertThat(play.task(ApplicationPlay.ASSESS, reference.value()).getAssignee())
                .as("the task that she had claimed")
                .isNull();
        play.goOn();
        assertThat(play.task(ApplicationPlay.ASSESS, later.value()).getAssignee())
                .as("the next task of her case")
                .isNull();
        assertThat(anna.get("/arenden/" + reference)).as("open session").satisfies(StaffPageTest::leadsToTheLogin);
        assertThat(rest("newAnna", OWN)).isEqualTo(401);
        assertThat(admin.postForm("/personal", "/personal", NEWCOMER).body()).contains("finns redan");

        var old = page("newAnna", OWN);
        post("newAnna/oppna", Map.of());
        var first = firstPassword();
        assertThat(rest("newAnna", OWN)).as("the earlier password").isEqualTo(401);
        assertThat(rest("newAnna", first))
                .as("only lets the person choose another")
                .isEqualTo(403);
        assertThat(anna.get("/arenden/" + reference))
                .as("the earlier session")
                .satisfies(StaffPageTest::leadsToTheLogin);
        assertThat(old.get("/arenden/" + reference)).satisfies(StaffPageTest::leadsToTheLogin);
    }

    @Test
    void anOwnNewPasswordEndsTheOtherSessions() {
        var here = withOwnPassword();
        var elsewhere = page("newAnna", OWN);
        var webapp = page("newAnna", OWN);
        webapp.get("/camunda/app/tasklist/default/");
        assertThat(elsewhere.get("/arenden/K-2026-9-999")).returns(404, HttpResponse::statusCode);

        assertThat(choose(here, OWN, "ett annat lösenord", "ett annat lösenord"))
                .returns(302, HttpResponse::statusCode);

        assertThat(elsewhere.get("/arenden/K-2026-9-999")).satisfies(StaffPageTest::leadsToTheLogin);
        assertThat(webapp.get("/camunda/api/engine/engine/default/task/count"))
                .returns(401, HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.body()).contains("Logga in igen"));
        assertThat(rest("newAnna", OWN)).isEqualTo(401);
    }

    private static void leadsToTheLogin(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).matches(".*/login(\\?utgangen)?"));
    }

    @Test
    void aColleagueCanTakeTheTasksOfAPersonWhoIsAway() {
        var anna = withOwnPassword();
        var reference = applications.received();
        var task = play.as("newAnna")
                .claim(ApplicationPlay.CHECK, reference.value())
                .getId();
        play.asNobody();
        var colleague = new Browser(port).with("officerK1", DemoStaff.PASSWORD);
        var claim = "{\"userId\":\"officerK1\"}";
        assertThat(colleague.postJson("/engine-rest/task/" + task + "/claim", claim))
                .returns(400, HttpResponse::statusCode);

        post("newAnna/frigor", Map.of());
        assertThat(colleague.postJson("/engine-rest/task/" + task + "/claim", claim))
                .returns(204, HttpResponse::statusCode);
        assertThat(anna.get("/arenden/" + reference)).as("she still works here").returns(200, HttpResponse::statusCode);
        assertThat(journal()).contains("admin TASKS_FREED newAnna");
    }

    @Test
    void anAdministratorNeitherEndsNorRenewsTheirOwnAccount() {
        post("admin/avsluta", Map.of());
        assertThat(admin.get("/personal").body()).contains("Du kan inte avsluta ditt eget konto.");
        post("admin/losenord", Map.of());
        assertThat(admin.get("/personal").body()).contains("på sidan Byt lösenord");
        assertThat(rest("admin", DemoStaff.PASSWORD)).isEqualTo(200);
        assertThat(journal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"headK", "processOwner", "officerK1"})
    void nobodyElseCanChangeAnAccount(String person) {
        added();
        var other = page(person, DemoStaff.PASSWORD);
        assertThat(other.get("/personal")).returns(403, HttpResponse::statusCode);
        var again = new LinkedHashMap<>(NEWCOMER);
        again.put("id", "newBo");
        assertThat(other.postForm("/losenord", "/personal", again)).returns(403, HttpResponse::statusCode);
        for (var act : List.of("", "/uppgifter", "/frigor", "/losenord", "/avsluta", "/oppna")) {
            assertThat(other.postForm("/losenord", "/personal/newAnna" + act, NEWCOMER))
                    .as(act)
                    .returns(403, HttpResponse::statusCode);
        }
        assertThat(journal()).containsExactly("admin ADDED newAnna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/uppgifter", "/frigor", "/losenord", "/avsluta", "/oppna"})
    void nobodyCanChangeTheWorkersAccount(String act) {
        assertThat(post("worker" + act, NEWCOMER)).returns(404, HttpResponse::statusCode);
    }

    private String added() {
        assertThat(admin.postForm("/personal", "/personal", NEWCOMER)).returns(302, HttpResponse::statusCode);
        return firstPassword();
    }

    private String firstPassword() {
        var told = FIRST_PASSWORD.matcher(admin.get("/personal").body());
        assertThat(told.find()).isTrue();
        return told.group(1);
    }

    private Browser withOwnPassword() {
        var first = added();
        choose(page("newAnna", first), first, OWN, OWN);
        return page("newAnna", OWN);
    }

    private HttpResponse<String> post(String act, Map<String, String> fields) {
        return admin.postForm("/personal", "/personal/" + act, fields);
    }

    private static HttpResponse<String> choose(Browser person, String current, String chosen, String again) {
        return person.postForm("/losenord", "/losenord", Map.of("current", current, "chosen", chosen, "again", again));
    }

    private Browser page(String person, String password) {
        var browser = new Browser(port);
        browser.login(person, password);
        return browser;
    }

    private int rest(String person, String password) {
        return new Browser(port)
                .with(person, password)
                .get("/engine-rest/task/count")
                .statusCode();
    }

    private List<String> journal() {
        return jdbc.sql("select actor || ' ' || what || ' ' || person from tidig.staff_change order by at, what")
                .query(String.class)
                .list();
    }
}
