package se.tidig.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.tidig.bundle.DmnFiles;
import se.tidig.organisation.Board;

class BoardContactTest {

    private static final DmnFiles TABLES = DmnFiles.packaged();

    @ParameterizedTest
    @EnumSource(Board.class)
    void everyBoardHasAPostalAddressAnEmailAddressAndATelephoneNumber(Board board) {
        var contact = BoardContact.of(board.name(), TABLES);

        assertThat(contact.address()).matches(".*\\d{3} \\d{2} \\p{Lu}\\p{L}+");
        assertThat(contact.email()).matches("[a-z]+@lansstyrelsen\\.se");
        assertThat(contact.phone()).matches("010-22\\d \\d{2} 00");
    }

    @Test
    void aBoardWithoutARowIsAnErrorThatSaysWhatToAdd() {
        assertThatThrownBy(() -> BoardContact.of("K", (table, facts) -> List.of()))
                .hasMessage("Tabellen board-contact saknar en rad för länsbokstaven K. Lägg till den.");
    }
}
