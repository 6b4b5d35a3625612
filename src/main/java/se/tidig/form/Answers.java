package se.tidig.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.tidig.Sek;

/**
 * The validated answers of one form, by key: text as {@code String}, numbers as {@code BigDecimal}, yes or no as
 * {@code Boolean}, dates as ISO text, choices as {@code String} or {@code List<String>}, rows as
 * {@code List<Map<String, Object>>}. An unanswered key is absent.
 */
public record Answers(Map<String, Object> values) {

    public Answers {
        values = new LinkedHashMap<>(values);
        values.values().removeIf(value -> value == null || "".equals(value));
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Text, or null if unanswered. */
    public String text(String key) {
        return (String) values.get(key);
    }

    /** Whether a box is ticked or a question answered by yes, whose answer is the text {@code true}. */
    public boolean yes(String key) {
        return "true".equals(String.valueOf(values.get(key)));
    }

    public Optional<BigDecimal> number(String key) {
        return Optional.ofNullable((BigDecimal) values.get(key));
    }

    public Optional<Sek> money(String key) {
        return number(key).map(Sek::of);
    }

    public Optional<LocalDate> date(String key) {
        return Optional.ofNullable(text(key)).map(LocalDate::parse);
    }

    @SuppressWarnings("unchecked")
    public List<String> choices(String key) {
        return (List<String>) values.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> rows(String key) {
        return (List<Map<String, Object>>) values.getOrDefault(key, List.of());
    }
}
