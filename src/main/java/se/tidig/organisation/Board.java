package se.tidig.organisation;

import java.util.Arrays;
import java.util.Optional;

/** The 21 county administrative boards, by county letter; the tenant of a board is {@code SE} and its letter. */
public enum Board {
    AB("Länsstyrelsen i Stockholms län", "Stockholms län"),
    C("Länsstyrelsen i Uppsala län", "Uppsala län"),
    D("Länsstyrelsen i Södermanlands län", "Södermanlands län"),
    E("Länsstyrelsen Östergötland", "Östergötlands län"),
    F("Länsstyrelsen i Jönköpings län", "Jönköpings län"),
    G("Länsstyrelsen i Kronobergs län", "Kronobergs län"),
    H("Länsstyrelsen i Kalmar län", "Kalmar län"),
    I("Länsstyrelsen i Gotlands län", "Gotlands län"),
    K("Länsstyrelsen i Blekinge län", "Blekinge län"),
    M("Länsstyrelsen Skåne", "Skåne län"),
    N("Länsstyrelsen i Hallands län", "Hallands län"),
    O("Länsstyrelsen i Västra Götalands län", "Västra Götalands län"),
    S("Länsstyrelsen Värmland", "Värmlands län"),
    T("Länsstyrelsen i Örebro län", "Örebro län"),
    U("Länsstyrelsen i Västmanlands län", "Västmanlands län"),
    W("Länsstyrelsen i Dalarnas län", "Dalarnas län"),
    X("Länsstyrelsen Gävleborg", "Gävleborgs län"),
    Y("Länsstyrelsen Västernorrland", "Västernorrlands län"),
    Z("Länsstyrelsen i Jämtlands län", "Jämtlands län"),
    AC("Länsstyrelsen i Västerbottens län", "Västerbottens län"),
    BD("Länsstyrelsen i Norrbottens län", "Norrbottens län");

    private final String swedishName;
    private final String county;

    Board(String swedishName, String county) {
        this.swedishName = swedishName;
        this.county = county;
    }

    public String swedishName() {
        return swedishName;
    }

    public String county() {
        return county;
    }

    /** The tenant id of the board's cases. */
    public String tenant() {
        return "SE" + name();
    }

    public static Optional<Board> byLetter(String letter) {
        return Arrays.stream(values())
                .filter(board -> board.name().equals(letter))
                .findFirst();
    }
}
