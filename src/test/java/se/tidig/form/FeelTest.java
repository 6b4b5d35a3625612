package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.tidig.bundle.Bundle;

@DisplayName("An expression of a form is read as the engine reads it")
class FeelTest {

    private static final String WORDS =
            """
            null true false not if for some every in and or between function date time duration item this parent
            nullable trueCost notes iffy forms someone everybody index android order betweenness functional dates
            a a.b a.b.c a.null null.a a.not a.item not.a if.b for.x date.year dateOfDecision.year a.dateOfDecision
            time.hour x.y.date and.or information.text formula sumOfAll returns returned external of off a1.b2 aB.cD
            """;

    static Stream<String> names() {
        return Stream.concat(Stream.of(WORDS.split("\\s+")), paths());
    }

    private static Stream<String> paths() {
        var bundle = Bundle.packaged();
        return bundle.names("forms/", ".form").stream()
                .flatMap(file ->
                        FormSchema.parse(new String(bundle.bytes(file), StandardCharsets.UTF_8)).reads().stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameOrPath(String text) {
        var engine = FeelEngineBuilder.forJava().build().parseExpression(text);
        var ours = Feel.parse(text);

        assertThat(ours.isPresent()).isEqualTo(engine.isSuccess());
        ours.ifPresent(parsed -> assertThat(parsed).isEqualTo(engine.parsedExpression()));
    }
}
