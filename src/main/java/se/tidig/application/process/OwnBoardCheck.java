package se.tidig.application.process;

import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.engine.StaffRegister;
import se.tidig.form.Answers;
import se.tidig.form.Rejected;
import se.tidig.organisation.Board;

/**
 * Refuses access to a case of a board that the member of staff does not work for; start forms name cases that no task
 * protects.
 */
@Component
class OwnBoardCheck {

    private final StaffRegister staff;
    private final Applications applications;

    OwnBoardCheck(StaffRegister staff, Applications applications) {
        this.staff = staff;
        this.applications = applications;
    }

    /**
     * The case that a start form names by {@code caseReference}.
     *
     * @return its reference
     * @throws Rejected if there is no such case, or it belongs to another board
     */
    Reference openCase(Actor actor, Answers answers) {
        var reference = answers.text("caseReference").trim();
        check(actor, "caseReference", reference.substring(0, Math.max(reference.indexOf('-'), 0)));
        return Reference.find(reference)
                .flatMap(applications::find)
                .map(Application::reference)
                .orElseThrow(() -> new Rejected(
                        "caseReference",
                        "Det finns inget ärende med referensen " + reference + ". Kontrollera referensen."));
    }

    /**
     * @param key the form's key that named the case
     * @param letter county letter of the case's board
     */
    void check(Actor actor, String key, String letter) {
        var board = Board.byLetter(letter);
        var own = staff.find(actor.value())
                .filter(person -> board.filter(person.boards()::contains).isPresent());
        if (own.isEmpty()) {
            throw new Rejected(
                    key,
                    board.map(Board::swedishName)
                            .map(name -> "Ärendet hör till " + name
                                    + ", som du inte arbetar för. Kontrollera referensen eller lämna över"
                                    + " handlingen dit.")
                            .orElse("Referensen börjar inte med ett läns bokstav. Kontrollera den."));
        }
    }
}
