package se.tidig.portal.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.tidig.engine.NewPassword;

/** The sentences that say what is wrong with a field, by the id of the field. */
@Component
class AccountWords {

    private final MessageSource words;

    AccountWords(MessageSource words) {
        this.words = words;
    }

    Errors errors(Locale locale) {
        return new Errors(locale);
    }

    /** What is wrong on one page, in the order of its fields. */
    final class Errors {

        private final Locale locale;
        private final Map<String, String> found = new LinkedHashMap<>();

        private Errors(Locale locale) {
            this.locale = locale;
        }

        Errors add(boolean wrong, String field, String key, Object... names) {
            if (wrong) {
                found.putIfAbsent(field, words.getMessage(key, names, locale));
            }
            return this;
        }

        Errors password(String field, String account, String current, String chosen) {
            var wrong = new NewPassword(account, current, chosen, chosen).wrong();
            return add(wrong != null, field, "password.wrong." + wrong);
        }

        boolean any() {
            return !found.isEmpty();
        }

        Map<String, String> found() {
            return found;
        }
    }
}
