package se.tidig.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.AtOnce;
import se.tidig.Browser;
import se.tidig.Mailbox;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.Organisations;
import se.tidig.organisation.Right;

/** Who acts for an organisation is decided by its people; nobody else learns anything about it. */
@TidigTest
class OrganisationPageTest {

    private static final String LIST = "/organisationer";
    private static final String NUMBER = "8024151014";
    private static final String CIRCLE = LIST + "/" + NUMBER;
    private static final String KIM = "kim@example.org";
    private static final String BO = "bo@example.org";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicantAccounts accounts;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Browser kim;
    private Browser bo;

    @BeforeEach
    void twoPeople() {
        accounts.register(KIM, "Kim Exempelsson", DemoStaff.PASSWORD);
        accounts.register(BO, "Bo Provsson", DemoStaff.PASSWORD);
        kim = loggedIn(KIM);
        bo = loggedIn(BO);
    }

    private Browser loggedIn(String name) {
        var browser = new Browser(port);
        browser.login(name, DemoStaff.PASSWORD);
        return browser;
    }

    @Test
    void theFirstPersonToNameAnUnknownOrganisationActsForIt() {
        assertThat(kim.get(LIST + "/ny?number=802415-1014").body())
                .contains("802415-1014", "Ideell förening", "Organisationens namn");
        assertThat(kim.get(LIST + "/ny?number=802415-1014&lang=en").body()).contains("Non-profit association");
        kim.get(LIST + "?lang=sv");
        assertThat(claim(kim, "Vänföreningen", "association", "ordförande").body())
                .isEmpty();

        assertThat(kim.get(LIST).body())
                .contains("Vänföreningen är tillagd.", "802415-1014", "Du får läsa, skriva och skicka in.");
        assertThat(right(KIM)).isEqualTo(Right.SUBMIT);
        assertThat(kim.get(CIRCLE).body())
                .contains(
                        "Ideell förening",
                        "ordförande",
                        "Kim Exempelsson lade till organisationen och får läsa, skriva");
    }

    @ParameterizedTest
    @CsvSource({
        "802415-1013, Det är inget organisationsnummer",
        "19900101-1239, Det är inget organisationsnummer",
        "hej, Det är inget organisationsnummer",
    })
    void aWrongNumberIsToldAndStands(String number, String told) {
        var answer = kim.get(LIST + "/ny?number=" + number);
        assertThat(answer).returns(400, HttpResponse::statusCode);
        assertThat(answer.body()).contains(told, "value=\"" + number + "\"", "<title>Fel:");
        assertThat(kim.postForm(LIST, LIST + "/ny", Map.of("number", number))).returns(400, HttpResponse::statusCode);
    }

    @ParameterizedTest
    @CsvSource({
        "'', association, ordförande, Ange organisationens namn",
        "Vänföreningen, '', ordförande, Välj organisationsform",
        "Vänföreningen, rymdbolag, ordförande, Välj organisationsform",
        "Vänföreningen, association, '', Ange ditt uppdrag",
        "www.evil.example/x, association, ordförande, Ange organisationens namn",
    })
    void whatIsMissingIsToldAndNothingIsLost(String name, String type, String position, String told) {
        var answer = claim(kim, name, type, position);
        assertThat(answer).returns(400, HttpResponse::statusCode);
        assertThat(answer.body()).contains(told, "value=\"" + name + "\"", "value=\"" + position + "\"");
        assertThat(organisations.existsById(NUMBER)).isFalse();
    }

    @Test
    void aSecondPersonIsNeverLetInSilently() {
        claim(kim, "Vänföreningen", "association", "ordförande");
        assertThat(bo.get(LIST + "/ny?number=" + NUMBER).body())
                .contains("Organisationen har redan personer i Tidig", "Be om att få komma in")
                .doesNotContain("Kim", KIM);

        claim(bo, "Kapade föreningen", "association", "kassör");

        assertThat(memberships.of(id(BO))).isEmpty();
        assertThat(organisations.findById(NUMBER).orElseThrow().name()).isEqualTo("Vänföreningen");
        assertThat(bo.get(CIRCLE)).returns(404, HttpResponse::statusCode);
        assertThat(bo.get(LIST).body()).contains("Väntar på svar");
        assertThat(mailbox.newest(KIM, "ASKED")).contains("Bo Provsson vill arbeta för Vänföreningen");
        claim(bo, "", "", "kassör");
        assertThat(bo.get(LIST).body()).contains("Du har redan frågat.");

        assertThat(kim.get(CIRCLE).body()).contains("Vill komma in", BO, "kassör");
        kim.postForm(CIRCLE, CIRCLE + "/begaran/" + request(), Map.of("right", "READ"));

        assertThat(right(BO)).isEqualTo(Right.READ);
        assertThat(mailbox.kinds(BO)).containsExactly("ADMITTED");
        assertThat(bo.get(CIRCLE).body()).contains("Kim Exempelsson släppte in Bo Provsson, som får läsa.");
    }

    @Test
    void aDeclinedRequestGivesNothing() {
        claim(kim, "Vänföreningen", "association", "ordförande");
        claim(bo, "", "", "kassör");
        var request = request();
        kim.postForm(CIRCLE, CIRCLE + "/begaran/" + request, Map.of());
        assertThat(memberships.of(id(BO))).isEmpty();
        assertThat(mailbox.kinds(BO)).containsExactly("REFUSED");
        kim.postForm(CIRCLE, CIRCLE + "/begaran/" + request, Map.of("right", "SUBMIT"));
        assertThat(memberships.of(id(BO))).as("answered once").isEmpty();
    }

    @Test
    void oneOfTwoWhoNameAnOrganisationAtTheSameTimeIsFirst() throws Exception {
        AtOnce.run(
                0,
                () -> claim(kim, "Vänföreningen", "association", "ordförande"),
                () -> claim(bo, "Vänföreningen", "association", "kassör"));
        assertThat(memberships.ofOrganisation(NUMBER)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from tidig.organisation_request")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Its cases, which came on paper, would otherwise be anybody's who knows its number. */
    @Test
    void staffLetTheFirstPersonInToAnOrganisationThatHasCases() {
        organisations.ensure(NUMBER, "Vänföreningen", clock.instant());
        assertThat(kim.get(LIST + "/ny?number=" + NUMBER).body())
                .contains("Organisationen är känd sedan tidigare", "Vänföreningen");
        claim(kim, "", "", "ordförande");
        assertThat(memberships.of(id(KIM))).isEmpty();

        var officer = loggedIn("officerK1");
        assertThat(officer.get("/foretradare").body())
                .contains("Vänföreningen", KIM, "ordförande", "Annan adress än i ansökan");
        officer.postForm("/foretradare", "/foretradare/" + request(), Map.of("answer", "yes"));

        assertThat(right(KIM)).isEqualTo(Right.SUBMIT);
        assertThat(mailbox.kinds(KIM)).containsExactly("ADMITTED");
        assertThat(kim.get(CIRCLE).body()).contains(" släppte in Kim Exempelsson");
    }

    @Test
    void staffDoNotAnswerForAnOrganisationThatHasPeople() {
        claim(kim, "Vänföreningen", "association", "ordförande");
        claim(bo, "", "", "kassör");
        var officer = loggedIn("officerK1");
        assertThat(officer.get("/foretradare").body()).contains("Ingen väntar på svar.");
        officer.postForm("/foretradare", "/foretradare/" + request(), Map.of("answer", "yes"));
        assertThat(memberships.of(id(BO))).isEmpty();
        assertThat(officer.get("/foretradare").body()).contains("Organisationen har egna personer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"processOwner", "financeK1", "admin", KIM})
    void onlyRegistrarsAndOfficersLetPeopleIn(String person) {
        var other = loggedIn(person);
        assertThat(other.get("/foretradare")).returns(403, HttpResponse::statusCode);
        assertThat(other.postForm("/", "/foretradare/" + UUID.randomUUID(), Map.of("answer", "yes")))
                .returns(403, HttpResponse::statusCode);
    }

    @Test
    void anInvitedColleagueAcceptsWithTheRightThatTheInvitationGives() {
        claim(kim, "Vänföreningen", "association", "ordförande");
        invite("Bo@Example.org", "WRITE");
        assertThat(kim.get(CIRCLE).body()).contains("En inbjudan är skickad till Bo@Example.org.", "inbjuden");
        assertThat(mailbox.newest(BO, "INVITED"))
                .startsWith("Inbjudan till Vänföreningen i Tidig")
                .contains("Kim Exempelsson", LIST);
        assertThat(bo.get(LIST).body()).contains("Vänföreningen bjuder in dig", "läsa och skriva");
        assertThat(memberships.of(id(BO))).isEmpty();

        bo.postForm(LIST, LIST + "/inbjudan/" + invitation(), Map.of("answer", "yes"));

        assertThat(right(BO)).isEqualTo(Right.WRITE);
        assertThat(bo.get(CIRCLE).body()).contains("Bo Provsson tackade ja och får läsa och skriva.");
    }

    @Test
    void anInvitationIsForItsAddressOnly() {
        claim(kim, "Vänföreningen", "association", "ordförande");
        invite("annan@example.org", "SUBMIT");
        bo.postForm(LIST, LIST + "/inbjudan/" + invitation(), Map.of("answer", "yes"));
        assertThat(bo.get(LIST).body()).contains("gäller inte längre");
        assertThat(memberships.of(id(BO))).isEmpty();
    }

    @Test
    void anInvitationThatWasDeclinedWithdrawnOrIsTooOldGivesNothing() {
        claim(kim, "Vänföreningen", "association", "ordförande");
        invite(BO, "WRITE");
        var declined = invitation();
        bo.postForm(LIST, LIST + "/inbjudan/" + declined, Map.of("answer", "no"));
        bo.postForm(LIST, LIST + "/inbjudan/" + declined, Map.of("answer", "yes"));
        assertThat(memberships.of(id(BO))).isEmpty();

        invite(BO, "WRITE");
        var withdrawn = invitation();
        kim.postForm(CIRCLE, CIRCLE + "/inbjudningar/" + withdrawn + "/ta-tillbaka", Map.of());
        bo.postForm(LIST, LIST + "/inbjudan/" + withdrawn, Map.of("answer", "yes"));
        assertThat(memberships.of(id(BO))).isEmpty();

        invite(BO, "WRITE");
        var old = invitation();
        ClockUtil.offset(Duration.ofDays(14).plusMinutes(1).toMillis());
        assertThat(bo.get(LIST).body()).doesNotContain("bjuder in dig");
        bo.postForm(LIST, LIST + "/inbjudan/" + old, Map.of("answer", "yes"));
        assertThat(memberships.of(id(BO))).isEmpty();
    }

    @Test
    void aPersonWhoReadsOrWritesChangesNothingAboutThePeople() {
        claim(kim, "Vänföreningen", "association", "ordförande");
        for (var right : new Right[] {Right.READ, Right.WRITE}) {
            join(BO, right);
            assertThat(bo.get(CIRCLE).body())
                    .contains("Kim Exempelsson")
                    .doesNotContain("Bjud in en kollega", "Ändra för");
            assertThat(bo.postForm(CIRCLE, CIRCLE + "/inbjudningar", Map.of("email", "x@example.org", "right", "READ")))
                    .returns(403, HttpResponse::statusCode);
            assertThat(bo.postForm(CIRCLE, CIRCLE + "/kollegor/" + id(BO), Map.of("right", "SUBMIT")))
                    .returns(403, HttpResponse::statusCode);
            assertThat(bo.postForm(CIRCLE, CIRCLE + "/kollegor/" + id(KIM) + "/ta-bort", Map.of()))
                    .returns(403, HttpResponse::statusCode);
            assertThat(bo.postForm(CIRCLE, CIRCLE + "/begaran/" + UUID.randomUUID(), Map.of("right", "READ")))
                    .returns(403, HttpResponse::statusCode);
            assertThat(bo.postForm(CIRCLE, CIRCLE + "/inbjudningar/" + UUID.randomUUID() + "/ta-tillbaka", Map.of()))
                    .returns(403, HttpResponse::statusCode);
            assertThat(right(BO)).isEqualTo(right);
        }
        assertThat(right(KIM)).isEqualTo(Right.SUBMIT);
    }

    @Test
    void toAPersonOfAnotherOrganisationThisOneDoesNotExist() {
        claim(kim, "Vänföreningen", "association", "ordförande");
        var unknown = LIST + "/8020024280";
        for (var path :
                new String[] {"", "/inbjudningar", "/kollegor/" + id(KIM), "/kollegor/" + id(KIM) + "/ta-bort"}) {
            var form = Map.of("email", "x@example.org", "right", "READ");
            var real = path.isEmpty() ? bo.get(CIRCLE) : bo.postForm(LIST, CIRCLE + path, form);
            var none = path.isEmpty() ? bo.get(unknown) : bo.postForm(LIST, unknown + path, form);
            assertThat(real.statusCode()).as(path).isEqualTo(404).isEqualTo(none.statusCode());
            assertThat(real.body()).doesNotContain("Vänföreningen");
        }
        assertThat(right(KIM)).isEqualTo(Right.SUBMIT);
    }

    @Test
    void somebodyWhoMaySubmitRemains() {
        claim(kim, "Vänföreningen", "association", "ordförande");
        join(BO, Right.WRITE);
        kim.postForm(CIRCLE, CIRCLE + "/kollegor/" + id(KIM), Map.of("right", "WRITE"));
        assertThat(kim.get(CIRCLE).body()).contains("Någon måste kunna skicka in");
        kim.postForm(CIRCLE, CIRCLE + "/kollegor/" + id(KIM) + "/ta-bort", Map.of());
        assertThat(right(KIM)).isEqualTo(Right.SUBMIT);

        kim.postForm(CIRCLE, CIRCLE + "/kollegor/" + id(BO), Map.of("right", "SUBMIT"));
        kim.postForm(CIRCLE, CIRCLE + "/kollegor/" + id(KIM) + "/ta-bort", Map.of());
        assertThat(memberships.of(id(KIM))).isEmpty();
        assertThat(kim.get(CIRCLE)).returns(404, HttpResponse::statusCode);
        assertThat(bo.get(CIRCLE).body())
                .contains(
                        "Kim Exempelsson ändrade vad Bo Provsson får göra", "Kim Exempelsson lämnade organisationen.");
    }

    @Test
    void twoWhoRemoveEachOtherAtTheSameTimeDoNotLeaveTheOrganisationWithoutAnybody() throws Exception {
        claim(kim, "Vänföreningen", "association", "ordförande");
        join(BO, Right.SUBMIT);
        AtOnce.run(
                0,
                () -> kim.postForm(LIST, CIRCLE + "/kollegor/" + id(BO) + "/ta-bort", Map.of()),
                () -> bo.postForm(LIST, CIRCLE + "/kollegor/" + id(KIM) + "/ta-bort", Map.of()));
        assertThat(memberships.ofOrganisation(NUMBER)).hasSize(1);
    }

    @Test
    void aNameFromAnApplicationThatIsAWebAddressIsNotMailedToOthers() {
        organisations.ensure(NUMBER, "Se http://evil.example/vinst", clock.instant());
        join(KIM, Right.SUBMIT);
        invite(BO, "READ");
        assertThat(mailbox.newest(BO, "INVITED")).contains("802415-1014").doesNotContain("evil");
    }

    @Test
    void aVisitorIsLedToTheLogIn() {
        var visitor = new Browser(port);
        for (var path : new String[] {LIST, LIST + "/ny?number=" + NUMBER, CIRCLE}) {
            assertThat(visitor.get(path)).returns(302, HttpResponse::statusCode);
        }
        assertThat(loggedIn("officerK1").get(LIST)).returns(403, HttpResponse::statusCode);
    }

    private HttpResponse<String> claim(Browser person, String name, String type, String position) {
        return person.postForm(
                LIST, LIST + "/ny", Map.of("number", NUMBER, "name", name, "type", type, "position", position));
    }

    private void invite(String email, String right) {
        kim.postForm(CIRCLE, CIRCLE + "/inbjudningar", Map.of("email", email, "right", right));
    }

    private void join(String email, Right right) {
        memberships.save(new Membership(id(email), NUMBER, "Vänföreningen", right, null, clock.instant()));
    }

    private UUID id(String email) {
        return accounts.find(email).orElseThrow().id();
    }

    private Right right(String email) {
        return memberships.of(id(email), NUMBER).orElseThrow().right();
    }

    private UUID request() {
        return newest("organisation_request", "asked_at");
    }

    private UUID invitation() {
        return newest("organisation_invitation", "invited_at");
    }

    private UUID newest(String table, String at) {
        return jdbc.sql("select id from tidig." + table + " order by " + at + " desc limit 1")
                .query(UUID.class)
                .single();
    }
}
