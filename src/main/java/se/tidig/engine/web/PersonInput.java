package se.tidig.engine.web;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffAccountService.Details;
import se.tidig.organisation.Board;

/**
 * What an administrator has filled in about a person, unchanged, so that nothing is lost if something is wrong.
 *
 * @param id the user name; only for a new person
 * @param board county letters
 * @param group ids of groups; only for a new person
 */
record PersonInput(String id, String name, String email, List<String> board, List<String> group)
        implements Serializable {

    private static final int LONGEST = 100;

    static final PersonInput EMPTY = new PersonInput("", "", "", List.of(), List.of());

    PersonInput {
        id = id == null ? "" : id.strip();
        name = name == null ? "" : name.strip();
        email = email == null ? "" : email.strip();
        board = board == null ? List.of() : board;
        group = group == null ? List.of() : group;
    }

    /** The form filled with what is known of the person. */
    static PersonInput of(Staff staff) {
        return new PersonInput(
                staff.id(),
                staff.name(),
                staff.email(),
                staff.boards().stream().map(Board::name).toList(),
                List.copyOf(staff.groups()));
    }

    /** What is wrong with the user name, as the last part of a message's key. */
    Optional<String> wrongId() {
        return Staff.isId(id) && id.length() <= LONGEST ? Optional.empty() : Optional.of("id");
    }

    /** What is wrong with the other fields. */
    Optional<String> wrongDetails() {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.of("name");
        } else if (!isAddress()) {
            return Optional.of("email");
        }
        return board.isEmpty()
                        || board.stream()
                                .anyMatch(letter -> Board.byLetter(letter).isEmpty())
                ? Optional.of("board")
                : Optional.empty();
    }

    Details details() {
        var boards = new TreeSet<Board>();
        board.forEach(letter -> boards.add(Board.valueOf(letter)));
        return new Details(name, email, boards);
    }

    private boolean isAddress() {
        try {
            new InternetAddress(email, true).validate();
            return email.contains("@") && email.length() <= LONGEST;
        } catch (AddressException e) {
            return false;
        }
    }
}
