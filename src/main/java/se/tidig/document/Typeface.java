package se.tidig.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.Resource;

/** A TrueType font and the characters that it has. */
final class Typeface {

    private static final int LAST_CHARACTER = 0x3FFFF;

    private final Resource font;
    private volatile BitSet characters;

    Typeface(Resource font) {
        this.font = font;
    }

    /** The name under which a page uses the font. */
    String name() {
        return font.getFilename();
    }

    InputStream open() {
        try {
            return font.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(int character) {
        return characters().get(character);
    }

    /**
     * The characters of the font. A Chinese font is 10 MB, so they are read once, and only if a text has other
     * characters than Latin.
     */
    private BitSet characters() {
        if (characters == null) {
            try (var in = open();
                    var font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                var glyphs = font.getUnicodeCmapLookup();
                var found = new BitSet(LAST_CHARACTER);
                for (int character = 0; character <= LAST_CHARACTER; character++) {
                    found.set(character, glyphs.getGlyphId(character) != 0);
                }
                characters = found;
            } catch (IOException e) {
                throw new UncheckedIOException("The font " + name() + " cannot be read", e);
            }
        }
        return characters;
    }
}
