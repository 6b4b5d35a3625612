package se.tidig.document;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;

/**
 * Turns a letter's XHTML into a PDF with embedded fonts, so that it looks the same everywhere and can be read aloud.
 * Names of people and organisations are printed in their own script.
 */
@Component
class PdfWriter {

    private static final String DEJAVU = "net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";

    /** Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian and Georgian. */
    private static final Typeface REGULAR = packaged(DEJAVU + ".ttf");

    private static final Typeface BOLD = packaged(DEJAVU + "-Bold.ttf");
    private static final Typeface ITALIC = packaged(DEJAVU + "-Oblique.ttf");

    private static final List<Typeface> OTHER_SCRIPTS = List.of(
            // Ethiopic, Indic, Thai, Lao and most other alphabets.
            packaged("fonts/ttf/Kurinto/KurintoSans-Rg.ttf"),
            // Chinese and Japanese.
            packaged("fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf"),
            // Korean.
            packaged("fonts/NanumGothic.ttf"),
            packaged("fonts/NotoSansKhmerUI-Regular.ttf"),
            packaged("fonts/NotoSansMyanmar-Regular.ttf"),
            packaged("fonts/NotoSansTibetan-Regular.ttf"));

    /** A word that is longer than a line is broken. A letter's own style comes later and may override this. */
    private static final String INSIDE_THE_PAGE = "<head><style>body { word-wrap: break-word }</style>";

    /** Joiners, direction marks and variation selectors have no glyph. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u3164\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

    static {
        // Otherwise the library logs every step of every letter.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final List<Typeface> fallbacks;

    /** @param dataDir its folder {@code fonts} may contain fonts (.ttf) for scripts that the packaged ones lack */
    @Autowired
    PdfWriter(@Value("${tidig.data-dir}") Path dataDir) {
        this(Stream.concat(OTHER_SCRIPTS.stream(), in(dataDir.resolve("fonts"))).toList());
    }

    PdfWriter(List<Typeface> fallbacks) {
        this.fallbacks = fallbacks;
    }

    /**
     * A letter as a PDF.
     *
     * @param missing the characters that no font has, in Unicode order; each is printed as {@code #}
     */
    record Written(byte[] pdf, Set<Integer> missing) {}

    Written write(String xhtml) {
        // Composed form, because fonts contain whole Korean syllables and accented letters.
        var text = Normalizer.normalize(xhtml, Normalizer.Form.NFC).replaceFirst("<head>", INSIDE_THE_PAGE);
        var fonts = needed(text);
        var missing = text.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .filter(character -> !REGULAR.has(character) && fonts.stream().noneMatch(font -> font.has(character)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        var invisible = missing.stream().filter(PdfWriter::isInvisible).collect(Collectors.toSet());
        missing.removeAll(invisible);
        return new Written(pdf(without(invisible, text), fonts), missing);
    }

    private static boolean isInvisible(int character) {
        return INVISIBLE.matcher(Character.toString(character)).matches();
    }

    private static String without(Set<Integer> characters, String text) {
        return text.codePoints()
                .filter(character -> !characters.contains(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] pdf(String xhtml, List<Typeface> fallbacks) {
        try (var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.useFont(REGULAR::open, "Letter", 400, FontStyle.NORMAL, true);
            builder.useFont(BOLD::open, "Letter", 700, FontStyle.NORMAL, true);
            builder.useFont(ITALIC::open, "Letter", 400, FontStyle.ITALIC, true);
            for (var font : fallbacks) {
                builder.useFont(
                        font::open, font.name(), 400, FontStyle.NORMAL, true, Set.of(FSFontUseCase.FALLBACK_FINAL));
            }
            builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
            builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
            builder.defaultTextDirection(TextDirection.LTR);
            // A letter loads nothing from outside.
            builder.useUriResolver((base, uri) -> null);
            builder.withHtmlContent(xhtml, null);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The fonts that the text needs, in order: each has characters that the ones before it lack. Loading a font takes a
     * second, so no other font is loaded.
     */
    private List<Typeface> needed(String text) {
        var missing = text.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .filter(character -> !REGULAR.has(character) || !BOLD.has(character) || !ITALIC.has(character))
                .boxed()
                .collect(Collectors.toSet());
        var needed = new ArrayList<Typeface>();
        // Bold and italic fonts lack some characters of the regular one, for instance Arabic in italics.
        for (var font : Stream.concat(Stream.of(REGULAR), fallbacks.stream()).toList()) {
            if (!missing.isEmpty() && missing.removeIf(font::has)) {
                needed.add(font);
            }
        }
        return needed;
    }

    static Stream<Typeface> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().endsWith(".ttf"))
                    .sorted()
                    .map(file -> new Typeface(new FileSystemResource(file)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Typeface packaged(String font) {
        return new Typeface(new ClassPathResource(font));
    }
}
