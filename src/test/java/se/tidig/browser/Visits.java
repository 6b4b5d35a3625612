package se.tidig.browser;

import static se.tidig.browser.PortalWorld.ANNA;
import static se.tidig.browser.PortalWorld.HELD;
import static se.tidig.browser.PortalWorld.NEW;
import static se.tidig.browser.PortalWorld.READER;
import static se.tidig.browser.PortalWorld.SECOND;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import se.tidig.Reference;
import se.tidig.engine.DemoStaff;
import se.tidig.mypages.Act;
import se.tidig.mypages.PartyFixture;

/** Every page in each of its states, in the order in which they are seen. */
final class Visits {

    /** The button that sends the page's form, whatever its name. */
    private static final String SEND = "main form:not([hidden]) button.btn, main form button.btn.second";

    private static final String ENDED =
            Base64.getEncoder().encodeToString(new UUID(0, 0).toString().getBytes());

    private final PortalWorld.Places places;
    private final List<Visit> visits = new ArrayList<>();

    private Visits(PortalWorld.Places places) {
        this.places = places;
    }

    static List<Visit> of(PortalWorld.Places places) {
        var all = new Visits(places);
        all.publicPages();
        all.accounts();
        all.firstSteps();
        all.drafts();
        all.people();
        all.cases();
        all.staff();
        return all.visits;
    }

    private Visit see(String state, String route, String person, String path) {
        var visit = Visit.of(state, route, person, path);
        visits.add(visit);
        return visit;
    }

    private void after(String state, String route, String person, String path, Consumer<Page> steps) {
        visits.add(new Visit(state, route, person, path, steps));
    }

    private static Consumer<Page> press(String selector) {
        return page -> page.locator(selector).first().click();
    }

    private void publicPages() {
        see("calls", "GET /", null, "/");
        see("calls of a county", "GET /", null, "/?lan=H");
        see("no such call", "GET /", null, "/?lan=Z&omrade=health");
        var call = "/utlysningar/" + places.calls().open();
        see("open call", "GET /utlysningar/{reference}", null, call);
        see(
                "coming call",
                "GET /utlysningar/{reference}",
                null,
                "/utlysningar/" + places.calls().upcoming());
        see(
                "decided call",
                "GET /utlysningar/{reference}",
                null,
                "/utlysningar/" + places.calls().decided());
        see("open call, logged in", "GET /utlysningar/{reference}", ANNA, call);
        see("self-test", "GET /utlysningar/{reference}/sjalvtest", null, call + "/sjalvtest");
        after("self-test with a fault", "POST /utlysningar/{reference}/sjalvtest", null, call + "/sjalvtest", page -> {
            page.locator("[data-kind=date] input").first().fill("i vår");
            press(SEND).accept(page);
        });
        after("self-test that hinders", "POST /utlysningar/{reference}/sjalvtest", null, call + "/sjalvtest", page -> {
            page.locator("[data-kind=date] input").first().fill("2026-06-01");
            press(SEND).accept(page);
        });
        see("statement", "GET /tillganglighet", null, "/tillganglighet");
        after("nothing told", "POST /tillganglighet", null, "/tillganglighet", press(SEND));
        after("wrong address", "POST /tillganglighet", null, "/tillganglighet", page -> {
            page.locator("#what").fill("Menyn syns inte.");
            page.locator("#email").fill("ana");
            press(SEND).accept(page);
        });
        after("told", "POST /tillganglighet", null, "/tillganglighet", page -> {
            page.locator("#what").fill("Menyn syns inte.");
            press(SEND).accept(page);
        });
        see("personal data", "GET /personuppgifter", null, "/personuppgifter");
        see("no such page", "error", null, "/finns-inte");
    }

    private void accounts() {
        for (var state : List.of(
                "",
                "?utgangen",
                "?fel",
                "?vanta=5",
                "?bekraftat",
                "?obekraftat",
                "?utloggad",
                "?nytt",
                "?okand",
                "?utanadress",
                "?svag",
                "?nere",
                "?avbruten")) {
            see("log-in " + state, "GET /login", null, "/login" + state);
        }
        see("led to the log-in", "GET /login", null, "/mina-sidor");
        see("new account", "GET /konto", null, "/konto");
        after("new account with faults", "POST /konto", null, "/konto", press(SEND));
        see("sent", "GET /konto/skickat", null, "/konto/skickat");
        see("confirm", "GET /konto/bekrafta/{secret}", null, places.confirmLink());
        see("confirmed before", "GET /konto/bekrafta/{secret}", null, "/konto/bekrafta/x");
        see("forgotten", "GET /konto/glomt", null, "/konto/glomt");
        after("forgotten with a fault", "POST /konto/glomt", null, "/konto/glomt", press(SEND));
        see("forgotten, sent", "GET /konto/glomt/skickat", null, "/konto/glomt/skickat");
        see("link again", "GET /konto/ny-lank", null, "/konto/ny-lank");
        after("link again with a fault", "POST /konto/ny-lank", null, "/konto/ny-lank", press(SEND));
        see("reset", "GET /konto/nytt-losenord/{secret}", null, places.resetLink());
        after("reset with a fault", "POST /konto/nytt-losenord/{secret}", null, places.resetLink(), press(SEND));
        see("reset before", "GET /konto/nytt-losenord/{secret}", null, "/konto/nytt-losenord/x");
        see("own account and log-ins", "GET /mina-sidor/konto", ANNA, "/mina-sidor/konto");
        after("name with a fault", "POST /mina-sidor/konto/namn", ANNA, "/mina-sidor/konto", page -> {
            page.locator("#name").fill("");
            press("form[action$='namn'] button").accept(page);
        });
        after(
                "password with faults",
                "POST /mina-sidor/konto/losenord",
                ANNA,
                "/mina-sidor/konto",
                press("form[action$='losenord'] button"));
        after("a form that waited for the log-in", "GET /fortsatt", HELD, "/mina-sidor", Visits::loseTheSession);
    }

    private static void loseTheSession(Page page) {
        page.locator("details:has(form) summary").click();
        page.locator("input[name=board]").first().check();
        // The id of a session that has ended.
        page.context().addCookies(List.of(new Cookie("JSESSIONID", ENDED).setUrl(page.url())));
        press("form[action$='/mina-sidor/utlysningar'] button").accept(page);
        page.locator("#username").fill(HELD);
        page.locator("#password").fill(DemoStaff.PASSWORD);
        press(SEND).accept(page);
        page.waitForURL("**/fortsatt");
    }

    private void firstSteps() {
        see("nothing yet", "GET /mina-sidor", NEW, "/mina-sidor");
        see("invited", "GET /organisationer", NEW, "/organisationer");
        see("to an organisation first", "GET /utlysningar/{reference}/ansok", NEW, call("/ansok"));
        see("organisations", "GET /organisationer", ANNA, "/organisationer");
        see("wrong number", "GET /organisationer/ny", ANNA, "/organisationer/ny?number=1");
        see("new organisation", "GET /organisationer/ny", NEW, "/organisationer/ny?number=556036-0793");
        see("known organisation", "GET /organisationer/ny", NEW, "/organisationer/ny?number=" + PartyFixture.NUMBER);
        after(
                "new organisation with faults",
                "POST /organisationer/ny",
                NEW,
                "/organisationer/ny?number=556036-0793",
                press(SEND));
        var circle = "/organisationer/" + PartyFixture.NUMBER;
        see("colleagues", "GET /organisationer/{number}", ANNA, circle);
        see("colleagues of who may read", "GET /organisationer/{number}", READER, circle);
        after(
                "invitation with a fault",
                "POST /organisationer/{number}/inbjudningar",
                ANNA,
                circle,
                press("form[action$='inbjudningar'] button"));
        see("which organisation", "GET /utlysningar/{reference}/ansok", ANNA, call("/ansok"));
    }

    private String call(String below) {
        return "/utlysningar/" + places.calls().open() + below;
    }

    private void drafts() {
        var drafts = places.drafts();
        see("empty draft", "GET /utkast/{id}", ANNA, "/utkast/" + drafts.empty());
        see("draft with news and faults", "GET /utkast/{id}", ANNA, "/utkast/" + drafts.filled());
        see("draft to read", "GET /utkast/{id}", READER, "/utkast/" + drafts.filled());
        for (var part : drafts.parts()) {
            see("part " + part, "GET /utkast/{id}/{part}", ANNA, "/utkast/" + drafts.filled() + "/" + part);
            see(
                    "faults of " + part,
                    "GET /utkast/{id}/{part}",
                    ANNA,
                    "/utkast/" + drafts.filled() + "/" + part + "?fel");
        }
        see("part to read", "GET /utkast/{id}/{part}", READER, "/utkast/" + drafts.filled() + "/group_project");
        var documents = "/utkast/" + drafts.filled() + "/group_attachments";
        after("a file received", "POST /utkast/{id}/{part}", ANNA, documents, upload("stadgar.pdf", "%PDF-1.4 text"));
        after("a file refused", "POST /utkast/{id}/{part}", ANNA, documents, upload("program.pdf", "MZ\u0000\u0001"));
        after(
                "a row more",
                "POST /utkast/{id}/{part}",
                ANNA,
                "/utkast/" + drafts.filled() + "/group_budget",
                press("button[name=add]"));
        see(
                "a colleague's text waits",
                "GET /utkast/{id}/{part}",
                ANNA,
                "/utkast/" + drafts.conflict() + "/group_project");
        see(
                "two texts",
                "GET /utkast/{id}/{part}/samtidigt",
                ANNA,
                "/utkast/" + drafts.conflict() + "/group_project/samtidigt");
        see("review of an empty draft", "GET /utkast/{id}/granska", ANNA, "/utkast/" + drafts.empty() + "/granska");
        see("review", "GET /utkast/{id}/granska", ANNA, "/utkast/" + drafts.filled() + "/granska");
        see("declaration", "GET /utkast/{id}/skicka", ANNA, "/utkast/" + drafts.filled() + "/skicka");
        see("declaration to read", "GET /utkast/{id}/skicka", READER, "/utkast/" + drafts.filled() + "/skicka");
        after(
                "declaration with faults",
                "POST /utkast/{id}/skicka",
                ANNA,
                "/utkast/" + drafts.filled() + "/skicka",
                press(SEND));
        see("receipt", "GET /utkast/{id}/kvitto", ANNA, "/utkast/" + drafts.submitted() + "/kvitto");
        see("late receipt", "GET /utkast/{id}/kvitto", ANNA, "/utkast/" + drafts.late() + "/kvitto");
        see("handed in", "GET /utkast/{id}/inskickat", ANNA, "/utkast/" + drafts.submitted() + "/inskickat");
    }

    private void people() {
        var drafts = places.drafts();
        var people = "/utkast/" + drafts.filled() + "/personer";
        see("people of a draft", "GET /utkast/{id}/personer", ANNA, people);
        see("people of a draft to read", "GET /utkast/{id}/personer", READER, people);
        after("invitation to a draft with a fault", "POST /utkast/{id}/personer", ANNA, people, press(SEND));
        see("invited to a draft", "GET /utkast/{id}/inbjudan", NEW, "/utkast/" + drafts.filled() + "/inbjudan");
        see("receipt of the first", "GET /utkast/{id}/kvitto", ANNA, "/utkast/" + drafts.joint() + "/kvitto");
        var signature = "/utkast/" + drafts.joint() + "/underskrift";
        see("second signature", "GET /utkast/{id}/underskrift", SECOND, signature);
        after("second signature with faults", "POST /utkast/{id}/underskrift", SECOND, signature, press(SEND));
        see("to sign", "GET /mina-sidor", SECOND, "/mina-sidor");
    }

    private static Consumer<Page> upload(String name, String content) {
        return page -> {
            page.locator("input[type=file]")
                    .first()
                    .setInputFiles(new FilePayload(name, "application/pdf", content.getBytes()));
            press("button[name=upload]").accept(page);
        };
    }

    private void cases() {
        see("to do and cases", "GET /mina-sidor", ANNA, "/mina-sidor");
        see("to do of others", "GET /mina-sidor", READER, "/mina-sidor");
        after("subscribed", "POST /mina-sidor/utlysningar", ANNA, "/mina-sidor", page -> {
            press("details:has(form) summary").accept(page);
            press("form[action$='/mina-sidor/utlysningar'] button").accept(page);
        });
        var cases = places.cases();
        for (var one : List.of(
                cases.assessed(),
                cases.asked(),
                cases.heard(),
                cases.granted(),
                cases.reporting(),
                cases.reportAsked(),
                cases.paymentHeard(),
                cases.withdrawn())) {
            see("case " + one, "GET /mina-sidor/{reference}", ANNA, "/mina-sidor/" + one);
        }
        see("application", "GET /mina-sidor/{reference}/ansokan", ANNA, "/mina-sidor/" + cases.assessed() + "/ansokan");
        after(
                "what was sent in",
                "GET /mina-sidor/{reference}/inskickat/{id}",
                ANNA,
                "/mina-sidor/" + cases.reporting(),
                page -> page.navigate(
                        page.locator("a[href*='/inskickat/']").first().getAttribute("href")));
        act("completion", cases.asked(), Act.COMPLETION, true);
        act("more time", cases.asked(), Act.MORE_TIME, true);
        act("hearing", cases.heard(), Act.HEARING, true);
        act("confirmation", cases.granted(), Act.GRANT_CONFIRMATION, true);
        act("change of a grant", cases.granted(), Act.CHANGE_REQUEST, false);
        act("report", cases.reporting(), Act.REPORT, true);
        act("completion of a report", cases.reportAsked(), Act.REPORT, true);
        act("payment hearing", cases.paymentHeard(), Act.HEARING, true);
        act("supplement", cases.assessed(), Act.SUPPLEMENT, false);
        act("changed circumstances", cases.assessed(), Act.CHANGE, false);
        act("withdrawal", cases.assessed(), Act.WITHDRAWAL, true);
        act("too early", cases.assessed(), Act.DECISION_DEMAND, false);
        act("too late", cases.withdrawn(), Act.COMPLETION, false);
        see(
                "no right to answer",
                "GET /mina-sidor/{reference}/{act}",
                READER,
                "/mina-sidor/" + cases.asked() + "/" + Act.COMPLETION.path());
        see("no such case", "error", ANNA, "/mina-sidor/K-1999-1-001");
    }

    private void act(String state, Reference reference, Act act, boolean refused) {
        var path = "/mina-sidor/" + reference + "/" + act.path();
        see(state, "GET /mina-sidor/{reference}/{act}", ANNA, path);
        if (refused) {
            after(
                    state + " with faults",
                    "POST /mina-sidor/{reference}/{act}",
                    ANNA,
                    path,
                    press("button[value=send]"));
        }
    }

    private void staff() {
        var officer = "officerK1";
        var reference = places.cases().assessed();
        see("staff on the first page", "GET /", officer, "/");
        for (var one :
                List.of(reference, places.cases().reporting(), places.cases().paymentHeard())) {
            see("the staff's case " + one, "GET /arenden/{reference}", officer, "/arenden/" + one);
        }
        see("register of cases", "GET /arenden", officer, "/arenden");
        see("no such case in the register", "GET /arenden", officer, "/arenden?q=finns-inte");
        see("conflict of interest", "GET /arenden/{reference}/jav", officer, "/arenden/" + reference + "/jav");
        see("people to let in", "GET /foretradare", officer, "/foretradare");
        see("staff's password", "GET /losenord", officer, "/losenord");
        after("staff's password with a fault", "POST /losenord", officer, "/losenord", page -> {
            for (var field : List.of("current", "chosen", "again")) {
                page.locator("#" + field).fill("fel lösenord " + field);
            }
            press("main form button[type=submit]").accept(page);
        });
        see("no access", "error", ANNA, "/arenden/" + reference);
        see("groups of staff", "GET /personal", "admin", "/personal");
        see("a person of staff", "GET /personal", "admin", "/personal?visa=officerK1");
        after("a person with faults", "POST /personal", "admin", "/personal", page -> {
            press("main details summary").accept(page);
            page.locator("#new-id").fill("x x");
            page.locator("#new-name").fill("Xenia");
            page.locator("#new-email").fill("xenia@example.org");
            press("form[action$='/personal'] button[type=submit]").accept(page);
        });
        see("told about accessibility", "GET /personal/tillganglighet", "admin", "/personal/tillganglighet");
        see(
                "end a process",
                "GET /processer/{instance}/avsluta",
                "admin",
                "/processer/" + places.runningProcess() + "/avsluta");
        see("shut case", "GET /arenden/{reference}", "admin", "/arenden/" + reference);
    }
}
