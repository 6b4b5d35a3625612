package se.tidig.bundle.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tidig.bundle.check.SmallBundle;

class PostedFilePlaceTest {

    @Test
    void theEnglishWordsOfAFormStandBesideIt() {
        var posted = Map.of("small-start.form", new byte[] {1}, "small-start.en.yaml", new byte[] {2});
        assertThat(PostedFilePlace.named(posted, SmallBundle.sound().bundle()))
                .containsOnlyKeys("forms/small-start.form", "forms/small-start.en.yaml");
    }
}
