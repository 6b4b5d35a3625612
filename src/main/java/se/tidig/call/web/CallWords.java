package se.tidig.call.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.call.Call;

/**
 * The words for the alternatives of a call, from its form. In English if there is a translation; an alternative that a
 * process owner has added has none and is shown in Swedish.
 */
@Component
class CallWords {

    private static final String FORM = "call";

    private final DisplayRuleSource bundle;
    private final MessageSource messages;

    CallWords(DisplayRuleSource bundle, MessageSource messages) {
        this.bundle = bundle;
        this.messages = messages;
    }

    /** The kinds of cost that the call excludes. */
    List<String> categories(Call call, Locale language) {
        return call.excludedCategories().stream()
                .map(category -> word("excludedCategories", "cost.", category, language))
                .toList();
    }

    /** The name of a focus area that a sum is earmarked for. */
    String area(String area, Locale language) {
        return word("earmarks.focusArea", "area.", area, language);
    }

    /** The areas that a sum can be earmarked for, by value, in the form's order. */
    Map<String, String> areas(Locale language) {
        var areas = new LinkedHashMap<String, String>();
        bundle.current()
                .form(FORM)
                .map(form -> form.options("earmarks.focusArea").keySet())
                .orElse(Set.of())
                .forEach(area -> areas.put(area, area(area, language)));
        return areas;
    }

    private String word(String key, String prefix, String value, Locale language) {
        var swedish = bundle.current()
                .form(FORM)
                .flatMap(form -> form.word(key, value))
                .orElse(value);
        return "en".equals(language.getLanguage())
                ? messages.getMessage(prefix + value, null, swedish, language)
                : swedish;
    }
}
