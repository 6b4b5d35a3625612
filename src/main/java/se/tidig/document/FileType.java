package se.tidig.document;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.Tika;

/** Tells what a file is from its content. */
final class FileType {

    /** Documents and pictures that an officer's computer shows without running anything in them. */
    private static final Set<String> TAKEN = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.ms-excel",
            "application/rtf",
            "image/jpeg",
            "image/png",
            "image/heic",
            "image/tiff",
            "text/plain");

    /** An archive that only its name makes a document. */
    private static final String ANY_ARCHIVE = "application/zip";

    private static final Pattern PATH = Pattern.compile("^.*[/\\\\:]", Pattern.DOTALL);
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST = 120;

    private static final Tika TIKA = new Tika();

    private FileType() {}

    /** The media type; empty if files of this kind are not taken, whatever the file is called. */
    static Optional<String> of(byte[] content, String name) {
        return TIKA.detect(content).equals(ANY_ARCHIVE)
                ? Optional.empty()
                : Optional.of(TIKA.detect(content, name)).filter(TAKEN::contains);
    }

    /** The name without path and without signs that cannot be seen or that turn the direction of what follows. */
    static String shownName(String given) {
        var name = given == null ? "" : given;
        name = PATH.matcher(name).replaceFirst("");
        name = UNSEEN.matcher(name).replaceAll("").strip();
        if (name.codePointCount(0, name.length()) > LONGEST) {
            var dot = name.lastIndexOf('.');
            var ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
        }
        return name.isEmpty() || name.chars().allMatch(sign -> sign == '.') ? "fil" : name;
    }
}
