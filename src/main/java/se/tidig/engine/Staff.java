package se.tidig.engine;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.tidig.organisation.Board;

/**
 * A person, or the worker account, that works for boards.
 *
 * @param id letters and digits, as the engine demands of user ids
 * @param name as letters and records show it
 * @param password hash; never the password itself
 * @param groups ids of {@link StaffGroup}
 * @param boards whose cases the person sees; all for an administrator
 * @param active false for those who have left; their name stays in records
 * @param firstPassword whether the password is one that an administrator has seen: it lets the person choose an own one
 *     and do nothing else
 */
public record Staff(
        String id,
        String name,
        String email,
        String password,
        Set<String> groups,
        Set<Board> boards,
        boolean active,
        boolean firstPassword) {

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]+");

    public Staff {
        if (!isId(id)) {
            throw new IllegalArgumentException("A staff id consists of letters a-z and digits: " + id);
        }
        groups = new TreeSet<>(groups);
        boards = new TreeSet<>(boards);
        if (!isPossible(groups, boards)) {
            throw new IllegalArgumentException("An administrator works for all boards: " + id);
        }
    }

    /**
     * Whether somebody may be in the groups and work for the boards. Administrators work for all boards: the engine
     * shows them the cases of all, whatever boards are theirs, so that any other would look less than it is.
     */
    public static boolean isPossible(Set<String> groups, Set<Board> boards) {
        return !groups.contains(StaffGroup.ADMINISTRATORS.id()) || boards.containsAll(EnumSet.allOf(Board.class));
    }

    /** Somebody at work, with a password of their own. */
    public Staff(
            String id,
            String name,
            String email,
            String password,
            Set<String> groups,
            Set<Board> boards,
            boolean active) {
        this(id, name, email, password, groups, boards, active, false);
    }

    /** Whether the engine takes it as a user id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    public boolean isIn(StaffGroup group) {
        return groups.contains(group.id());
    }

    Staff with(String name, String email, Set<Board> boards) {
        return new Staff(id, name, email, password, groups, boards, active, firstPassword);
    }

    Staff with(Set<String> groups) {
        return new Staff(id, name, email, password, groups, boards, active, firstPassword);
    }

    Staff with(boolean active) {
        return new Staff(id, name, email, password, groups, boards, active, firstPassword);
    }

    Staff withPassword(String hash, boolean first) {
        return new Staff(id, name, email, hash, groups, boards, active, first);
    }

    /** The tenants of the boards. */
    public Set<String> tenants() {
        var tenants = new TreeSet<String>();
        boards.forEach(board -> tenants.add(board.tenant()));
        return tenants;
    }
}
