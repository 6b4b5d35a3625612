package se.tidig.register.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows to a sheet; a text is always a text, also if it begins like a formula. */
final class SheetWriter {

    private static final int FLUSH = 500;
    private static final int WIDTH = 24;

    private final Worksheet sheet;
    private int row;

    SheetWriter(Workbook workbook, List<String> headings) {
        sheet = workbook.newWorksheet("Tidig");
        for (var column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            sheet.width(column, WIDTH);
        }
        sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
        sheet.freezePane(1, 1);
        sheet.setAutoFilter(0, 0, headings.size() - 1);
    }

    void add(List<Object> cells) {
        row++;
        for (var column = 0; column < cells.size(); column++) {
            set(column, cells.get(column));
        }
        if (row % FLUSH == 0) {
            flush();
        }
    }

    private void set(int column, Object cell) {
        if (cell instanceof BigDecimal number) {
            sheet.value(row, column, number);
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell != null) {
            sheet.value(row, column, cell.toString());
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish() {
        flush();
    }
}
