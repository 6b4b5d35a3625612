package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What forms, mails and letters say is written in them: the program's content gives values and not sentences. */
class ContentWordsTest {

    /**
     * What stands in place of one value, where a form can only show the value: in the cell of a table, or in a line
     * that many forms and letters have.
     */
    private static final Set<String> IN_PLACE_OF_A_VALUE = Set.of(
            "Visas inte: du har anmält jäv i ärendet.",
            "justeringen togs bort",
            "Inte kontrollerat",
            "inte satt ännu",
            "Ingen ännu");

    /** Comments are matched too, so that a quote in one begins no literal. */
    private static final Pattern LITERAL = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"((?:\\\\.|[^\"\\\\\\n])*+)\"");

    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}:? \\p{L}{2,}");

    @Test
    void contentHasNoSentences() throws IOException {
        var found = new ArrayList<String>();
        for (var file : contents()) {
            LITERAL.matcher(read(file))
                    .results()
                    .map(literal -> literal.group(1))
                    .filter(literal -> literal != null && WORDS.matcher(literal).find())
                    .filter(literal -> !IN_PLACE_OF_A_VALUE.contains(literal))
                    .forEach(literal -> found.add(file.getFileName() + ": " + literal));
        }

        assertThat(found)
                .as("give the values, and write the sentence in the form, mail or letter")
                .isEmpty();
    }

    private static List<Path> contents() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var contents = files.filter(file -> file.toString().endsWith("Content.java"))
                    .filter(file -> read(file).contains(" implements CaseContent"))
                    .toList();
            assertThat(contents).hasSizeGreaterThan(20);
            return contents;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
