package se.tidig.casefile.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.register.RegisterReader;
import se.tidig.register.ViewerReader;

/** Finds the case that is meant by an address that is no reference: in small letters, or a diary number. */
@Component
class NumberSearch {

    private final RegisterReader register;
    private final ViewerReader viewers;

    NumberSearch(RegisterReader register, ViewerReader viewers) {
        this.register = register;
        this.viewers = viewers;
    }

    /**
     * What follows {@code /arenden}: the case, or the register's answer to the search.
     *
     * @throws ResponseStatusException if the text has no number, or the person has no register
     */
    String of(String number, String person) {
        var viewer = viewers.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        if (number.chars().noneMatch(Character::isDigit) || number.indexOf('\0') >= 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var found = register.numbered(number, viewer);
        return found.size() == 1 ? "/" + found.get(0) : "?q=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }
}
