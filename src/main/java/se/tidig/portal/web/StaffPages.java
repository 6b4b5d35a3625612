package se.tidig.portal.web;

import java.util.List;
import java.util.TreeSet;
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
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffGroups;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.WorkerAccount;

/** An administrator puts people into groups and takes them out, also into groups that a process owner has added. */
@Controller
class StaffPages {

    private final StaffRegister register;
    private final StaffGroups groups;

    StaffPages(StaffRegister register, StaffGroups groups) {
        this.register = register;
        this.groups = groups;
    }

    @GetMapping("/personal")
    String show(Authentication who, Model model) {
        checkAdministrator(who);
        model.addAttribute("groups", groups.all());
        model.addAttribute(
                "people",
                register.all().stream()
                        .filter(person -> !person.groups().contains(WorkerAccount.GROUP))
                        .toList());
        return "staff";
    }

    @PostMapping("/personal/{person}")
    String assign(
            @PathVariable String person,
            @RequestParam(name = "group", defaultValue = "") List<String> chosen,
            Authentication who,
            RedirectAttributes next) {
        checkAdministrator(who);
        var staff = register.find(person)
                .filter(found -> !found.groups().contains(WorkerAccount.GROUP))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var known = new TreeSet<String>();
        groups.all().forEach(group -> known.add(group.id()));
        if (!known.containsAll(chosen)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (person.equals(who.getName()) && !chosen.contains(StaffGroup.ADMINISTRATORS.id())) {
            next.addFlashAttribute("refused", staff.name());
        } else {
            register.assign(staff, new TreeSet<>(chosen), who.getName());
            next.addFlashAttribute("assigned", staff.name());
        }
        return "redirect:/personal";
    }

    private void checkAdministrator(Authentication who) {
        if (register.find(who.getName()).stream().noneMatch(person -> person.isIn(StaffGroup.ADMINISTRATORS))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
