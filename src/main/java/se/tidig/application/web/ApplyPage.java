package se.tidig.application.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.Reference;
import se.tidig.application.draft.DraftService;
import se.tidig.call.Call;
import se.tidig.call.Calls;
import se.tidig.form.Rejected;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Memberships;

/** Begins an application in a call, or leads to the one that the organisation has begun. */
@Controller
class ApplyPage {

    private final Calls calls;
    private final DraftService drafts;
    private final ApplicantAccounts accounts;
    private final Memberships memberships;

    ApplyPage(Calls calls, DraftService drafts, ApplicantAccounts accounts, Memberships memberships) {
        this.calls = calls;
        this.drafts = drafts;
        this.accounts = accounts;
        this.memberships = memberships;
    }

    @GetMapping("/utlysningar/{reference}/ansok")
    String choose(@PathVariable Reference reference, Authentication who, Model model) {
        var own = own(who);
        if (own.isEmpty()) {
            return "redirect:/organisationer";
        }
        return choice(call(reference), own, model);
    }

    private static String choice(Call call, List<Membership> own, Model model) {
        model.addAttribute("call", call);
        model.addAttribute("organisations", own);
        return "application/apply";
    }

    @PostMapping("/utlysningar/{reference}/ansok")
    String begin(
            @PathVariable Reference reference,
            @RequestParam(required = false) String organisation,
            Authentication who,
            Model model) {
        var own = own(who);
        if (own.isEmpty()) {
            return "redirect:/organisationer";
        }
        var call = call(reference);
        var chosen = organisation != null || own.size() > 1
                ? organisation
                : own.get(0).organisationNumber();
        if (chosen == null || chosen.isBlank()) {
            return choice(call, own, model);
        }
        try {
            return "redirect:/utkast/" + drafts.begin(who.getName(), chosen, reference);
        } catch (Rejected e) {
            model.addAttribute("refusal", e.getMessage());
            return choice(call, own, model);
        }
    }

    private Call call(Reference reference) {
        return calls.find(reference)
                .filter(call -> call.status().isPublic())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Membership> own(Authentication who) {
        return accounts.find(who.getName()).stream()
                .flatMap(person -> memberships.of(person.id()).stream())
                .toList();
    }
}
