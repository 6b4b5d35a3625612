package se.tidig.mypages.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.WaitingDrafts;
import se.tidig.call.Call;
import se.tidig.call.Calls;
import se.tidig.document.Document;
import se.tidig.document.Documents;
import se.tidig.document.Download;
import se.tidig.document.Uploads;
import se.tidig.mypages.OpenActReader;
import se.tidig.mypages.OwnCaseReader;
import se.tidig.mypages.OwnGrantReader;
import se.tidig.mypages.SentInReader;
import se.tidig.notification.SentMail;
import se.tidig.notification.SentMails;

/** A case as its party sees it: where it stands, who must act, and everything that was sent either way. */
@Controller
class OwnCasePage {

    private final PartyDoor door;
    private final OwnCaseReader cases;
    private final OwnGrantReader grants;
    private final OpenActReader open;
    private final WaitingDrafts waiting;
    private final SentInReader sentIn;
    private final SentMails mails;
    private final Documents documents;
    private final Uploads uploads;
    private final Calls calls;
    private final Clock clock;

    OwnCasePage(
            PartyDoor door,
            OwnCaseReader cases,
            OwnGrantReader grants,
            OpenActReader open,
            WaitingDrafts waiting,
            SentInReader sentIn,
            SentMails mails,
            Documents documents,
            Uploads uploads,
            Calls calls,
            Clock clock) {
        this.door = door;
        this.cases = cases;
        this.grants = grants;
        this.open = open;
        this.waiting = waiting;
        this.sentIn = sentIn;
        this.mails = mails;
        this.documents = documents;
        this.uploads = uploads;
        this.calls = calls;
        this.clock = clock;
    }

    /** A mail with the letters that came with it. */
    record Message(SentMail mail, List<Document> letters) {}

    @GetMapping("/mina-sidor/{reference}")
    String show(@PathVariable Reference reference, Authentication who, Model model) {
        var application = door.open(reference, who);
        var own = cases.read(application);
        model.addAttribute("case", own);
        model.addAttribute("today", SwedishDate.on(clock.instant()));
        model.addAttribute(
                "acts",
                open.of(application).stream()
                        .filter(act -> door.may(act.right(), application, who))
                        .toList());
        model.addAttribute("unsigned", waiting.awaited(reference).orElse(null));
        model.addAttribute("toSign", waiting.toSign(who.getName()).stream().anyMatch(one -> one.reference()
                .equals(reference)));
        model.addAttribute("demandFrom", open.demandFrom(application));
        model.addAttribute("messages", messages(reference));
        model.addAttribute("sentIn", sentIn.of(reference));
        model.addAttribute("files", uploads.of(reference));
        model.addAttribute("payments", own.grant() == null ? List.of() : grants.payments(own.grant()));
        model.addAttribute("reports", own.grant() == null ? List.of() : grants.reports(own.grant()));
        model.addAttribute(
                "decisionBy",
                own.decision() != null || own.isOver()
                        ? null
                        : calls.find(own.application().call())
                                .map(Call::decisionBy)
                                .orElse(null));
        return "mypages/case";
    }

    private List<Message> messages(Reference reference) {
        Map<UUID, Document> letters =
                cases.letters(reference).stream().collect(Collectors.toMap(Document::id, Function.identity()));
        return mails.toParty(reference).stream()
                .map(mail -> new Message(
                        mail,
                        mail.documents().stream()
                                .map(letters::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    @GetMapping("/mina-sidor/{reference}/handlingar/{document}")
    ResponseEntity<byte[]> letter(
            @PathVariable Reference reference, @PathVariable String document, Authentication who) {
        door.open(reference, who);
        var found = cases.letters(reference).stream()
                .filter(letter -> letter.id().toString().equals(document))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.of(found.filename(), found.contentType(), documents.content(found));
    }

    /** A file that the party has handed in. */
    @GetMapping("/mina-sidor/{reference}/bilagor/{upload}")
    ResponseEntity<byte[]> upload(@PathVariable Reference reference, @PathVariable UUID upload, Authentication who) {
        door.open(reference, who);
        return uploads.find(upload)
                .filter(found -> reference.equals(found.reference()))
                .flatMap(found ->
                        uploads.content(found).map(content -> Download.of(found.name(), found.mediaType(), content)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
