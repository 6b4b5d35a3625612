package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Browser;
import se.tidig.TidigTest;
import se.tidig.engine.DemoStaff;

/** An ambiguous path is refused to everybody, also to an administrator. */
@TidigTest
@ExtendWith(OutputCaptureExtension.class)
class PlainPathFilterTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest;x/task/count",
                "/engine-rest;/task/count",
                "//engine-rest/task/count",
                "/engine-rest//task/count",
                "/engine%2Drest/task/count",
                "/engine-rest/..%2Fengine-rest/task/count",
                "/actuator/..;/engine-rest/task/count",
                "/actuator/health/../../engine-rest/task/count",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/camunda/api/admin/setup;x/default/user/create",
            })
    void isRefusedWithoutATrace(String path, CapturedOutput output) {
        var answer = new Browser(port)
                .with("admin", DemoStaff.PASSWORD)
                .postJson(path, "{\"profile\":{},\"credentials\":{}}");
        assertThat(answer).returns(400, HttpResponse::statusCode);
        assertThat(answer.body()).doesNotContain("\tat ", "Exception");
        assertThat(output).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task/count", "/engine-rest/group/count?name=%C3%A5", "/actuator/health"})
    void otherPathsAreRead(String path) {
        assertThat(new Browser(port).with("admin", DemoStaff.PASSWORD).get(path))
                .returns(200, HttpResponse::statusCode);
    }
}
