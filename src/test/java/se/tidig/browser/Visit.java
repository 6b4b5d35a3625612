package se.tidig.browser;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/**
 * A page in one of its states, and how a person comes there.
 *
 * @param state what is special about it, for messages
 * @param route the row of {@code engine/page-access.txt}
 * @param person who logs in; null for a visitor
 * @param steps what is done on the page at {@code path}
 */
record Visit(String state, String route, String person, String path, Consumer<Page> steps) {

    static Visit of(String state, String route, String person, String path) {
        return new Visit(state, route, person, path, page -> {});
    }

    /** Whether it is seen at a board's desk, by people whose names are no addresses. */
    boolean isStaffs() {
        return person != null && !person.contains("@");
    }
}
