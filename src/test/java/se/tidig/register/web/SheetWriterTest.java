package se.tidig.register.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class SheetWriterTest {

    @Test
    void aTextThatBeginsLikeAFormulaIsAText() throws IOException {
        var written = new ByteArrayOutputStream();
        try (var workbook = new Workbook(written, "Tidig", null)) {
            var sheet = new SheetWriter(workbook, List.of("Ärende", "Verksamhet", "Sökt", "Kom in", "Poäng"));
            sheet.add(Arrays.asList(
                    "K-2026-1-001", "=1+1", new BigDecimal("100000.50"), LocalDate.of(2026, 11, 26), null));
            sheet.finish();
        }
        assertThat(parts(written.toByteArray()))
                .contains("K-2026-1-001", "=1+1", "<v>100000.50</v>", "<v>46352")
                .doesNotContain("<f>");
    }

    private static String parts(byte[] workbook) throws IOException {
        var file = Files.createTempFile("workbook", ".xlsx");
        try {
            Files.write(file, workbook);
            var parts = new StringBuilder();
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : zip.stream().toList()) {
                    parts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return parts.toString();
        } finally {
            Files.delete(file);
        }
    }
}
