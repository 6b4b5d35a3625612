package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.engine.DemoStaff;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Board;

/**
 * Who gets which answer at each address of Tidig's own pages. The rows are in {@code engine/page-access.txt}, with a
 * column for each kind of person; an address without a row fails, and so does a row without an address. {@code login}:
 * led to the log-in; {@code >/path}: led to that page; a number: the status.
 */
@TidigTest
class PageAccessTest {

    private static final String APPLICANT = "frammande@example.org";

    /** The columns: whose cases the applicant's person and the staff may not see, and who may see the case. */
    private static final List<String> PEOPLE = List.of("nobody", APPLICANT, "officerH1", "processOwner", "officerK1");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    ApplicationFixture applications;

    @Autowired
    ApplicantAccounts accounts;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Browser> sessions = new TreeMap<>();

    @Test
    void eachAddressGivesEachPersonTheAnswerOfItsRow() throws IOException {
        accounts.register(APPLICANT, "Främmande Person", DemoStaff.PASSWORD);
        var application = applications.receive(Board.K, ApplicationFixture.answers());
        values.put("/utlysningar/{reference}", application.call().value());
        values.put("{reference}", application.reference().value());
        values.put("{person}", "officerK1");
        values.put("{report}", "1");

        var told = mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("se.tidig."))
                .flatMap(entry -> roads(entry.getKey()))
                .sorted()
                .map(this::row)
                .collect(Collectors.joining("\n"));

        assertThat(told.lines().map(PageAccessTest::plain))
                .as("engine/page-access.txt; the rows are now:%n%s", told)
                .containsExactlyInAnyOrderElementsOf(rows());
    }

    private static Stream<String> roads(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(pattern ->
                        mapping.getMethodsCondition().getMethods().stream().map(method -> pattern + " " + method));
    }

    private String row(String road) {
        var parts = road.split(" ");
        var answers = new ArrayList<String>();
        for (var person : PEOPLE) {
            answers.add(
                    parts[1].equals("GET") || !person.equals("officerK1") ? answer(person, parts[1], parts[0]) : "-");
        }
        return "%-4s %-46s %s".formatted(parts[1], parts[0], String.join(" ", answers));
    }

    private String answer(String person, String method, String pattern) {
        var browser = sessions.computeIfAbsent(person, this::open);
        var path = filled(pattern);
        var answer = method.equals("GET")
                ? browser.get(path)
                : browser.postForm(person.equals("nobody") ? "/login" : "/", path, Map.of());
        return told(answer);
    }

    private Browser open(String person) {
        var browser = new Browser(port);
        if (!person.equals("nobody")) {
            browser.login(person, DemoStaff.PASSWORD);
        }
        return browser;
    }

    private String filled(String pattern) {
        var path = pattern;
        for (var value : values.entrySet()) {
            path = value.getKey().startsWith("/") && path.startsWith(value.getKey())
                    ? path.replaceFirst("\\{\\w+}", value.getValue())
                    : path.replace(value.getKey(), value.getValue());
        }
        return path.replaceAll("\\{\\w+}", "00000000-0000-0000-0000-000000000000");
    }

    private String told(HttpResponse<String> answer) {
        if (answer.statusCode() != 302) {
            return String.valueOf(answer.statusCode());
        }
        var to = answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://localhost:" + port, "")
                .replaceFirst(";.*|\\?.*", "");
        for (var value : values.entrySet()) {
            to = to.replace(value.getValue(), "{}");
        }
        return to.equals("/login") ? "login" : ">" + to;
    }

    private static String plain(String line) {
        return line.replaceAll(" +", " ").strip();
    }

    private static List<String> rows() throws IOException {
        try (var file = PageAccessTest.class.getResourceAsStream("/engine/page-access.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PageAccessTest::plain)
                    .toList();
        }
    }
}
