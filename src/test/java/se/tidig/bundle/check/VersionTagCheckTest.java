package se.tidig.bundle.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTagCheckTest {

    private static SmallBundle sound() {
        return SmallBundle.sound();
    }

    @Test
    void aProcessOrTableChangedUnderItsOldVersionTagIsReported() {
        var changed = sound().change(SmallBundle.MAIN, "name=\"Besluta\"", "name=\"Avgör\"")
                .change(SmallBundle.TABLE, "&gt; 100", "&gt; 200")
                .bundle();
        assertThat(VersionTagCheck.forgotten(changed, sound().bundle()))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "processes/small-case.bpmn small-case: Varning: ändrad, men versionsmärket är fortfarande 1.0.0."
                                + " Åtgärd: höj versionsmärket (Version tag), till exempel till 1.1.0.",
                        "dmn/small-rules.dmn small-part: Varning: ändrad, men versionsmärket är fortfarande 1.0.0."
                                + " Åtgärd: höj versionsmärket (Version tag), till exempel till 1.1.0.");
    }

    @Test
    void aChangedDrawingOrANewTagIsNotReported() {
        var drawn = sound().change(SmallBundle.MAIN, "<dc:Bounds x=\"1\"", "<dc:Bounds x=\"200\"")
                .change(SmallBundle.CHILD, "Delärende", "Barnärende")
                .change(SmallBundle.CHILD, "versionTag=\"1.0.0\"", "versionTag=\"1.0.1\"")
                .bundle();
        assertThat(VersionTagCheck.forgotten(drawn, sound().bundle())).isEmpty();
    }
}
