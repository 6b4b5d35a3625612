package se.tidig.register.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.register.ExportLog;
import se.tidig.register.Place;
import se.tidig.register.RegisterAddress;
import se.tidig.register.RegisterReader;
import se.tidig.register.Viewer;
import se.tidig.register.ViewerReader;

/** The whole list that the register shows, as a file. Every export is noted with the person who took it. */
@Controller
class RegisterFilePage {

    private static final int AT_ONCE = 1000;

    /** Swedish Excel needs semicolons to see the columns, and a byte order mark to read å, ä and ö. */
    private static final CSVFormat CSV = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** What a spreadsheet would read as the beginning of a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]");

    private final RegisterReader register;
    private final RegisterTable table;
    private final ViewerReader viewers;
    private final ExportLog log;

    RegisterFilePage(RegisterReader register, RegisterTable table, ViewerReader viewers, ExportLog log) {
        this.register = register;
        this.table = table;
        this.viewers = viewers;
        this.log = log;
    }

    @GetMapping("/arenden.csv")
    void csv(
            @RequestParam MultiValueMap<String, String> parameters,
            Authentication who,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var viewer = viewer(who);
        var address = new RegisterAddress(parameters);
        begin(response, "text/csv;charset=UTF-8", "csv");
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        var printer = new CSVPrinter(writer, CSV);
        printer.printRecord(table.headings(address.columns(), locale));
        each("csv", address, viewer, row -> print(printer, table.cells(row, address.columns(), locale)));
        printer.flush();
    }

    @GetMapping("/arenden.xlsx")
    void xlsx(
            @RequestParam MultiValueMap<String, String> parameters,
            Authentication who,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var viewer = viewer(who);
        var address = new RegisterAddress(parameters);
        begin(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
        try (var workbook = new Workbook(response.getOutputStream(), "Tidig", null)) {
            var sheet = new SheetWriter(workbook, table.headings(address.columns(), locale));
            each("xlsx", address, viewer, row -> sheet.add(table.cells(row, address.columns(), locale)));
            sheet.finish();
        }
    }

    private static void begin(HttpServletResponse response, String type, String ending) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"arenden." + ending + "\"");
    }

    /** Writes every case, and notes the export even if the person breaks it off. */
    private void each(String format, RegisterAddress address, Viewer viewer, Consumer<RegisterRow> act) {
        var today = register.today();
        var cases = 0;
        try {
            Place place = null;
            do {
                var part = register.part(
                        address.selection(), address.order(), address.descending(), place, AT_ONCE, viewer);
                for (var line : part.cases()) {
                    cases++;
                    act.accept(RegisterRow.of(line, "", today, List.of()));
                }
                place = part.after();
            } while (place != null);
        } finally {
            log.note(viewer.id(), format, address.query(), cases);
        }
    }

    private static void print(CSVPrinter printer, List<Object> cells) {
        try {
            printer.printRecord(cells.stream().map(RegisterFilePage::text).toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString().replace('.', ',');
        }
        if (cell == null || cell instanceof LocalDate) {
            return cell == null ? "" : cell.toString();
        }
        var text = cell.toString();
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    private Viewer viewer(Authentication who) {
        return viewers.find(who.getName()).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
