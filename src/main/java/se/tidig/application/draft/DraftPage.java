package se.tidig.application.draft;

import java.util.Map;
import java.util.function.Function;
import se.tidig.form.PostedAnswers;

/**
 * What a page of a draft sends to be saved.
 *
 * @param part the part's name in its address
 * @param page names the shown page; a page that is opened again has another name
 * @param version of the draft as the page was shown
 * @param read the answers that the page sends, given those that it showed
 */
public record DraftPage(
        String part, String page, int version, Function<Map<String, Object>, PostedAnswers.Read> read) {}
