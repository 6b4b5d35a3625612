package se.tidig.application.draft;

import java.util.List;

/**
 * One save of an answer.
 *
 * @param before what it replaced
 * @param mine what the page sent, if it was joined with what a colleague had saved; else null
 * @param page the shown page that it was typed on
 */
record AnswerChange(Object before, Object mine, String page) {

    /**
     * What the page shows of the answer: what it sent last, or what stood there as it was opened.
     *
     * @param since the answer's changes since then, in order; null for none
     * @param now what is typed now
     */
    static Object shownOn(String page, List<AnswerChange> since, Object now) {
        if (since == null || since.isEmpty()) {
            return now;
        }
        for (int i = since.size() - 1; i >= 0; i--) {
            var change = since.get(i);
            if (change.page().equals(page)) {
                return change.mine() != null
                        ? change.mine()
                        : i + 1 < since.size() ? since.get(i + 1).before() : now;
            }
        }
        return since.get(0).before();
    }
}
