package se.tidig.mypages.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.SubmittedApplicationReader;
import se.tidig.document.Download;
import se.tidig.document.Upload;
import se.tidig.form.AnsweredForm;
import se.tidig.mypages.OwnCaseReader;
import se.tidig.mypages.SentForm;
import se.tidig.mypages.SentFormReader;

/** Everything that a party has sent in, to be read and printed as it was. */
@Controller
class SentInPage {

    private final PartyDoor door;
    private final OwnCaseReader cases;
    private final SubmittedApplicationReader applications;
    private final SentFormReader forms;
    private final MessageSource words;

    SentInPage(
            PartyDoor door,
            OwnCaseReader cases,
            SubmittedApplicationReader applications,
            SentFormReader forms,
            MessageSource words) {
        this.door = door;
        this.cases = cases;
        this.applications = applications;
        this.forms = forms;
        this.words = words;
    }

    @GetMapping("/mina-sidor/{reference}/ansokan")
    String application(@PathVariable Reference reference, Authentication who, Model model) {
        var application = door.open(reference, who);
        model.addAttribute("kind", null);
        model.addAttribute("at", application.receivedAt());
        model.addAttribute("entered", application.answers().containsKey("receivedDate"));
        return show(application, applications.of(application), applications.files(application), "ansokan", model);
    }

    @GetMapping("/mina-sidor/{reference}/ansokan/pdf")
    ResponseEntity<byte[]> applicationPdf(@PathVariable Reference reference, Authentication who) {
        var application = door.open(reference, who);
        return pdf("mine.sent.APPLICATION", reference, applications.pdf(application));
    }

    @GetMapping("/mina-sidor/{reference}/inskickat/{id}")
    String form(@PathVariable Reference reference, @PathVariable String id, Authentication who, Model model) {
        var application = door.open(reference, who);
        var sent = sent(reference, id);
        model.addAttribute("kind", sent.act().eventName());
        model.addAttribute("at", sent.answer().at());
        model.addAttribute("entered", forms.isEntered(sent));
        return show(application, forms.answers(sent), forms.files(sent), "inskickat/" + sent.id(), model);
    }

    @GetMapping("/mina-sidor/{reference}/inskickat/{id}/pdf")
    ResponseEntity<byte[]> formPdf(@PathVariable Reference reference, @PathVariable String id, Authentication who) {
        var application = door.open(reference, who);
        var sent = sent(reference, id);
        return pdf("mine.sent." + sent.act().eventName(), reference, forms.pdf(sent, application));
    }

    private SentForm sent(Reference reference, String id) {
        return forms.find(reference, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(Application application, AnsweredForm submitted, List<Upload> files, String path, Model model) {
        model.addAttribute("case", cases.read(application));
        model.addAttribute("submitted", submitted);
        model.addAttribute("files", files);
        model.addAttribute("pdf", "/mina-sidor/" + application.reference() + "/" + path + "/pdf");
        return "mypages/submitted";
    }

    private ResponseEntity<byte[]> pdf(String kind, Reference reference, byte[] content) {
        var name = words.getMessage(kind, null, Locale.forLanguageTag("sv-SE")) + " " + reference + ".pdf";
        return Download.of(name, MediaType.APPLICATION_PDF_VALUE, content);
    }
}
