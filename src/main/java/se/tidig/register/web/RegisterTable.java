package se.tidig.register.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.register.CaseLine;
import se.tidig.register.RegisterColumn;

/** The chosen columns of cases as the cells of a file: text, numbers and days. */
@Component
class RegisterTable {

    private final MessageSource messages;

    RegisterTable(MessageSource messages) {
        this.messages = messages;
    }

    List<String> headings(Set<RegisterColumn> columns, Locale locale) {
        var headings = new ArrayList<String>();
        headings.add(messages.getMessage("register.column.arende", null, locale));
        columns.forEach(column -> headings.add(messages.getMessage("register.column." + column.word(), null, locale)));
        return headings;
    }

    /** A cell is a {@code String}, a {@code BigDecimal}, a {@code LocalDate}, or null. */
    List<Object> cells(RegisterRow row, Set<RegisterColumn> columns, Locale locale) {
        var cells = new ArrayList<>();
        cells.add(row.line().reference().value());
        columns.forEach(column -> cells.add(cell(row, column, locale)));
        return cells;
    }

    private Object cell(RegisterRow row, RegisterColumn column, Locale locale) {
        CaseLine line = row.line();
        return switch (column) {
            case DUE -> line.due();
            case APPLICANT -> line.applicant();
            case TITLE -> line.title();
            case KIND -> messages.getMessage("register.kind." + line.kind(), null, locale);
            case STEP -> row.step();
            case WAITS ->
                String.join(
                        ", ",
                        row.waiters().stream()
                                .map(waiter -> words(waiter, locale))
                                .toList());
            case OFFICER -> line.officerName();
            case REQUESTED -> line.requested().amount();
            case RECEIVED -> line.isOfKindCall() ? null : SwedishDate.on(line.receivedAt());
            case DIARY -> line.diaryNumber();
            case ORGANISATION -> line.organisationNumber();
            case CALL -> line.call().value();
            case GRANTED -> line.granted() == null ? null : line.granted().amount();
            case PAID -> line.paid() == null ? null : line.paid().amount();
            case SCORE -> line.score();
        };
    }

    private String words(RegisterRow.Waiter waiter, Locale locale) {
        return messages.getMessage("register.waiter." + waiter.kind(), new Object[] {waiter.name()}, locale);
    }
}
