package se.tidig.casefile.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.document.Document;
import se.tidig.document.Documents;
import se.tidig.document.Download;

/** Downloads the letters of a case, for people who may see its page. */
@Controller
class LetterPage {

    private final Documents documents;
    private final CaseDoor door;
    private final CaseOpenings openings;

    LetterPage(Documents documents, CaseDoor door, CaseOpenings openings) {
        this.documents = documents;
        this.door = door;
        this.openings = openings;
    }

    @GetMapping("/arenden/{reference}/handlingar/{document}")
    ResponseEntity<byte[]> open(@PathVariable Reference reference, @PathVariable String document, Authentication who) {
        door.checkOpen(reference, Actor.of(who.getName()), openings);
        var found = find(reference, document);
        return Download.of(found.filename(), found.contentType(), documents.content(found));
    }

    private Document find(Reference reference, String id) {
        try {
            return documents
                    .find(UUID.fromString(id))
                    .filter(found -> found.reference().equals(reference))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException noId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
