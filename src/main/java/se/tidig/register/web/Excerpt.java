package se.tidig.register.web;

import java.util.ArrayList;
import java.util.List;
import se.tidig.register.CaseLine;
import se.tidig.register.RegisterReader;

/** Cuts an excerpt into pieces, those that were searched for and those between. */
final class Excerpt {

    private Excerpt() {}

    /** Empty if nothing was searched for, or the words only stand in the case's numbers and names. */
    static List<RegisterRow.Piece> of(RegisterReader register, CaseLine line, String words) {
        return words == null
                ? List.of()
                : register.excerpt(line.reference(), words).map(Excerpt::pieces).orElse(List.of());
    }

    private static List<RegisterRow.Piece> pieces(String text) {
        var pieces = new ArrayList<RegisterRow.Piece>();
        for (var part : text.replace("\n", " · ").split(String.valueOf(RegisterReader.MARK), -1)) {
            var end = part.indexOf(RegisterReader.UNMARK);
            if (end >= 0) {
                pieces.add(new RegisterRow.Piece(part.substring(0, end), true));
            }
            var rest = part.substring(end + 1);
            if (!rest.isEmpty()) {
                pieces.add(new RegisterRow.Piece(rest, false));
            }
        }
        return pieces;
    }
}
