package se.tidig.mypages.web;

import java.time.Clock;
import java.time.LocalDate;
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
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.BegunApplications;
import se.tidig.application.BegunApplications.Begun;
import se.tidig.application.WaitingDrafts;
import se.tidig.mypages.Duty;
import se.tidig.mypages.OwnCase;
import se.tidig.mypages.OwnCaseReader;
import se.tidig.notification.Subscriptions;
import se.tidig.organisation.Board;
import se.tidig.organisation.Membership;

/** What the person must do first, then all cases of the organisations that they act for, and the mails they want. */
@Controller
class MyPagesPage {

    /** How many days before its last day a task is marked. */
    private static final int SOON = 14;

    private final PartyDoor door;
    private final OwnCaseReader cases;
    private final BegunApplications begun;
    private final WaitingDrafts waiting;
    private final Subscriptions subscriptions;
    private final Clock clock;

    MyPagesPage(
            PartyDoor door,
            OwnCaseReader cases,
            BegunApplications begun,
            WaitingDrafts waiting,
            Subscriptions subscriptions,
            Clock clock) {
        this.door = door;
        this.cases = cases;
        this.begun = begun;
        this.waiting = waiting;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /**
     * Something to do: a duty in a case, an application to finish or to sign, or an invitation to answer.
     *
     * @param kind names its words in the message files
     * @param reference of the case or the call
     * @param path of the page on which it is done
     * @param may whether the person has the right that it needs
     */
    record Task(String kind, LocalDate dueOn, Reference reference, String project, String path, boolean may) {

        public long daysLeft(LocalDate today) {
            return dueOn == null ? 0 : SwedishDate.daysLeft(today, dueOn);
        }

        public boolean isSoon(LocalDate today) {
            return dueOn != null && daysLeft(today) <= SOON;
        }
    }

    @GetMapping("/mina-sidor")
    String show(Authentication who, Model model) {
        var organisations = door.organisations(who);
        var own = organisations.stream()
                .map(Membership::organisationNumber)
                .flatMap(number -> cases.of(number).stream())
                .toList();
        model.addAttribute("organisations", organisations);
        model.addAttribute("tasks", tasks(own, who));
        model.addAttribute("cases", own.stream().filter(one -> !one.isOver()).toList());
        model.addAttribute("ended", own.stream().filter(OwnCase::isOver).toList());
        model.addAttribute("shared", waiting.sharedWith(who.getName()));
        model.addAttribute("today", SwedishDate.on(clock.instant()));
        model.addAttribute("boards", Board.values());
        model.addAttribute("subscribed", subscriptions.of(who.getName()));
        return "mypages/my-pages";
    }

    /** What is due first stands first; what has no last day stands last. */
    private List<Task> tasks(List<OwnCase> own, Authentication who) {
        var tasks = new ArrayList<Task>();
        own.forEach(one -> one.duties().forEach(duty -> tasks.add(task(duty, one, who))));
        begun.begunOf(who.getName()).forEach(one -> tasks.add(task(one)));
        waiting.toSign(who.getName())
                .forEach(one -> tasks.add(new Task(
                        "SECOND_SIGNATURE",
                        null,
                        one.reference(),
                        one.title(),
                        "/utkast/" + one.draft() + "/underskrift",
                        true)));
        waiting.invitedTo(who.getName())
                .forEach(one -> tasks.add(new Task(
                        "DRAFT_INVITATION",
                        null,
                        one.call(),
                        one.organisation(),
                        "/utkast/" + one.draft() + "/inbjudan",
                        true)));
        tasks.sort(Comparator.comparing(Task::dueOn, Comparator.nullsLast(Comparator.naturalOrder())));
        return tasks;
    }

    private Task task(Duty duty, OwnCase one, Authentication who) {
        var may = door.may(duty.act().right(), one.application(), who);
        return new Task(
                duty.kind().name(),
                duty.dueOn(),
                duty.reference(),
                one.project(),
                may ? duty.path() : "/mina-sidor/" + duty.reference(),
                may);
    }

    private static Task task(Begun one) {
        return new Task(
                "DRAFT",
                SwedishDate.lastDay(one.closesAt()),
                Reference.of(one.call()),
                one.title() == null ? one.organisation() : one.title(),
                "/utkast/" + one.draft(),
                true);
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
