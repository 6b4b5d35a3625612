package se.tidig.document.process;

import org.springframework.stereotype.Component;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.document.AdministrativeCourt;
import se.tidig.document.BoardContact;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.organisation.Board;

/**
 * The board that handles the case: its addresses, and the court to which its decisions are appealed (33 § second
 * paragraph FL).
 */
@Component
class BoardContent implements CaseContent {

    private final DisplayRuleSource tables;

    BoardContent(DisplayRuleSource tables) {
        this.tables = tables;
    }

    record Contact(String name, String address, String email, String phone, String court) {}

    @Shows("boardContact")
    Contact contact(CaseTask task) {
        // The address is the one of today, also in a case that carries an earlier bundle.
        var rules = tables.current();
        var contact = BoardContact.of(task.board(), rules);
        return new Contact(
                Board.valueOf(task.board()).swedishName(),
                contact.address(),
                contact.email(),
                contact.phone(),
                AdministrativeCourt.of(task.board(), rules));
    }
}
