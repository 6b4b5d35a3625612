package se.tidig.mypages.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.SwedishDate;
import se.tidig.mypages.Duty;
import se.tidig.mypages.OwnCase;
import se.tidig.mypages.OwnCaseReader;
import se.tidig.notification.Subscriptions;
import se.tidig.organisation.Board;
import se.tidig.organisation.Membership;

/** What the person must do first, then all cases of the organisations that they act for, and the mails they want. */
@Controller
class MyPagesPage {

    private final PartyDoor door;
    private final OwnCaseReader cases;
    private final Subscriptions subscriptions;
    private final Clock clock;

    MyPagesPage(PartyDoor door, OwnCaseReader cases, Subscriptions subscriptions, Clock clock) {
        this.door = door;
        this.cases = cases;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** A duty with the case that it is in. */
    record Task(Duty duty, OwnCase of) {}

    @GetMapping("/mina-sidor")
    String show(Authentication who, Model model) {
        var organisations = door.organisations(who);
        var own = organisations.stream()
                .map(Membership::organisationNumber)
                .flatMap(number -> cases.of(number).stream())
                .toList();
        model.addAttribute("organisations", organisations);
        model.addAttribute("tasks", tasks(own));
        model.addAttribute("cases", own.stream().filter(one -> !one.isOver()).toList());
        model.addAttribute("ended", own.stream().filter(OwnCase::isOver).toList());
        model.addAttribute("today", SwedishDate.on(clock.instant()));
        model.addAttribute("boards", Board.values());
        model.addAttribute("subscribed", subscriptions.of(who.getName()));
        return "mypages/my-pages";
    }

    /** What is due first stands first; what has no last day stands last. */
    private static List<Task> tasks(List<OwnCase> own) {
        var tasks = new ArrayList<Task>();
        own.forEach(one -> one.duties().forEach(duty -> tasks.add(new Task(duty, one))));
        tasks.sort(Comparator.comparing(task -> task.duty().dueOn(), Comparator.nullsLast(Comparator.naturalOrder())));
        return tasks;
    }

    @PostMapping("/mina-sidor/utlysningar")
    String subscribe(
            @RequestParam(name = "board", defaultValue = "") Set<Board> boards,
            Authentication who,
            RedirectAttributes next) {
        subscriptions.keep(who.getName(), boards);
        next.addFlashAttribute("kept", boards.isEmpty() ? "none" : "some");
        return "redirect:/mina-sidor#calls";
    }
}
