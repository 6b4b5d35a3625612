package se.tidig.application.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.application.draft.DraftFileService;
import se.tidig.document.Download;

/** Downloads the files of a draft for the people of its organisation. */
@Controller
class DraftFilePage {

    private final DraftFileService files;

    DraftFilePage(DraftFileService files) {
        this.files = files;
    }

    @GetMapping("/utkast/{id}/filer/{upload}")
    ResponseEntity<byte[]> open(@PathVariable UUID id, @PathVariable UUID upload, Authentication who) {
        return files.find(who.getName(), id, upload)
                .flatMap(found ->
                        files.content(found).map(content -> Download.of(found.name(), found.mediaType(), content)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
