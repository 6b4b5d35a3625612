package se.tidig.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.tidig.bundle.FileRuleSet;
import se.tidig.organisation.Board;

class BoardContactTest {

    private static final FileRuleSet TABLES = FileRuleSet.packaged();

    @ParameterizedTest
    @EnumSource(Board.class)
    void everyBoardHasAPostalAddressAnEmailAddressAndATelephoneNumber(Board board) {
        var contact = BoardContact.of(board.name(), TABLES);

        assertThat(contact.address()).matches(".*\\d{3} \\d{2} \\p{Lu}\\p{L}+");
        assertThat(contact.email()).matches("[a-z]+@lansstyrelsen\\.se");
        assertThat(contact.phone()).matches("010-22\\d \\d{2} 00");
    }

    /** The table has a note for process owners in each row that the board has not confirmed. */
    @ParameterizedTest
    @EnumSource(Board.class)
    void theNoteThatARowIsUnconfirmedIsNotShownOutside(Board board) {
        assertThat(Path.of("dmn/board-contact.dmn")).content().contains("Att bekräfta av länsstyrelsen");

        assertThat(BoardContact.of(board.name(), TABLES).toString()).doesNotContainIgnoringCase("bekräfta");
        assertThat(TABLES.decide(BoardContact.DECISION, Map.of("board", board.name())))
                .singleElement()
                .satisfies(row -> assertThat(row).containsOnlyKeys("address", "email", "phone"));
    }

    @Test
    void aBoardWithoutARowIsAnErrorThatSaysWhatToAdd() {
        assertThatThrownBy(() -> BoardContact.of("K", (table, facts) -> List.of()))
                .hasMessage("Tabellen board-contact saknar en rad för länsbokstaven K. Lägg till den.");
    }
}
