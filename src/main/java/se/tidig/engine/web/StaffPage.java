package se.tidig.engine.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.Actor;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffAccountService;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffGroups;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.WorkerAccount;
import se.tidig.organisation.Board;

/**
 * Lets an administrator create and end accounts and put people into groups, also groups that a process owner has added.
 */
@Controller
@RequestMapping("/personal")
class StaffPage {

    private static final String BACK = "redirect:/personal";

    private final StaffRegister register;
    private final StaffAccountService accounts;
    private final StaffGroups groups;

    StaffPage(StaffRegister register, StaffAccountService accounts, StaffGroups groups) {
        this.register = register;
        this.accounts = accounts;
        this.groups = groups;
    }

    /** @param opened id of the person whose forms are shown; the page of all people's would be too heavy */
    @GetMapping
    String show(@RequestParam(name = "visa", defaultValue = "") String opened, Authentication who, Model model) {
        checkAdministrator(who);
        if (!model.containsAttribute("edited")) {
            model.addAttribute("edited", opened);
        }
        fill(model);
        model.addAttribute("added", PersonInput.EMPTY);
        return "engine/staff";
    }

    @PostMapping
    ModelAndView add(PersonInput added, Authentication who, Model model, RedirectAttributes next) {
        checkAdministrator(who);
        checkGroups(added.group());
        var wrong = added.wrongId()
                .or(() -> register.isTaken(added.id()) ? Optional.of("taken") : Optional.empty())
                .or(added::wrongDetails)
                .or(() -> wrongBoards(added.group(), added.details().boards()));
        if (wrong.isPresent()) {
            fill(model);
            model.addAttribute("added", added);
            model.addAttribute("wrong", "staff.wrong." + wrong.get());
            return new ModelAndView("engine/staff", model.asMap(), HttpStatus.BAD_REQUEST);
        }
        var first = accounts.add(added.id(), added.details(), new TreeSet<>(added.group()), Actor.of(who.getName()));
        next.addFlashAttribute("done", "staff.added");
        tellPassword(next, added.id(), added.name(), first);
        return new ModelAndView(BACK);
    }

    @PostMapping("/{person}")
    String assign(
            @PathVariable String person,
            @RequestParam(name = "group", defaultValue = "") List<String> chosen,
            Authentication who,
            RedirectAttributes next) {
        var staff = checked(person, who);
        checkGroups(chosen);
        if (person.equals(who.getName()) && !chosen.contains(StaffGroup.ADMINISTRATORS.id())) {
            next.addFlashAttribute("wrong", "staff.refused");
        } else if (wrongBoards(chosen, staff.boards()).isPresent()) {
            next.addFlashAttribute("wrong", "staff.wrong.administrator");
        } else {
            accounts.assign(person, new TreeSet<>(chosen), Actor.of(who.getName()));
            tell(next, "staff.assigned", staff);
        }
        return BACK;
    }

    @PostMapping("/{person}/uppgifter")
    String change(@PathVariable String person, PersonInput changed, Authentication who, RedirectAttributes next) {
        var staff = checked(person, who);
        var wrong = changed.wrongDetails()
                .or(() -> wrongBoards(staff.groups(), changed.details().boards()));
        if (wrong.isPresent()) {
            next.addFlashAttribute("wrong", "staff.wrong." + wrong.get());
            next.addFlashAttribute("edited", person);
            next.addFlashAttribute("edit", changed);
        } else {
            accounts.change(person, changed.details(), Actor.of(who.getName()));
            tell(next, "staff.changed", staff);
        }
        return BACK;
    }

    @PostMapping("/{person}/losenord")
    String renewPassword(@PathVariable String person, Authentication who, RedirectAttributes next) {
        var staff = checked(person, who);
        if (person.equals(who.getName())) {
            next.addFlashAttribute("wrong", "staff.ownPassword");
        } else {
            next.addFlashAttribute("done", "staff.renewed");
            tellPassword(next, person, staff.name(), accounts.renewPassword(person, Actor.of(who.getName())));
        }
        return BACK;
    }

    @PostMapping("/{person}/frigor")
    String freeTasks(@PathVariable String person, Authentication who, RedirectAttributes next) {
        var staff = checked(person, who);
        accounts.freeTasks(person, Actor.of(who.getName()));
        tell(next, "staff.freed", staff);
        return BACK;
    }

    @PostMapping("/{person}/avsluta")
    String end(@PathVariable String person, Authentication who, RedirectAttributes next) {
        var staff = checked(person, who);
        if (person.equals(who.getName())) {
            next.addFlashAttribute("wrong", "staff.ownEnd");
        } else {
            accounts.end(person, Actor.of(who.getName()));
            tell(next, "staff.ended", staff);
        }
        return BACK;
    }

    @PostMapping("/{person}/oppna")
    String resume(@PathVariable String person, Authentication who, RedirectAttributes next) {
        var staff = checked(person, who);
        next.addFlashAttribute("done", "staff.resumed");
        tellPassword(next, person, staff.name(), accounts.resume(person, Actor.of(who.getName())));
        return BACK;
    }

    private void fill(Model model) {
        model.addAttribute("groups", groups.all());
        model.addAttribute("boards", Board.values());
        model.addAttribute(
                "people",
                register.everybody().stream()
                        .filter(person -> !person.groups().contains(WorkerAccount.GROUP))
                        .map(person -> new Shown(
                                person,
                                person.id().equals(model.getAttribute("edited"))
                                                && model.getAttribute("edit") instanceof PersonInput wrong
                                        ? wrong
                                        : PersonInput.of(person)))
                        .toList());
    }

    /** A person and the content of their form: the stored values, or what was filled in and is still wrong. */
    record Shown(Staff staff, PersonInput form) {}

    private static void tell(RedirectAttributes next, String done, Staff person) {
        next.addFlashAttribute("done", done);
        next.addFlashAttribute("doneTo", person.name());
    }

    private static void tellPassword(RedirectAttributes next, String id, String name, String password) {
        next.addFlashAttribute("doneTo", name);
        next.addFlashAttribute("account", id);
        next.addFlashAttribute("password", password);
    }

    private static Optional<String> wrongBoards(Collection<String> groups, Set<Board> boards) {
        return Staff.isPossible(Set.copyOf(groups), boards) ? Optional.empty() : Optional.of("administrator");
    }

    private Staff checked(String person, Authentication who) {
        checkAdministrator(who);
        return register.findEver(person)
                .filter(found -> !found.groups().contains(WorkerAccount.GROUP))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void checkGroups(Collection<String> chosen) {
        var known = new TreeSet<String>();
        groups.all().forEach(group -> known.add(group.id()));
        if (!known.containsAll(chosen)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private void checkAdministrator(Authentication who) {
        if (register.find(who.getName()).stream().noneMatch(person -> person.isIn(StaffGroup.ADMINISTRATORS))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
