package se.tidig.mypages.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.Application;
import se.tidig.form.FormPages;
import se.tidig.form.FormUpload;
import se.tidig.form.PartyForms.Opened;
import se.tidig.form.PostedAnswers;
import se.tidig.form.Rejected;
import se.tidig.mypages.Act;
import se.tidig.mypages.ActService;
import se.tidig.mypages.OpenActReader;
import se.tidig.mypages.OwnCaseReader;
import se.tidig.mypages.TypedAnswers;

/** The page of everything that a party sends in: it shows the act's form, keeps what is typed, and hands it over. */
@Controller
class ActPage {

    private static final String PAGE = "mypages/act";

    /** The buttons at a question for a document. */
    private static final String UPLOAD = "upload";

    private static final String REMOVE_FILE = "removeFile";

    private final PartyDoor door;
    private final OwnCaseReader cases;
    private final OpenActReader open;
    private final ActService acts;
    private final TypedAnswers typed;
    private final ActFiles files;
    private final FormPages pages;
    private final Clock clock;

    ActPage(
            PartyDoor door,
            OwnCaseReader cases,
            OpenActReader open,
            ActService acts,
            TypedAnswers typed,
            ActFiles files,
            FormPages pages,
            Clock clock) {
        this.door = door;
        this.cases = cases;
        this.open = open;
        this.acts = acts;
        this.typed = typed;
        this.files = files;
        this.pages = pages;
        this.clock = clock;
    }

    /** Where a person is on the page of an act. */
    private record Place(Act act, Application application, String person, Locale language) {}

    @GetMapping("/mina-sidor/{reference}/{act}")
    String show(
            @PathVariable Reference reference,
            @PathVariable String act,
            Authentication who,
            Locale language,
            HttpServletResponse response,
            Model model) {
        var place = place(reference, act, who, language);
        fill(place, model);
        if (!door.may(place.act().right(), place.application(), who)) {
            return refuse(response, model, HttpStatus.FORBIDDEN, "right");
        }
        if (!open.isOpen(place.act(), place.application())) {
            return refuse(response, model, HttpStatus.CONFLICT, "closed");
        }
        var written = typed.open(place.person(), reference, place.act());
        draw(place, written.answers(), Map.of(), null, written.token(), model);
        model.addAttribute("token", written.token());
        model.addAttribute("savedAt", written.savedAt());
        return PAGE;
    }

    @PostMapping("/mina-sidor/{reference}/{act}")
    String send(
            @PathVariable Reference reference,
            @PathVariable String act,
            @RequestParam(required = false) UUID token,
            @RequestParam(defaultValue = "") String then,
            @RequestParam MultiValueMap<String, String> parameters,
            NativeWebRequest request,
            Authentication who,
            Locale language,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var place = place(reference, act, who, language);
        fill(place, model);
        if (!door.may(place.act().right(), place.application(), who)) {
            return refuse(response, model, HttpStatus.FORBIDDEN, "right");
        }
        var schema = form(place).schema();
        var before = typed.open(place.person(), reference, place.act());
        var folder = before.token();
        // A token that was not issued to this person for this page is not used.
        var page = token != null && typed.isSent(token, place.person(), reference, place.act()) ? token : folder;
        var read = PostedAnswers.read(schema, null, parameters, before.answers());
        var refused = files.receive(request, folder, schema, place.person(), language);
        if (parameters.containsKey(REMOVE_FILE)) {
            files.remove(folder, String.valueOf(parameters.getFirst(REMOVE_FILE)));
        }
        var stays = parameters.containsKey(UPLOAD) || parameters.containsKey(REMOVE_FILE);
        if (read.isRowChange() || stays || then.equals("save") || !refused.isEmpty()) {
            typed.save(place.person(), reference, place.act(), read.answers());
            return !read.isRowChange() && !stays && refused.isEmpty()
                    ? saved(place, next)
                    : again(place, read, refused, folder, model);
        }
        return submit(place, read, page, response, model, next);
    }

    private Opened form(Place place) {
        return acts.form(place.act(), place.application(), place.person(), place.language());
    }

    private String submit(
            Place place,
            PostedAnswers.Read read,
            UUID page,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var reference = place.application().reference();
        try {
            var result = acts.submit(
                    place.act(), place.application(), place.person(), page, read.answers(), place.language());
            switch (result) {
                case RECEIVED, REPEATED -> {
                    next.addFlashAttribute("sent", place.act());
                    next.addFlashAttribute("sentAt", clock.instant());
                    next.addAttribute("reference", reference);
                    return "redirect:/mina-sidor/{reference}";
                }
                case OTHER_BEFORE -> model.addAttribute("otherBefore", true);
                case CLOSED -> model.addAttribute("refused", "closed");
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            return kept(place, read, Map.of(), model);
        } catch (Rejected refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return kept(place, read, refused.messages(), model);
        }
    }

    /** Shows the page again with everything that was typed, which is stored before. */
    private String kept(Place place, PostedAnswers.Read read, Map<String, String> problems, Model model) {
        var reference = place.application().reference();
        var token = typed.open(place.person(), reference, place.act()).token();
        typed.save(place.person(), reference, place.act(), read.answers());
        return again(place, read, problems, token, model);
    }

    private String again(Place place, PostedAnswers.Read read, Map<String, String> problems, UUID token, Model model) {
        draw(place, read.answers(), problems, read.focus(), token, model);
        model.addAttribute("token", token);
        model.addAttribute("savedAt", clock.instant());
        return PAGE;
    }

    private static String saved(Place place, RedirectAttributes next) {
        next.addFlashAttribute("kept", place.act());
        next.addAttribute("reference", place.application().reference());
        return "redirect:/mina-sidor/{reference}";
    }

    private Place place(Reference reference, String act, Authentication who, Locale language) {
        var application = door.open(reference, who);
        return new Place(
                Act.at(act).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                application,
                who.getName(),
                language);
    }

    private void fill(Place place, Model model) {
        var own = cases.read(place.application());
        model.addAttribute("case", own);
        model.addAttribute("act", place.act());
        model.addAttribute("today", SwedishDate.on(clock.instant()));
        model.addAttribute(
                "duty",
                own.duties().stream()
                        .filter(duty -> duty.act() == place.act())
                        .findFirst()
                        .orElse(null));
        model.addAttribute("mayAskForTime", open.isOpen(Act.MORE_TIME, place.application()));
        model.addAttribute("demandFrom", open.demandFrom(place.application()));
    }

    private void draw(
            Place place,
            Map<String, Object> answers,
            Map<String, String> problems,
            String focus,
            UUID token,
            Model model) {
        var form = form(place);
        var atQuestions = new LinkedHashMap<>(problems);
        model.addAttribute("refusal", atQuestions.remove(""));
        var page = pages.page(
                form.schema(),
                null,
                acts.answered(form.schema(), answers, token),
                form.shown(),
                atQuestions,
                place.language(),
                files.shown(token, place.language()));
        model.addAttribute("page", focus == null ? page : page.at(focus));
        model.addAttribute("documents", !FormUpload.of(form.schema()).isEmpty());
    }

    private static String refuse(HttpServletResponse response, Model model, HttpStatus status, String why) {
        response.setStatus(status.value());
        model.addAttribute("refused", why);
        return PAGE;
    }
}
