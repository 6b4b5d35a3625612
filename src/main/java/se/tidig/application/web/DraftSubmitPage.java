package se.tidig.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tidig.application.draft.DraftService;
import se.tidig.application.draft.DraftSubmissionService;
import se.tidig.application.draft.HandedInAnswers;
import se.tidig.application.draft.MayOnlyRead;
import se.tidig.application.draft.OpenDraft;
import se.tidig.application.draft.Signing;
import se.tidig.application.draft.SigningRefused;
import se.tidig.call.Calls;
import se.tidig.engine.Arrival;
import se.tidig.form.Rejected;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;

/** The declaration: who signs, by what right, and what the person vouches for. Sending it hands the draft in. */
@Controller
class DraftSubmitPage {

    private final DraftService drafts;
    private final DraftSubmissionService submissions;
    private final HandedInAnswers handedIn;
    private final ApplicantAccounts accounts;
    private final DraftWords words;
    private final Calls calls;
    private final Clock clock;

    DraftSubmitPage(
            DraftService drafts,
            DraftSubmissionService submissions,
            HandedInAnswers handedIn,
            ApplicantAccounts accounts,
            DraftWords words,
            Calls calls,
            Clock clock) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.handedIn = handedIn;
        this.accounts = accounts;
        this.words = words;
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping("/utkast/{id}/skicka")
    String show(@PathVariable UUID id, Authentication who, Locale language, Model model) {
        var draft = drafts.open(who.getName(), id);
        if (draft.draft().submitted()) {
            return "redirect:/utkast/" + id + "/kvitto";
        }
        var name = accounts.find(who.getName()).map(ApplicantPerson::name).orElse("");
        var agent = "true".equals(draft.answers().get("hasAgent"))
                && "true".equals(draft.answers().get("agentSigned"));
        var written = new Signing(
                name,
                draft.membership().position(),
                agent ? Signing.Capacity.AGENT : null,
                false,
                false,
                false,
                false,
                null);
        return page(draft, written, Map.of(), language, model);
    }

    private String page(OpenDraft draft, Signing written, Map<String, String> wrong, Locale language, Model model) {
        var call = calls.get(draft.draft().call());
        var now = clock.instant();
        model.addAttribute("draft", draft);
        model.addAttribute("call", call);
        model.addAttribute("written", written);
        model.addAttribute("wrong", wrong);
        model.addAttribute("summary", summary(wrong));
        model.addAttribute("now", words.second(now, language));
        model.addAttribute(
                "last", words.second(call.closesAt().isAfter(now) ? call.closesAt() : call.inTimeUntil(), language));
        model.addAttribute("closed", now.isAfter(call.inTimeUntil()));
        model.addAttribute("two", submissions.asksForTwo());
        model.addAttribute("leftOut", handedIn.of(draft, language).leftOut().size());
        return "application/submit";
    }

    /** The messages by the ids of the fields' first controls. */
    private static Map<String, String> summary(Map<String, String> wrong) {
        var summary = new LinkedHashMap<String, String>();
        wrong.forEach((key, message) -> summary.put(key.isEmpty() ? "declaration" : key, message));
        return summary;
    }

    @PostMapping("/utkast/{id}/skicka")
    String submit(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            Authentication who,
            Locale language,
            Model model) {
        var written = new Signing(
                sent.get("signer"),
                sent.get("role"),
                capacity(sent.get("capacity")),
                sent.containsKey("truthful"),
                sent.containsKey("entitled"),
                sent.containsKey("reports"),
                "true".equals(sent.get("joint")),
                sent.get("second"));
        try {
            submissions.submit(who.getName(), id, written, language, Arrival.of(request));
            return "redirect:/utkast/" + id + "/kvitto";
        } catch (SigningRefused e) {
            return page(drafts.open(who.getName(), id), written, words.get(e.reasons(), language), language, model);
        } catch (MayOnlyRead e) {
            throw e;
        } catch (Rejected e) {
            var closed = Map.of("", words.get("submit.wrong.call", language));
            return page(drafts.open(who.getName(), id), written, closed, language, model);
        }
    }

    private static Signing.Capacity capacity(String sent) {
        return Arrays.stream(Signing.Capacity.values())
                .filter(capacity -> capacity.name().equals(sent))
                .findFirst()
                .orElse(null);
    }
}
