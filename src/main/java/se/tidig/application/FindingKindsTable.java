package se.tidig.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.DisplayRuleSource;

/**
 * The legal effect of a finding, by the table {@code finding-kinds} as it is published today: what prevents
 * examination and what needs a hearing does not depend on when a case was opened.
 */
@Component
@AsksTable(
        value = FindingKindsTable.DECISION,
        facts = "code",
        results = {"preventsExamination", "fromOthers", "orderProvision?"})
public class FindingKindsTable {

    public static final String DECISION = "finding-kinds";

    private final DisplayRuleSource tables;

    FindingKindsTable(DisplayRuleSource tables) {
        this.tables = tables;
    }

    /** Whether the application cannot be examined while the finding stands, so that an order may be given (20 § FL). */
    public boolean preventsExamination(String code) {
        return is("preventsExamination", code);
    }

    /** Whether it rests on information from others or found by the board (25 § FL). */
    public boolean isFromOthers(String code) {
        return is("fromOthers", code);
    }

    /**
     * The provision that an order for it rests on besides 20 § FL, such as {@code 15 § andra stycket}; empty if there
     * is none.
     */
    Optional<String> orderProvision(String code) {
        return rows(code).stream()
                .flatMap(row -> Stream.ofNullable((String) row.get("orderProvision")))
                .findFirst();
    }

    private boolean is(String kind, String code) {
        return rows(code).stream().anyMatch(row -> Boolean.TRUE.equals(row.get(kind)));
    }

    private List<Map<String, Object>> rows(String code) {
        return tables.current(DECISION).decide(DECISION, Map.of("code", code));
    }
}
