package se.tidig.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;
import se.tidig.organisation.EmailAddress;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.Organisation;
import se.tidig.organisation.OrganisationNumber;
import se.tidig.organisation.OrganisationPeopleService;
import se.tidig.organisation.OrganisationPeopleService.Standing;
import se.tidig.organisation.OrganisationRefusal;
import se.tidig.organisation.Organisations;
import se.tidig.organisation.PlainName;
import se.tidig.organisation.Right;

/** A person's organisations: which they act for, who else does, and with which right. */
@Controller
class OrganisationPage {

    private static final String LIST = "/organisationer";

    private final ApplicantAccounts accounts;
    private final Memberships memberships;
    private final Organisations organisations;
    private final OrganisationPeopleService people;
    private final DisplayRuleSource bundle;
    private final AccountWords words;

    OrganisationPage(
            ApplicantAccounts accounts,
            Memberships memberships,
            Organisations organisations,
            OrganisationPeopleService people,
            DisplayRuleSource bundle,
            AccountWords words) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.organisations = organisations;
        this.people = people;
        this.bundle = bundle;
        this.words = words;
    }

    @GetMapping(LIST)
    String list(Authentication who, Model model) {
        return list(person(who), Map.of(), "", model);
    }

    private ApplicantPerson person(Authentication who) {
        return accounts.find(who.getName()).orElseThrow();
    }

    private String list(ApplicantPerson person, Map<String, String> errors, String number, Model model) {
        model.addAttribute("own", memberships.of(person.id()));
        model.addAttribute("invitations", people.invitationsTo(person));
        model.addAttribute("requests", people.requestsBy(person));
        model.addAttribute("errors", errors);
        model.addAttribute("number", number);
        return "organisation/list";
    }

    /** The legal forms that the application form offers, so that their words stand once. */
    private Map<String, String> types(Locale language) {
        return bundle.current()
                .form("application", language)
                .map(form -> form.options("organisationType"))
                .orElse(Map.of());
    }

    @GetMapping(LIST + "/ny")
    String add(
            @RequestParam(defaultValue = "") String number,
            Authentication who,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var read = OrganisationNumber.read(number);
        if (read.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            var errors = words.errors(locale).add(true, "number", "organisation.wrong.number");
            return list(person(who), errors.found(), number, model);
        }
        var known = organisations.findById(read.get().digits());
        return addPage(
                person(who),
                read.get(),
                known.map(Organisation::name).orElse(""),
                known.map(Organisation::type).orElse(""),
                "",
                Map.of(),
                locale,
                model);
    }

    private String addPage(
            ApplicantPerson person,
            OrganisationNumber number,
            String name,
            String type,
            String position,
            Map<String, String> errors,
            Locale locale,
            Model model) {
        model.addAttribute("standing", people.standing(person, number));
        model.addAttribute("digits", number.digits());
        model.addAttribute("written", Organisation.written(number.digits()));
        model.addAttribute("name", name);
        model.addAttribute("type", type);
        model.addAttribute("types", types(locale));
        model.addAttribute("position", position);
        model.addAttribute("errors", errors);
        return "organisation/add";
    }

    @PostMapping(LIST + "/ny")
    String claim(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String position,
            Authentication who,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var read = OrganisationNumber.read(number);
        if (read.isEmpty()) {
            return add(number, who, locale, model, response);
        }
        var person = person(who);
        // Nobody renames an organisation that is known.
        var known = organisations.findById(read.get().digits());
        var plain = known.map(Organisation::name).or(() -> PlainName.read(name).map(PlainName::text));
        var post = PlainName.read(position);
        var errors = words.errors(locale)
                .add(plain.isEmpty(), "name", "organisation.wrong.name")
                .add(known.isEmpty() && !types(locale).containsKey(type), "type", "organisation.wrong.type")
                .add(post.isEmpty(), "position", "organisation.wrong.position");
        if (errors.any()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return addPage(person, read.get(), name, type, position, errors.found(), locale, model);
        }
        return refusable(LIST, next, () -> {
            var standing = people.claim(
                    person,
                    read.get(),
                    plain.get(),
                    types(locale).containsKey(type) ? type : null,
                    post.orElseThrow().text());
            tell(next, standing == Standing.UNKNOWN ? "founded" : "asked", plain.get());
            return LIST;
        });
    }

    /** The page to go to; what is refused is told there. */
    private static String refusable(String back, RedirectAttributes next, Supplier<String> act) {
        try {
            return "redirect:" + act.get();
        } catch (OrganisationRefusal refused) {
            next.addFlashAttribute("refused", refused.reason().name());
            return "redirect:" + back;
        }
    }

    private static void tell(RedirectAttributes next, String done, String about) {
        next.addFlashAttribute("done", done);
        next.addFlashAttribute("about", about);
    }

    @PostMapping(LIST + "/inbjudan/{invitation}")
    String answer(
            @PathVariable UUID invitation,
            @RequestParam(defaultValue = "") String answer,
            Authentication who,
            RedirectAttributes next) {
        if (!List.of("yes", "no").contains(answer)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return refusable(LIST, next, () -> {
            var answered = people.answer(person(who), invitation, answer.equals("yes"));
            tell(next, answer.equals("yes") ? "accepted" : "declined", answered.organisationName());
            return LIST;
        });
    }

    @GetMapping(LIST + "/{number}")
    String circle(@PathVariable String number, Authentication who, Locale locale, Model model) {
        return circlePage(person(who), number, Map.of(), "", Right.WRITE, locale, model);
    }

    private String circlePage(
            ApplicantPerson person,
            String number,
            Map<String, String> errors,
            String email,
            Right right,
            Locale locale,
            Model model) {
        var circle = people.circle(person, number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("circle", circle);
        model.addAttribute("type", circle.type() == null ? null : types(locale).get(circle.type()));
        model.addAttribute("person", person);
        model.addAttribute("rights", EnumSet.allOf(Right.class));
        model.addAttribute("errors", errors);
        model.addAttribute("email", email);
        model.addAttribute("chosen", right);
        return "organisation/circle";
    }

    @PostMapping(LIST + "/{number}/inbjudningar")
    String invite(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "right", defaultValue = "WRITE") Right right,
            Authentication who,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var person = person(who);
        mayKnow(person, number);
        var address = EmailAddress.read(email);
        if (address.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            var errors = words.errors(locale).add(true, "email", "account.wrong.email");
            return circlePage(person, number, errors.found(), email, right, locale, model);
        }
        return change(
                number,
                next,
                "invited",
                address.get().text(),
                () -> people.invite(person, number, address.get().text(), right, locale));
    }

    /** To a person of another organisation, this one does not exist. */
    private void mayKnow(ApplicantPerson person, String number) {
        if (memberships.of(person.id(), number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private String change(String number, RedirectAttributes next, String done, String about, Runnable act) {
        var page = LIST + "/" + number;
        try {
            act.run();
        } catch (OrganisationRefusal refused) {
            if (refused.reason() == OrganisationRefusal.Reason.NOT_SUBMIT) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            next.addFlashAttribute("refused", refused.reason().name());
            return "redirect:" + page;
        }
        tell(next, done, about);
        return "redirect:" + page;
    }

    @PostMapping(LIST + "/{number}/inbjudningar/{invitation}/ta-tillbaka")
    String withdraw(
            @PathVariable String number, @PathVariable UUID invitation, Authentication who, RedirectAttributes next) {
        var person = person(who);
        mayKnow(person, number);
        return change(number, next, "withdrawn", "", () -> people.withdraw(person, number, invitation));
    }

    /** @param right the right that the person gets; left out if the request is declined */
    @PostMapping(LIST + "/{number}/begaran/{request}")
    String answerRequest(
            @PathVariable String number,
            @PathVariable UUID request,
            @RequestParam Optional<Right> right,
            Authentication who,
            RedirectAttributes next) {
        var person = person(who);
        mayKnow(person, number);
        return change(
                number,
                next,
                right.isPresent() ? "admitted" : "refused",
                "",
                () -> people.answerRequest(person, number, request, right));
    }

    @PostMapping(LIST + "/{number}/kollegor/{colleague}")
    String change(
            @PathVariable String number,
            @PathVariable UUID colleague,
            @RequestParam Right right,
            Authentication who,
            RedirectAttributes next) {
        var person = person(who);
        mayKnow(person, number);
        return change(
                number, next, "changed", nameOf(colleague), () -> people.change(person, number, colleague, right));
    }

    private String nameOf(UUID colleague) {
        return accounts.find(colleague).map(ApplicantPerson::name).orElse("");
    }

    @PostMapping(LIST + "/{number}/kollegor/{colleague}/ta-bort")
    String remove(
            @PathVariable String number, @PathVariable UUID colleague, Authentication who, RedirectAttributes next) {
        var person = person(who);
        mayKnow(person, number);
        var page = change(number, next, "removed", nameOf(colleague), () -> people.remove(person, number, colleague));
        return memberships.of(person.id(), number).isEmpty() ? "redirect:" + LIST : page;
    }
}
