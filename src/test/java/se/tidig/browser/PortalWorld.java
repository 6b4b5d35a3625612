package se.tidig.browser;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Mailbox;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.draft.DraftFixture;
import se.tidig.application.draft.DraftService;
import se.tidig.call.CallFixture;
import se.tidig.call.CallService;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.form.Answers;
import se.tidig.grant.GrantFixture;
import se.tidig.mypages.PartyFixture;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Board;
import se.tidig.organisation.Right;
import se.tidig.payment.PaymentFixture;
import se.tidig.report.ReportIntakeService;

/** Calls, drafts, cases, accounts and organisations such that each page of the portal can be seen in its states. */
@Component
class PortalWorld {

    /** Acts for two organisations and has something in every state. */
    static final String ANNA = DraftFixture.ANNA;

    /** May only read for the same organisation. */
    static final String READER = "lasare@example.org";

    /** Acts for no organisation, and is invited to one. */
    static final String NEW = "ny@example.org";

    /** Their session ends while they fill in a form. */
    static final String HELD = "avbruten@example.org";

    /** Signs with Anna. */
    static final String SECOND = "firmatecknare@example.org";

    private static final String BO = "bo@example.org";
    private static final String OTHER_NUMBER = "8020000006";
    private static final String KNOWN_NUMBER = "8024151014";
    private static final Pattern PART = Pattern.compile("/(group_\\w+)[\"?]");

    private final PartyFixture parties;
    private final DraftFixture drafts;
    private final DraftService draftService;
    private final CallFixture calls;
    private final CallService callService;
    private final ApplicationFixture applications;
    private final ApplicationIntakeService intake;
    private final DecisionPlay cases;
    private final PaymentFixture payments;
    private final ReportIntakeService reports;
    private final Play play;
    private final ApplicantAccounts accounts;
    private final Mailbox mailbox;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final Clock clock;

    PortalWorld(
            PartyFixture parties,
            DraftFixture drafts,
            DraftService draftService,
            CallFixture calls,
            CallService callService,
            ApplicationFixture applications,
            ApplicationIntakeService intake,
            DecisionPlay cases,
            PaymentFixture payments,
            ReportIntakeService reports,
            Play play,
            ApplicantAccounts accounts,
            Mailbox mailbox,
            RuntimeService runtime,
            JdbcClient jdbc,
            Clock clock) {
        this.parties = parties;
        this.drafts = drafts;
        this.draftService = draftService;
        this.calls = calls;
        this.callService = callService;
        this.applications = applications;
        this.intake = intake;
        this.cases = cases;
        this.payments = payments;
        this.reports = reports;
        this.play = play;
        this.accounts = accounts;
        this.mailbox = mailbox;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where everything is. */
    record Places(
            Calls calls, Drafts drafts, Cases cases, String confirmLink, String resetLink, String runningProcess) {

        record Calls(Reference open, Reference upcoming, Reference decided) {}

        record Drafts(
                UUID empty, UUID filled, UUID conflict, UUID submitted, UUID late, UUID joint, List<String> parts) {}

        record Cases(
                Reference assessed,
                Reference asked,
                Reference heard,
                Reference granted,
                Reference reporting,
                Reference reportAsked,
                Reference paymentHeard,
                Reference withdrawn) {}
    }

    Places build(int port) {
        parties.person(ANNA, "Anna Exempelsson", PartyFixture.NUMBER, Right.SUBMIT);
        parties.person(ANNA, "Anna Exempelsson", OTHER_NUMBER, Right.SUBMIT);
        parties.person(READER, "Amina Berg", PartyFixture.NUMBER, Right.READ);
        accounts.register(NEW, "Nina Nyström", DemoStaff.PASSWORD);
        accounts.register(BO, "Bo Provsson", DemoStaff.PASSWORD);
        accounts.register(HELD, "Hedda Avbruten", DemoStaff.PASSWORD);
        var anna = loggedIn(ANNA, port);
        var written = drafts(anna);
        var followed = cases(anna);
        people(anna, port);
        var visitor = new Browser(port);
        visitor.postForm(
                "/konto",
                "/konto",
                Map.of("name", "Kim Exempelsson", "email", "kim@example.org", "password", "bryggan vid havet"));
        visitor.postForm("/konto/glomt", "/konto/glomt", Map.of("email", BO));
        visitor.postForm(
                "/tillganglighet",
                "/tillganglighet",
                Map.of("what", "Menyn syns inte när jag förstorar sidan.", "email", "kim@example.org"));
        return new Places(
                calls(followed.granted()),
                written,
                followed,
                mailbox.link("kim@example.org", "CONFIRM"),
                mailbox.link(BO, "RESET"),
                running(followed.assessed()));
    }

    private static Browser loggedIn(String person, int port) {
        var browser = new Browser(port);
        browser.login(person, DemoStaff.PASSWORD);
        return browser;
    }

    private Places.Calls calls(Reference granted) {
        var terms = CallFixture.terms(
                clock.instant(),
                clock.instant().plus(Duration.ofDays(20)),
                clock.instant().plus(Duration.ofDays(60)));
        var upcoming = callService.draft(Board.H, Actor.of("officerH1"), terms);
        callService.approve(upcoming, Actor.of("headH"));
        var decided = Reference.of(jdbc.sql("select call from tidig.application where reference = ?")
                .param(granted.value())
                .query(String.class)
                .single());
        jdbc.sql("update tidig.call set status = 'DECIDED', outcome_at = ? where reference = ?")
                .params(daysAgo(0), decided.value())
                .update();
        return new Places.Calls(calls.open(Board.K), upcoming, decided);
    }

    private Places.Drafts drafts(Browser anna) {
        var empty = drafts.begun();
        var filled = drafts.begun();
        drafts.type(ANNA, filled, answers());
        draftService.visit(READER, filled, "group_project");
        jdbc.sql("update tidig.draft set told_closing = ?, told_form = told_form - 'need' where id = ?")
                .params(daysAgo(1), filled)
                .update();
        var conflict = drafts.begun();
        drafts.person("skrivare@example.org", DraftFixture.BRYGGAN, Right.WRITE);
        save("skrivare@example.org", conflict, "Språkcafé för alla");
        save(ANNA, conflict, "Språkcafé på Bryggan");
        var submitted = drafts.begun();
        drafts.type(ANNA, submitted, answers());
        submit(anna, submitted, Map.of());
        var late = drafts.begun();
        jdbc.sql("update tidig.call set opens_at = ?, closes_at = ? where reference ="
                        + " (select call from tidig.draft where id = ?)")
                .params(daysAgo(30), daysAgo(4), late)
                .update();
        submit(anna, late, Map.of());
        drafts.person(SECOND, DraftFixture.BRYGGAN, Right.SUBMIT);
        var joint = drafts.begun();
        drafts.type(ANNA, joint, answers());
        submit(anna, joint, Map.of("joint", "true", "second", SECOND));
        var people = "/utkast/" + filled + "/personer";
        anna.postForm(people, people, Map.of("email", NEW, "right", "WRITE"));
        var parts = PART.matcher(anna.get("/utkast/" + filled).body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return new Places.Drafts(empty, filled, conflict, submitted, late, joint, parts);
    }

    private Timestamp daysAgo(int days) {
        return Timestamp.from(clock.instant().minus(Duration.ofDays(days)));
    }

    private void save(String person, UUID draft, String title) {
        draftService.save(person, draft, DraftFixture.page(0, UUID.randomUUID().toString(), Map.of("title", title)));
    }

    /** Typed as people type, with a date that is none and a sum that is too high. */
    private static Map<String, Object> answers() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("organisationType", "association");
        answers.put("contactName", "Anna Exempelsson");
        answers.put("contactEmail", "anna@example.org");
        answers.put("hasAgent", "true");
        answers.put("title", "Språkcafé på Bryggan");
        answers.put("activityDescription", "Språkcafé två kvällar i veckan.\n\nVi läser, lagar mat och promenerar.");
        answers.put("focusAreas", List.of("swedish", "society"));
        answers.put("periodStart", "i vår");
        answers.put("periodEnd", "2027-12-31");
        answers.put("representatives", List.of(row("name", "Anna Exempelsson", "role", "ordförande")));
        answers.put("partners", List.of(row("name", "Studieförbundet Exempel")));
        answers.put(
                "budgetLines",
                List.of(
                        row("category", "salary", "description", "Ledare", "amount", 80_000L),
                        row("category", "premises", "description", "Hyra", "amount", "tjugo tusen")));
        answers.put("requestedAmount", 100_000L);
        return answers;
    }

    private static Map<String, Object> row(Object... cells) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(String.valueOf(cells[i]), cells[i + 1]);
        }
        return row;
    }

    private static void submit(Browser person, UUID draft, Map<String, String> more) {
        var page = "/utkast/" + draft + "/skicka";
        var fields = new HashMap<>(Map.of(
                "signer", "Anna Exempelsson",
                "role", "ordförande",
                "capacity", "SIGNATORY",
                "truthful", "true",
                "entitled", "true",
                "reports", "true"));
        fields.putAll(more);
        var answer = person.postForm(page, page, fields);
        if (answer.statusCode() != 302) {
            throw new AssertionError(page + ": " + answer.body());
        }
    }

    private Places.Cases cases(Browser anna) {
        // First, because what is known of a recipient's other cases holds up their payments.
        var reporting = paid(anna, PartyFixture.NUMBER);
        var reportAsked = paid(anna, OTHER_NUMBER);
        var paymentHeard = confirmed(anna, PartyFixture.NUMBER);
        hear(paymentHeard + "-M1");
        askToComplete(reportAsked);
        var assessed = cases.takenOn(cases.call(), ApplicationFixture.answers());
        var withdrawn = cases.takenOn(cases.call(), ApplicationFixture.answers("title", "Lunchkören"));
        send(anna, withdrawn, "aterkallelse", Map.of("withdrawal", "Ledaren flyttar.", "withdrawalCertain", "true"));
        cases.goOn();
        var all = new Places.Cases(
                assessed,
                asked(),
                heard(),
                granted(PartyFixture.NUMBER),
                reporting,
                reportAsked,
                paymentHeard,
                withdrawn);
        play.asNobody();
        intake.notifyChange(assessed, "Ordföranden har avgått.", clock.instant(), Actor.of(ANNA));
        cases.goOn();
        return all;
    }

    private static void send(Browser person, Reference reference, String act, Map<String, String> typed) {
        var path = "/mina-sidor/" + reference + "/" + act;
        var fields = new HashMap<>(typed);
        fields.put("then", "send");
        var answer = person.postForm(path, path, fields);
        if (answer.statusCode() != 302) {
            throw new AssertionError(path + ": " + answer.body());
        }
    }

    private String inDays(int days) {
        return SwedishDate.on(clock.instant()).plusDays(days).toString();
    }

    private Reference asked() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("attachments", null));
        play.as("officerK1")
                .complete(
                        "userTask_requestCompletion",
                        reference.value(),
                        Map.of(
                                "completionText",
                                "Skicka in årsmötesprotokollet med valda ledamöter (12 §).",
                                "completionQuestions",
                                List.of("attachments", "purposeDescription"),
                                "completionBy",
                                inDays(9)));
        cases.goOn();
        return reference;
    }

    private Reference heard() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        cases.uphold(reference, "userTask_examineRefusal", "TOO_NEW", true);
        play.as("officerK1")
                .complete(
                        "userTask_communicate",
                        reference.value(),
                        Map.of(
                                "hearingText",
                                "Skatteverket har uppgett att föreningen registrerades i juni.",
                                "replyBy",
                                inDays(14)));
        cases.goOn();
        return reference;
    }

    private Reference granted(String organisation) {
        var call = cases.call();
        var answers = ApplicationFixture.answers("organisationNumber", organisation);
        answers.put("requestedAmount", 40_000);
        answers.put("budgetLines", List.of(row("category", "salary", "description", "Samordnare", "amount", 40_000)));
        var reference = cases.takenOn(call, answers);
        cases.assess(reference, 3);
        cases.prioritise(call);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 40_000L));
        cases.decide(reference, "deciderK");
        cases.goOn();
        return reference;
    }

    private Reference confirmed(Browser anna, String organisation) {
        var reference = granted(organisation);
        send(
                anna,
                reference,
                "bekraftelse",
                Map.of(
                        "acceptance", "accept",
                        "giroKind", "BANKGIRO",
                        "giro", "5050-1055",
                        "giroHolder", "Föreningen Bryggan",
                        "confirmedBy", "Anna Exempelsson",
                        "confirmedByRole", "ordförande"));
        cases.goOn();
        play.as("financeK1")
                .complete(
                        "userTask_verifyPayee",
                        reference.value(),
                        Map.of("payee", "VERIFIED", "verification", "Intyg från banken."));
        payments.settle();
        return reference;
    }

    /** Its report is awaited. */
    private Reference paid(Browser anna, String organisation) {
        var reference = confirmed(anna, organisation);
        payments.pay(reference + "-M1");
        return reference;
    }

    private void askToComplete(Reference reference) {
        var key = reference + "-M2";
        reports.submit(reference, MilestoneKey.of(key), new Answers(GrantFixture.report(40_000)), Actor.of(ANNA));
        payments.settle();
        play.as("officerK1")
                .complete(
                        "userTask_reviewReport",
                        key,
                        Map.of(
                                "reportReview", "COMPLETION",
                                "reportCompletionText", "Skicka revisorns rapport.",
                                "reportCompletionBy", inDays(14)));
        payments.settle();
    }

    /** The check finds what the recipient has not reported yet, so the payment is investigated. */
    private void hear(String milestone) {
        play.as("officerK1")
                .complete(
                        "userTask_investigateObstacle",
                        milestone,
                        Map.of("investigation", "OBSTACLE", "investigationText", "En redovisning saknas."));
        payments.settle();
        play.as("officerK1")
                .complete(
                        "userTask_communicateObstacle",
                        milestone,
                        Map.of(
                                "obstacleHearing",
                                "SEND",
                                "hearingText",
                                "Vi överväger att inte betala ut bidraget.",
                                "replyBy",
                                inDays(14)));
        payments.settle();
    }

    private void people(Browser anna, int port) {
        var circle = "/organisationer/" + PartyFixture.NUMBER;
        anna.postForm(circle, circle + "/inbjudningar", Map.of("email", NEW, "right", "WRITE"));
        applications.receive(Board.K, ApplicationFixture.answers("organisationNumber", KNOWN_NUMBER));
        var bo = loggedIn(BO, port);
        for (var number : new ArrayList<>(List.of(PartyFixture.NUMBER, KNOWN_NUMBER))) {
            bo.postForm("/organisationer", "/organisationer/ny", Map.of("number", number, "position", "kassör"));
        }
    }

    private String running(Reference reference) {
        play.asNobody();
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("application")
                .processInstanceBusinessKey(reference.value())
                .singleResult()
                .getId();
    }
}
