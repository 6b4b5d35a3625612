package se.tidig.application.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.application.draft.DraftFileService;
import se.tidig.application.draft.DraftPage;
import se.tidig.application.draft.DraftService;
import se.tidig.application.draft.OpenDraft;
import se.tidig.application.draft.Saved;
import se.tidig.application.draft.Visit;
import se.tidig.call.Calls;
import se.tidig.document.UploadRefused;
import se.tidig.form.FormPart;
import se.tidig.form.FormUpload;
import se.tidig.form.PostedAnswers;

/**
 * One part of a draft. What is sent is saved whatever is wrong with it; then the page is shown again with what must be
 * changed, or the next part is.
 */
@Controller
class DraftPartPage {

    /** The fields of the page itself; a question's key has no hyphen. */
    private static final String VERSION = "draft-version";

    private static final String PAGE = "draft-page";

    private static final String REFUSED_FILES = "refusedFiles";

    private final DraftService drafts;
    private final DraftFileService files;
    private final DraftDesk desk;
    private final DraftWords words;
    private final Calls calls;

    DraftPartPage(DraftService drafts, DraftFileService files, DraftDesk desk, DraftWords words, Calls calls) {
        this.drafts = drafts;
        this.files = files;
        this.desk = desk;
        this.words = words;
        this.calls = calls;
    }

    @GetMapping("/utkast/{id}/{part}")
    String show(
            @PathVariable UUID id,
            @PathVariable String part,
            @RequestParam(name = "fel", required = false) String faulty,
            Authentication who,
            Locale language,
            Model model) {
        var draft = drafts.open(who.getName(), id);
        if (draft.draft().submitted()) {
            return "redirect:/utkast/" + id + "/kvitto";
        }
        var parts = desk.parts(draft, language);
        var at = place(parts, part);
        if (draft.mayWrite()) {
            drafts.visit(who.getName(), id, part);
        }
        var page = desk.page(draft, part, faulty != null, refusedFiles(model), language);
        var focus = (String) model.getAttribute("focus");
        var others = drafts.others(who.getName(), id).stream()
                .filter(visit -> visit.part().equals(part))
                .toList();
        var saved = draft.savedParts().get(part);
        model.addAttribute("draft", draft);
        model.addAttribute("call", calls.get(draft.draft().call()));
        model.addAttribute("parts", parts);
        model.addAttribute("number", at + 1);
        model.addAttribute("page", focus == null ? page : page.at(focus));
        model.addAttribute("next", at + 1 < parts.size() ? parts.get(at + 1).id() : null);
        model.addAttribute("shownPage", UUID.randomUUID());
        model.addAttribute("documents", page.questions().stream().anyMatch(question -> !question.documents()
                .isEmpty()));
        model.addAttribute(
                "waiting", draft.conflicts().stream().anyMatch(conflict -> stands(part, conflict.question())));
        model.addAttribute("saved", saved);
        model.addAttribute("others", others);
        model.addAttribute(
                "names",
                words.names(
                        Stream.concat(
                                        others.stream().map(Visit::person),
                                        Stream.ofNullable(saved).map(last -> last.by()))
                                .distinct()
                                .toList(),
                        who.getName(),
                        language));
        return "application/part";
    }

    /** Why files that were just sent were not taken, by the name of the document. */
    private static Map<String, String> refusedFiles(Model model) {
        var refused = new LinkedHashMap<String, String>();
        if (model.getAttribute(REFUSED_FILES) instanceof Map<?, ?> given) {
            given.forEach((name, why) -> refused.put(String.valueOf(name), String.valueOf(why)));
        }
        return refused;
    }

    private boolean stands(String part, String question) {
        return desk.form().parts().stream()
                .filter(group -> group.id().equals(part))
                .anyMatch(group -> DraftListPage.holds(group, question));
    }

    private static int place(List<FormPart> parts, String part) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).id().equals(part)) {
                return i;
            }
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @PostMapping("/utkast/{id}/{part}")
    Object save(
            @PathVariable UUID id,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> sent,
            WebRequest request,
            Authentication who,
            Locale language,
            RedirectAttributes next)
            throws IOException {
        var form = desk.form();
        if (form.parts().stream().noneMatch(group -> group.id().equals(part))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var saved = drafts.save(
                who.getName(),
                id,
                new DraftPage(
                        part,
                        text(sent, PAGE),
                        version(text(sent, VERSION)),
                        before -> PostedAnswers.read(form, part, sent, before)));
        var draft = drafts.open(who.getName(), id);
        if ("fetch".equals(request.getHeader("X-Requested-With"))) {
            return told(draft, part, saved, who.getName(), language);
        }
        if (draft.draft().submitted()) {
            return "redirect:/utkast/" + id + "/kvitto";
        }
        var here = "redirect:/utkast/" + id + "/" + part;
        if (saved.conflicts().stream().anyMatch(question -> stands(part, question))) {
            return here + "/samtidigt";
        }
        if (sent.containsKey("removeFile")) {
            files.remove(who.getName(), id, uuid(text(sent, "removeFile")));
            next.addFlashAttribute("told", words.get("draft.file.removed", language));
            return here;
        }
        var uploaded = upload(draft, request, who.getName(), language);
        if (uploaded != null) {
            if (uploaded.refused().isEmpty()) {
                next.addFlashAttribute("told", uploaded.received());
            } else {
                next.addFlashAttribute(REFUSED_FILES, uploaded.refused());
            }
            return here;
        }
        if (saved.focus() != null) {
            next.addFlashAttribute("focus", saved.focus());
            return here + "#" + saved.focus();
        }
        return switch (text(sent, "then")) {
            case "save" -> here;
            case "parts" -> "redirect:/utkast/" + id;
            default -> onward(draft, part, language, here);
        };
    }

    private String onward(OpenDraft draft, String part, Locale language, String here) {
        if (desk.hasProblems(draft, part, language)) {
            return here + "?fel";
        }
        var parts = desk.parts(draft, language);
        var following = place(parts, part) + 1;
        return "redirect:/utkast/" + draft.draft().id() + "/"
                + (following < parts.size() ? parts.get(following).id() : "granska");
    }

    /** The answer to a page that saves itself as one types. */
    private ResponseEntity<Map<String, Object>> told(
            OpenDraft draft, String part, Saved saved, String me, Locale language) {
        var here = "/utkast/" + draft.draft().id();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("saved", words.get("draft.saved.at", language, words.minute(saved.at(), language)));
        if (draft.draft().submitted()) {
            answer.put("stop", words.get("draft.stop.submitted", language));
            answer.put("link", here + "/kvitto");
        } else if (saved.conflicts().stream().anyMatch(question -> stands(part, question))) {
            answer.put("stop", words.get("draft.stop.conflict", language));
            answer.put("link", here + "/" + part + "/samtidigt");
        } else {
            var others = saved.others().entrySet().stream()
                    .filter(changed -> stands(part, changed.getKey()))
                    .map(Map.Entry::getValue)
                    .distinct()
                    .toList();
            if (!others.isEmpty()) {
                var names = String.join(", ", words.names(others, me, language).values());
                answer.put("others", words.get("draft.others.saved", language, names));
            }
        }
        return ResponseEntity.ok(answer);
    }

    /**
     * What has been said about the files that were sent.
     *
     * @param received of the last file that was taken; null if none was
     * @param refused why files were not taken, by the name of the document
     */
    private record Uploaded(String received, LinkedHashMap<String, String> refused) {}

    /** Takes the files that are sent, whichever button was pressed; null if there are none. */
    private Uploaded upload(OpenDraft draft, WebRequest request, String me, Locale language) throws IOException {
        var multipart = request instanceof ServletWebRequest servlet
                ? servlet.getNativeRequest(MultipartHttpServletRequest.class)
                : null;
        if (multipart == null) {
            return null;
        }
        String received = null;
        var refused = new LinkedHashMap<String, String>();
        for (var asked : FormUpload.of(desk.form())) {
            for (MultipartFile file : multipart.getFiles(asked.name())) {
                if (file.getOriginalFilename() == null
                        || file.getOriginalFilename().isEmpty()) {
                    continue;
                }
                try {
                    received = words.get(
                            "draft.file.received",
                            language,
                            files.receive(me, draft.draft().id(), asked, file.getOriginalFilename(), file.getBytes())
                                    .name());
                } catch (UploadRefused e) {
                    refused.put(asked.name(), words.get("upload.refused." + e.reason(), language, e.name(), e.limit()));
                }
            }
        }
        return received == null && refused.isEmpty() ? null : new Uploaded(received, refused);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }

    /** A version that is none is one that the draft never had: nothing is overwritten by it. */
    private static int version(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
