package se.tidig.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.tidig.bundle.FileRuleSet;
import se.tidig.organisation.Board;

class AdministrativeCourtTest {

    private static final FileRuleSet TABLES = FileRuleSet.packaged();

    @ParameterizedTest
    @CsvSource({
        "AB, Stockholm",
        "C, Uppsala",
        "D, Linköping",
        "E, Linköping",
        "F, Jönköping",
        "G, Växjö",
        "H, Växjö",
        "I, Stockholm",
        "K, Växjö",
        "M, Malmö",
        "N, Göteborg",
        "O, Göteborg",
        "S, Karlstad",
        "T, Karlstad",
        "U, Uppsala",
        "W, Falun",
        "X, Falun",
        "Y, Härnösand",
        "Z, Härnösand",
        "AC, Umeå",
        "BD, Luleå"
    })
    void aBoardsDecisionsAreAppealedToTheCourtAtItsSeat(String board, String seat) {
        assertThat(AdministrativeCourt.of(board, TABLES)).isEqualTo("Förvaltningsrätten i " + seat);
    }

    @ParameterizedTest
    @EnumSource(Board.class)
    void everyBoardHasACourt(Board board) {
        assertThat(AdministrativeCourt.of(board.name(), TABLES)).startsWith("Förvaltningsrätten i ");
    }

    @Test
    void aBoardWithoutARowIsAnErrorThatSaysWhatToAdd() {
        assertThatThrownBy(() -> AdministrativeCourt.of("K", (table, facts) -> List.of()))
                .hasMessage("Tabellen administrative-court saknar en rad för länsbokstaven K. Lägg till den.");
    }
}
