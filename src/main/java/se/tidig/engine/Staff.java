package se.tidig.engine;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.tidig.organisation.Board;

/**
 * A person who works for boards, or the worker account.
 *
 * @param id letters and digits, as the engine requires of user ids
 * @param name as shown in letters and records
 * @param password hash; never the password itself
 * @param groups ids of {@link StaffGroup}
 * @param boards whose cases the person may see; all boards for an administrator
 * @param active false if the person has left; the name remains in records
 * @param firstPassword whether an administrator has seen the password; it then only lets the person choose their own
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
     * Whether a person may be in these groups and work for these boards. An administrator must work for all boards,
     * because the engine shows them the cases of all boards; a shorter list would be misleading.
     */
    public static boolean isPossible(Set<String> groups, Set<Board> boards) {
        return !groups.contains(StaffGroup.ADMINISTRATORS.id()) || boards.containsAll(EnumSet.allOf(Board.class));
    }

    /** A person who works here and has chosen their own password. */
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

    /** Whether the engine accepts the text as a user id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Whether the person has anything to do with cases; a person who only owns models has not. */
    public boolean seesCases() {
        return !groups.equals(Set.of(StaffGroup.PROCESS_OWNERS.id()));
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

    /** The tenants of the person's boards. */
    public Set<String> tenants() {
        var tenants = new TreeSet<String>();
        boards.forEach(board -> tenants.add(board.tenant()));
        return tenants;
    }
}
