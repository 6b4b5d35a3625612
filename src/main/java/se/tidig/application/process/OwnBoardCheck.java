package se.tidig.application.process;

import org.springframework.stereotype.Component;
import se.tidig.engine.StaffRegister;
import se.tidig.form.Rejected;
import se.tidig.organisation.Board;

/**
 * Refuses access to a case of a board that the member of staff does not work for; start forms name cases that no task
 * protects.
 */
@Component
class OwnBoardCheck {

    private final StaffRegister staff;

    OwnBoardCheck(StaffRegister staff) {
        this.staff = staff;
    }

    /**
     * @param key the form's key that named the case
     * @param letter county letter of the case's board
     */
    void check(String actor, String key, String letter) {
        var board = Board.byLetter(letter);
        var own = staff.find(actor)
                .filter(person -> board.filter(person.boards()::contains).isPresent());
        if (own.isEmpty()) {
            throw new Rejected(
                    key,
                    board.map(Board::swedishName)
                            .map(
                                    name -> "Ärendet hör till " + name
                                            + ", som du inte arbetar för. Kontrollera referensen eller lämna över handlingen dit.")
                            .orElse("Referensen börjar inte med ett läns bokstav. Kontrollera den."));
        }
    }
}
