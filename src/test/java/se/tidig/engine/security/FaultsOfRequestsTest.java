package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;
import se.tidig.engine.security.RestResources.Road;

/**
 * A faulty request gets 4xx, because 500 means that Tidig has failed and fills the log. The test asks every resource of
 * the REST interface for things that do not exist and sends it invalid content.
 */
@TidigTest
@ExtendWith(OutputCaptureExtension.class)
class FaultsOfRequestsTest {

    private static final List<String> BODIES = List.of(
            "null",
            "{}",
            "[]",
            "[null]",
            "\"text\"",
            "{",
            "{\"variables\":{\"a\":null}}",
            "{\"modifications\":{\"a\":null}}",
            "{\"nosuch\":1}",
            "{\"name\":\"a\\u0000\",\"nameLike\":\"a\\u0000\"}",
            "{\"processInstanceIds\":[null],\"processInstanceBusinessKey\":\"a\\u0000\"}",
            "{\"createdAfter\":\"999999-01-01T00:00:00.000+0100\"}",
            "{\"startedAfter\":\"999999-01-01T00:00:00.000+0100\"}",
            "{\"sorting\":[null]}",
            "{\"instructions\":[null]}",
            "{\"value\":{\"a\":1},\"type\":\"Integer\"}",
            "{\"value\":\"x\",\"type\":\"Nosuch\"}",
            "{\"orQueries\":[null]}");

    private static final List<String> QUERIES = List.of(
            "maxResults=x",
            "firstResult=-1&maxResults=-1",
            "sortBy=nosuch&sortOrder=asc",
            "name=%00",
            "id=%00",
            "businessKey=%00&processInstanceBusinessKey=%00",
            "createdAfter=999999-01-01T00:00:00.000%2B0100",
            "startedAfter=999999-01-01T00:00:00.000%2B0100",
            "after=999999-01-01T00:00:00.000%2B0100",
            "afterTimestamp=999999-01-01T00:00:00.000%2B0100",
            "startDate=999999-01-01T00:00:00.000%2B0100",
            "timestampAfter=999999-01-01T00:00:00.000%2B0100",
            "evaluatedAfter=999999-01-01T00:00:00.000%2B0100",
            "dueDates=gt_999999-01-01T00:00:00.000%2B0100",
            "dueBefore=999999-01-01T00:00:00.000%2B0100",
            "variables=x",
            "deserializeValues=x",
            "tenantIdIn=");

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    private final List<String> failed = new ArrayList<>();

    @AfterEach
    void remove() {
        jdbc.update("delete from engine.act_ru_filter where name_ is null or name_ not like '% uppgifter'"
                + " and name_ <> 'Mina uppgifter'");
        jdbc.update("delete from engine.act_ru_authorization where user_id_ is not null");
    }

    @Test
    void noResourceFailsBecauseOfTheContentOfARequest() {
        var admin = new Browser(port).with("admin", DemoStaff.PASSWORD);
        for (var road : RestResources.all()) {
            var path = "/engine-rest" + road.with("nosuch");
            if (road.method().equals("GET") || road.method().equals("DELETE")) {
                note(road, "", admin.send(road.method(), path, "application/json", ""));
                if (road.method().equals("GET") && !road.path().contains("{")) {
                    QUERIES.forEach(query -> note(road, query, admin.get(path + "?" + query)));
                }
            } else if (!road.method().equals("OPTIONS")) {
                note(road, "no body", admin.send(road.method(), path, "application/json", ""));
                BODIES.forEach(body -> note(road, body, admin.send(road.method(), path, "application/json", body)));
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void aRequestThatCamundaFailsOnIsOneLineInTheLogAndTheAnswerGuessesNoCause(CapturedOutput log) {
        var before = log.getAll().length();
        var answer =
                new Browser(port).with("admin", DemoStaff.PASSWORD).postJson("/engine-rest/process-instance", "null");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Troligen saknar det något som behövs");
        var told = log.getAll().substring(before).lines().toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("WARN", "NullPointerException", " at org.camunda.");
    }

    private void note(Road road, String with, HttpResponse<String> answer) {
        var telling = answer.statusCode() >= 400 && answer.body().matches("(?s).*(java\\.|org\\.camunda|fasterxml).*");
        if (answer.statusCode() >= 500 || telling) {
            var body = answer.body();
            failed.add(answer.statusCode() + " " + road + " | " + with + " | "
                    + body.substring(0, Math.min(body.length(), 220)));
        }
    }
}
