package se.tidig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MilestoneKeyTest {

    @Test
    void isReadAsItIsWritten() {
        var key = MilestoneKey.of("K-2026-2-017-M12");
        assertThat(key).isEqualTo(new MilestoneKey(Reference.of("K-2026-2-017"), 12));
        assertThat(key).hasToString("K-2026-2-017-M12");
    }

    @Test
    void isTheSameTextInJson() {
        assertThat(JsonColumn.text(new MilestoneKey(Reference.of("K-2026-2-017"), 1)))
                .isEqualTo("\"K-2026-2-017-M1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K-2026-2-017",
                "K-2026-2-017-M",
                "K-2026-2-017-M0",
                "K-2026-2-017-M01",
                "-M1",
                "",
                "M1",
                "K-1-M99999"
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThat(MilestoneKey.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MilestoneKey.of(text))
                .withMessage(text + " är inget delmoment.");
    }

    @Test
    void stepsAreCountedFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MilestoneKey(Reference.of("K-2026-2-017"), 0));
    }
}
