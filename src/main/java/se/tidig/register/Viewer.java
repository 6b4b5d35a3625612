package se.tidig.register;

import java.util.Set;
import java.util.TreeSet;
import se.tidig.engine.Staff;
import se.tidig.organisation.Board;

/**
 * The person who reads the register.
 *
 * @param id user id
 * @param boards county letters of the boards whose cases the person may see
 * @param groups ids of the person's groups
 * @param recused references of the cases that the person takes no part in
 */
public record Viewer(String id, Set<String> boards, Set<String> groups, Set<String> recused) {

    static Viewer of(Staff person, Set<String> recused) {
        var boards = new TreeSet<String>();
        person.boards().stream().map(Board::name).forEach(boards::add);
        return new Viewer(person.id(), boards, person.groups(), recused);
    }

    /** The person's groups at their boards, as {@code K:caseOfficers}. */
    Set<String> desks() {
        var desks = new TreeSet<String>();
        boards.forEach(board -> groups.forEach(group -> desks.add(board + ":" + group)));
        return desks;
    }
}
