package se.tidig.casefile.web;

import java.util.Optional;
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
import se.tidig.document.Download;
import se.tidig.document.Upload;
import se.tidig.document.Uploads;

/** Downloads the files that applicants handed in, for people who may see the case's page. */
@Controller
class UploadPage {

    private final Uploads uploads;
    private final CaseDoor door;
    private final CaseOpenings openings;

    UploadPage(Uploads uploads, CaseDoor door, CaseOpenings openings) {
        this.uploads = uploads;
        this.door = door;
        this.openings = openings;
    }

    @GetMapping("/arenden/{reference}/bilagor/{upload}")
    ResponseEntity<byte[]> open(@PathVariable Reference reference, @PathVariable UUID upload, Authentication who) {
        door.checkOpen(reference, Actor.of(who.getName()), openings);
        return uploads.find(upload)
                .filter(found -> reference.equals(found.reference()))
                .flatMap(this::download)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<ResponseEntity<byte[]>> download(Upload upload) {
        return uploads.content(upload).map(content -> Download.of(upload.name(), upload.mediaType(), content));
    }
}
