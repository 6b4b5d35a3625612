package se.tidig.bundle.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoundBundleTest {

    @Test
    void aSoundBundleHasNoFinding() {
        assertThat(SmallBundle.sound().findings()).extracting(Object::toString).isEmpty();
    }
}
