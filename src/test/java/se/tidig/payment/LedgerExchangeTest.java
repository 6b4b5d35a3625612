package se.tidig.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders that Tidig and the ledger meet in: a file is there whole or not at all, and none is lost. */
class LedgerExchangeTest {

    @TempDir
    Path data;

    LedgerExchange folders;

    @BeforeEach
    void theFoldersAreInTheDataFolder() {
        folders = new LedgerExchange(data);
    }

    @Test
    void eachFolderHasItsPlaceUnderPayments() {
        assertThat(folders.out()).isEqualTo(data.resolve("payments/out"));
        assertThat(folders.in()).isEqualTo(data.resolve("payments/in"));
        assertThat(folders.read()).isEqualTo(data.resolve("payments/in/klara"));
        assertThat(folders.failed()).isEqualTo(data.resolve("payments/in/fel"));
    }

    @Test
    void aDraftIsWrittenWholeAndThenHandedOver() throws IOException {
        folders.draft("a.csv", "hel".getBytes(UTF_8));
        assertThat(folders.hasDraft("a.csv")).isTrue();
        assertThat(names(data.resolve("payments/utkast"))).containsExactly("a.csv");
        assertThat(names(folders.out())).isEmpty();

        folders.handOver("a.csv");

        assertThat(folders.hasDraft("a.csv")).isFalse();
        assertThat(folders.out().resolve("a.csv")).hasContent("hel");
    }

    @Test
    void aDraftIsWrittenAnewOverAnEarlierOne() throws IOException {
        folders.draft("a.csv", "halv".getBytes(UTF_8));
        folders.draft("a.csv", "hel".getBytes(UTF_8));

        assertThat(data.resolve("payments/utkast/a.csv")).hasContent("hel");
    }

    @Test
    void nobodyKnowsOfADraftWhileItsFolderIsOutOfReach() {
        assertThatThrownBy(() -> folders.hasDraft("a.csv"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("utkast");
    }

    @Test
    void aDraftIsHandedOverAlsoIfTheLedgerHasTakenTheFolderAway() throws IOException {
        folders.draft("a.csv", "hel".getBytes(UTF_8));
        Files.delete(folders.out());

        folders.handOver("a.csv");

        assertThat(names(folders.out())).containsExactly("a.csv");
    }

    @Test
    void aFileThatIsPutAwayNeverReplacesOneOfTheSameName() throws IOException {
        var first = folders.putAway(received("kvitto.csv", "ett"), folders.read());
        var second = folders.putAway(received("kvitto.csv", "två"), folders.read());

        assertThat(first).isEqualTo(folders.read().resolve("kvitto.csv")).hasContent("ett");
        assertThat(second).hasParent(folders.read()).hasContent("två");
        assertThat(second.getFileName().toString()).endsWith("-kvitto.csv");
        assertThat(names(folders.in())).isEmpty();
    }

    @Test
    void aFileThatAnotherNodeHasPutAwayIsNotThere() throws IOException {
        var file = received("kvitto.csv", "ett");
        folders.putAway(file, folders.read());

        assertThatThrownBy(() -> folders.putAway(file, folders.failed())).isInstanceOf(NoSuchFileException.class);
    }

    private Path received(String name, String content) throws IOException {
        Files.createDirectories(folders.in());
        return Files.writeString(folders.in().resolve(name), content);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
