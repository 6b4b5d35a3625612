package se.tidig.engine;

import java.util.Set;
import java.util.TreeSet;
import se.tidig.organisation.Board;

/**
 * A person, or the worker account, that works for boards.
 *
 * @param id letters and digits, as the engine demands of user ids
 * @param name as letters and records show it
 * @param password hash; never the password itself
 * @param groups ids of {@link StaffGroup}
 * @param boards whose cases the person sees
 * @param active false for those who have left; their name stays in records
 */
public record Staff(
        String id, String name, String email, String password, Set<String> groups, Set<Board> boards, boolean active) {

    public Staff {
        if (!id.matches("[a-zA-Z0-9]+")) {
            throw new IllegalArgumentException("A staff id consists of letters a-z and digits: " + id);
        }
        groups = new TreeSet<>(groups);
        boards = new TreeSet<>(boards);
    }

    public boolean isIn(StaffGroup group) {
        return groups.contains(group.id());
    }

    /** The tenants of the boards. */
    public Set<String> tenants() {
        var tenants = new TreeSet<String>();
        boards.forEach(board -> tenants.add(board.tenant()));
        return tenants;
    }
}
