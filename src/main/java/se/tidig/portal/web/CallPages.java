package se.tidig.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.Sek;
import se.tidig.call.Call;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.call.Earmark;
import se.tidig.call.FollowUps;

/** The start page with the calls, and the page of each. */
@Controller
class CallPages {

    /** How long a closed call stays on the start page. */
    private static final Duration RECENTLY = Duration.ofDays(365);

    private final Calls calls;
    private final FollowUps followUps;
    private final CallWords words;
    private final JdbcClient jdbc;
    private final Clock clock;

    CallPages(Calls calls, FollowUps followUps, CallWords words, JdbcClient jdbc, Clock clock) {
        this.calls = calls;
        this.followUps = followUps;
        this.words = words;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @GetMapping("/")
    String start(Model model) {
        var shown = calls.shown();
        var earliest = clock.instant().minus(RECENTLY);
        model.addAttribute("open", calls.open());
        model.addAttribute(
                "upcoming",
                sorted(shown, call -> call.status() == CallStatus.APPROVED, Comparator.comparing(Call::opensAt)));
        model.addAttribute(
                "closed",
                sorted(
                        shown,
                        call -> call.status().compareTo(CallStatus.OPEN) > 0
                                && closing(call).isAfter(earliest),
                        Comparator.comparing(CallPages::closing).reversed()));
        return "start";
    }

    @GetMapping("/utlysningar/{reference}")
    String call(@PathVariable String reference, Locale language, Model model) {
        var call = calls.find(reference)
                .filter(found -> found.status().isPublic())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("call", call);
        model.addAttribute("categories", words.categories(call, language));
        model.addAttribute(
                "areas",
                call.earmarks().stream()
                        .map(Earmark::focusArea)
                        .distinct()
                        .collect(Collectors.toMap(area -> area, area -> words.area(area, language))));
        if (call.outcomeAt() != null) {
            model.addAttribute("figures", followUps.current(reference));
            model.addAttribute("grants", grants(reference));
        }
        return "call";
    }

    /** Read at once: there may be thousands, and the page is for everybody. */
    private List<PublicGrant> grants(String call) {
        return jdbc
                .sql(
                        """
                        select d.reference, a.applicant_name, d.amount
                        from tidig.decision d join tidig.application a on a.reference = d.reference
                        where d.call = ? and d.kind in ('GRANT', 'PARTIAL')
                        """)
                .param(call)
                .query((row, number) -> new PublicGrant(
                        row.getString("applicant_name"),
                        row.getString("reference"),
                        Sek.of(row.getBigDecimal("amount"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(PublicGrant::recipient).thenComparing(PublicGrant::reference))
                .toList();
    }

    private static Instant closing(Call call) {
        return call.closedAt() == null ? call.closesAt() : call.closedAt();
    }

    private static List<Call> sorted(List<Call> calls, Predicate<Call> which, Comparator<Call> order) {
        return calls.stream()
                .filter(which)
                .sorted(order.thenComparing(Call::reference))
                .toList();
    }

    /** A grant as the public sees it. */
    public record PublicGrant(String recipient, String reference, Sek amount) {}
}
