package se.tidig.register;

/**
 * A selection of the register that somebody has saved under a name.
 *
 * @param query the parameters of the register's address
 * @param board county letter of the group's board; null if only the owner sees it
 * @param group id of the group that sees it; null if only the owner sees it
 * @param own whether the person who looks saved it
 */
public record SavedView(long id, String name, String query, String board, String group, boolean own) {}
