package se.tidig.application.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.call.Call;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;

/** What a draft's pages say of people and times. */
@Component
class DraftWords {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'kl.'\u00a0HH.mm.ss", SWEDISH);
    private static final DateTimeFormatter SECOND_IN_ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH.mm", SWEDISH);
    private static final DateTimeFormatter MINUTE_IN_ENGLISH = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final ApplicantAccounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    DraftWords(ApplicantAccounts accounts, MessageSource messages, Clock clock) {
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    String get(String message, Locale language, Object... values) {
        return messages.getMessage(message, values, language);
    }

    /** The sentences of the messages, by field. */
    Map<String, String> get(Map<String, String> messages, Locale language) {
        var sentences = new LinkedHashMap<String, String>();
        messages.forEach((field, message) -> sentences.put(field, get(message, language)));
        return sentences;
    }

    /** Their names by the e-mail addresses that they log in with; {@code du} for the person who looks at the page. */
    Map<String, String> names(Collection<String> people, String me, Locale language) {
        var names = new LinkedHashMap<String, String>();
        people.forEach(person -> names.put(
                person,
                person.equals(me)
                        ? get("draft.you", language)
                        : accounts.find(person).map(ApplicantPerson::name).orElse(person)));
        return names;
    }

    /** To the second. */
    String second(Instant at, Locale language) {
        return (isEnglish(language) ? SECOND_IN_ENGLISH : SECOND).format(at.atZone(SwedishDate.ZONE));
    }

    /** The time of day. */
    String minute(Instant at, Locale language) {
        return (isEnglish(language) ? MINUTE_IN_ENGLISH : MINUTE).format(at.atZone(SwedishDate.ZONE));
    }

    /** How many days are left to the announced last day, and whether an application is in time after it. */
    String left(Call call, Locale language) {
        var now = clock.instant();
        if (!call.inTimeUntil().isAfter(now)) {
            return get("draft.left.none", language);
        }
        if (!call.closesAt().isAfter(now)) {
            return get("draft.left.still", language);
        }
        return get("draft.left", language, call.daysLeft(now));
    }

    /** How long after the last time. */
    String late(Instant last, Instant received, Locale language) {
        var seconds = Math.max(1, ChronoUnit.SECONDS.between(last, received));
        if (seconds < 60) {
            return get("draft.late.seconds", language, seconds);
        }
        if (seconds < 3600) {
            return get("draft.late.minutes", language, seconds / 60, seconds % 60);
        }
        return seconds < 86_400
                ? get("draft.late.hours", language, seconds / 3600, seconds % 3600 / 60)
                : get("draft.late.days", language, seconds / 86_400, seconds % 86_400 / 3600);
    }

    static boolean isEnglish(Locale language) {
        return "en".equals(language.getLanguage());
    }
}
