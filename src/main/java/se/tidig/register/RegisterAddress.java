package se.tidig.register;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import se.tidig.Actor;

/**
 * What the address of the register says: selection, order, place and columns. Everything that a person has chosen is in
 * it, so that a list can be sent, saved and come back to. Unknown parameters are left out.
 */
public final class RegisterAddress {

    private static final String WORDS = "q";
    private static final String PLACE = "sida";
    private static final String COLUMNS = "kol";

    private static final List<String> SELECTING = List.of(
            WORDS,
            "utlysning",
            "slag",
            "steg",
            "vantar",
            "handlaggare",
            "lan",
            "fran",
            "till",
            "minst",
            "hogst",
            "sen");
    private static final List<String> KNOWN = java.util.stream.Stream.concat(
                    SELECTING.stream(), List.of("sortera", COLUMNS, PLACE).stream())
            .toList();
    private static final Pattern DAY = Pattern.compile("(\\d{2})?(\\d{2})-?(\\d{2})-?(\\d{2})");
    private static final String ENDED = "avslutade";
    private static final String NOBODY = "ingen";
    private static final int LONGEST = 200;

    private final MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final CaseSelection selection;
    private final CaseOrder order;
    private final boolean descending;
    private final Place place;
    private final Set<RegisterColumn> columns;

    public RegisterAddress(MultiValueMap<String, String> parameters) {
        for (var name : KNOWN) {
            parameters.getOrDefault(name, List.of()).stream()
                    .map(value -> value == null ? "" : value.strip())
                    .filter(value -> !value.isEmpty())
                    .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value)
                    .map(value -> value.replace('\0', ' '))
                    .limit(name.equals(COLUMNS) ? RegisterColumn.values().length : 1)
                    .forEach(value -> given.add(name, value));
        }
        var step = given.getFirst("steg");
        var officer = given.getFirst("handlaggare");
        selection = new CaseSelection(
                given.getFirst(WORDS),
                CaseNumber.reference(given.getFirst("utlysning")).orElse(null),
                CaseKind.ofWord(given.getFirst("slag")).orElse(null),
                ENDED.equals(step) ? null : step,
                given.getFirst("vantar"),
                NOBODY.equals(officer) ? null : Actor.of(officer),
                given.getFirst("lan"),
                day("fran"),
                day("till"),
                amount("minst"),
                amount("hogst"),
                given.containsKey("sen"),
                ENDED.equals(step),
                NOBODY.equals(officer));
        var sorted = given.getFirst("sortera");
        descending = sorted != null && sorted.startsWith("-");
        order = CaseOrder.ofWord(sorted == null ? "" : sorted.replaceFirst("^-", ""))
                .orElse(CaseOrder.DUE);
        place = Place.read(given.getFirst(PLACE), order).orElse(null);
        columns = RegisterColumn.of(given.getOrDefault(COLUMNS, List.of()));
    }

    /** The address whose parameters are written so: {@code vantar=mig&sen=1}. */
    public static RegisterAddress of(String query) {
        var parameters = new LinkedMultiValueMap<String, String>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> parameters.add(name, decoded(value))));
        return new RegisterAddress(parameters);
    }

    private static String decoded(String value) {
        try {
            return value == null ? "" : java.net.URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            return "";
        }
    }

    private LocalDate day(String name) {
        var text = given.getFirst(name);
        if (text == null) {
            return null;
        }
        var written = DAY.matcher(text);
        try {
            if (written.matches()) {
                var century = written.group(1) == null ? "20" : written.group(1);
                return LocalDate.parse(century + written.group(2) + "-" + written.group(3) + "-" + written.group(4));
            }
        } catch (DateTimeException noDay) {
            // Said below.
        }
        wrong.put(name, "register.wrong.day");
        return null;
    }

    private BigDecimal amount(String name) {
        var text = given.getFirst(name);
        if (text == null) {
            return null;
        }
        var digits = text.replaceAll("[\\s\\u00a0]|kr$", "");
        if (digits.matches("\\d{1,12}")) {
            return new BigDecimal(digits);
        }
        wrong.put(name, "register.wrong.amount");
        return null;
    }

    public CaseSelection selection() {
        return selection;
    }

    public CaseOrder order() {
        return order;
    }

    public boolean descending() {
        return descending;
    }

    /** Null for the beginning of the list. */
    public Place place() {
        return place;
    }

    public Set<RegisterColumn> columns() {
        return columns;
    }

    /** The keys of the messages that say what is wrong, by parameter. */
    public Map<String, String> wrong() {
        return wrong;
    }

    /** What is written in the parameter; empty if it is not given. */
    public String typed(String name) {
        return given.containsKey(name) ? given.getFirst(name) : "";
    }

    /** Whether the address leaves any case out. */
    public boolean isSelecting() {
        return SELECTING.stream().anyMatch(given::containsKey);
    }

    /** The parameters without the place; empty if there are none. */
    public String query() {
        return query(without(PLACE));
    }

    /** The parameters with another place; null for the beginning. */
    public String at(Place other) {
        return other == null ? query() : and(query(), PLACE, other.word());
    }

    /** The same list, ordered by the column; the other way round if it already is. */
    public String sortedBy(String column) {
        var other = without(PLACE, "sortera");
        var now = order.word().equals(column) && !descending;
        return and(query(other), "sortera", (now ? "-" : "") + column);
    }

    /** The same list at another stage. */
    public String atStage(String stage) {
        return and(query(without(PLACE, "steg")), "steg", stage == null ? ENDED : stage);
    }

    /** The parameters that a form beside the fields of the names must carry on, each as name and value. */
    public List<String[]> carried(String... names) {
        var carried = new ArrayList<String[]>();
        without(names).forEach((name, values) -> values.forEach(value -> carried.add(new String[] {name, value})));
        carried.removeIf(pair -> pair[0].equals(PLACE));
        return carried;
    }

    private MultiValueMap<String, String> without(String... names) {
        var rest = new LinkedMultiValueMap<>(given);
        List.of(names).forEach(rest::remove);
        return rest;
    }

    private static String query(MultiValueMap<String, String> parameters) {
        var query = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(value -> query.append(query.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(encoded(value))));
        return query.toString();
    }

    private static String and(String query, String name, String value) {
        return query + (query.isEmpty() ? "" : "&") + name + "=" + encoded(value);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
