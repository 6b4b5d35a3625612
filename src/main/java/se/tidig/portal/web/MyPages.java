package se.tidig.portal.web;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.tidig.application.ApplicationStatus;

/** The applicant's start page: their cases, found by the address that they log in with. */
@Controller
class MyPages {

    private final JdbcClient jdbc;

    MyPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/mina-sidor")
    String show(Authentication who, Model model) {
        model.addAttribute("cases", cases(who.getName()));
        return "my-pages";
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
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    /** A case as its applicant sees it. */
    public record OwnCase(
            String reference,
            String call,
            String applicant,
            String project,
            ApplicationStatus status,
            Instant receivedAt) {}
}
