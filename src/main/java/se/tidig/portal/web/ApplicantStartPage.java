package se.tidig.portal.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.application.ApplicationStatus;
import se.tidig.casefile.PublicStages;
import se.tidig.casefile.PublicStages.Reached;
import se.tidig.notification.Subscriptions;
import se.tidig.organisation.Board;

/** The applicant's start page: the cases with the address that they log in with, and the mails that they want. */
@Controller
class ApplicantStartPage {

    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;
    private final PublicStages stages;

    ApplicantStartPage(JdbcClient jdbc, Subscriptions subscriptions, PublicStages stages) {
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
        this.stages = stages;
    }

    @GetMapping("/mina-sidor")
    String show(Authentication who, Model model) {
        model.addAttribute("cases", cases(who.getName()));
        model.addAttribute("boards", Board.values());
        model.addAttribute("subscribed", subscriptions.of(who.getName()));
        return "my-pages";
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

    private List<OwnCase> cases(String email) {
        return jdbc.sql(
                        """
                        select a.reference, a.call, a.applicant_name, a.answers ->> 'title' as project, a.status,
                            a.received_at
                        from tidig.application a where lower(a.email) = lower(?)
                        order by a.received_at desc, a.reference
                        """)
                .param(email)
                .query((row, number) -> new OwnCase(
                        row.getString("reference"),
                        row.getString("call"),
                        row.getString("applicant_name"),
                        row.getString("project"),
                        ApplicationStatus.valueOf(row.getString("status")),
                        row.getTimestamp("received_at").toInstant(),
                        stages.of(row.getString("reference"))))
                .list();
    }

    /**
     * A case as its applicant sees it.
     *
     * @param stages that the case has reached, in order
     */
    public record OwnCase(
            String reference,
            String call,
            String applicant,
            String project,
            ApplicationStatus status,
            Instant receivedAt,
            List<Reached> stages) {}
}
