package se.tidig.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.tidig.call.Call;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;

/** Lists the calls that are open, upcoming and recently closed. */
@Controller
class StartPage {

    /** How long a closed call stays on the start page. */
    private static final Duration RECENTLY = Duration.ofDays(365);

    private final Calls calls;
    private final Clock clock;

    StartPage(Calls calls, Clock clock) {
        this.calls = calls;
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
                        Comparator.comparing(StartPage::closing).reversed()));
        return "start";
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
}
