package se.tidig.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A document that an applicant of the demonstration sends in: one page that says what it stands for. It is written
 * here without a library, because a hundred of them must not delay the start.
 */
record DemoDocument(String kind, String title) {

    private static final Map<String, String> TITLES = Map.of(
            "statutes", "Stadgar",
            "annualReport", "Årsredovisning",
            "annualMeetingMinutes", "Årsmötesprotokoll",
            "signatoryProof", "Handling om behörig företrädare");

    /** @param kind as the form names it */
    static DemoDocument of(String kind) {
        return new DemoDocument(kind, TITLES.get(kind));
    }

    String name() {
        return title.toLowerCase(Locale.ROOT) + ".pdf";
    }

    byte[] pdf() {
        var text =
                "BT /F1 20 Tf 72 760 Td (%s) Tj /F1 12 Tf 0 -28 Td (Handling i demonstrationen) Tj ET".formatted(title);
        var objects = List.of(
                "<</Type /Catalog /Pages 2 0 R>>",
                "<</Type /Pages /Kids [3 0 R] /Count 1>>",
                "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
                "<</Length " + text.length() + ">>\nstream\n" + text + "\nendstream",
                "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>");
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        var table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
        file.append("trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(objects.size() + 1, table));
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
