package se.tidig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"K-2026-2", "K-2026-2-017", "AB-2026-2-1000"})
    void aCallAndACaseHaveAReference(String text) {
        assertThat(Reference.of(text)).hasToString(text);
        assertThat(Reference.find(text)).contains(new Reference(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "K",
                "K-",
                "2026-2",
                "k-2026-2",
                "K-2026-2-017-M1",
                " K-2026-2",
                "K-2026-2\n",
                "K-x",
                "a@b.se"
            })
    void anythingElseIsNoReference(String text) {
        assertThat(Reference.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reference.of(text))
                .withMessageContaining("referens");
    }

    @Test
    void nothingIsRead() {
        assertThat(Reference.of(null)).isNull();
        assertThat(Reference.find(null)).isEmpty();
    }

    @Test
    void itIsStoredAsItsText() {
        assertThat(JsonColumn.text(Reference.of("K-2026-2-017"))).isEqualTo("\"K-2026-2-017\"");
    }

    @Test
    void itBeginsWithTheLetterOfItsBoard() {
        assertThat(Reference.of("AB-2026-2-017").board()).isEqualTo("AB");
    }
}
