package se.tidig.call.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tidig.call.Call;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.organisation.Board;

/** The first page: the calls that are open, upcoming and recently closed, limited to a county and to areas if asked. */
@Controller
class CallListPage {

    /** How long a closed call stays on the page. */
    private static final Duration RECENTLY = Duration.ofDays(365);

    private final Calls calls;
    private final CallWords words;
    private final Clock clock;

    CallListPage(Calls calls, CallWords words, Clock clock) {
        this.calls = calls;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param county the board's letter; empty for all counties
     * @param areas calls with money for one of them at least; empty for all areas
     */
    @GetMapping("/")
    String list(
            @RequestParam(name = "lan", defaultValue = "") String county,
            @RequestParam(name = "omrade", defaultValue = "") Set<String> areas,
            Locale language,
            Model model) {
        var all = calls.shown().stream().filter(this::isCurrent).toList();
        var chosen = all.stream()
                .filter(call -> county.isEmpty() || call.board().equals(county))
                .filter(call -> areas.isEmpty() || areas.stream().anyMatch(call::hasMoneyFor))
                .toList();
        model.addAttribute("open", sorted(chosen, CallListPage::isOpen, Comparator.comparing(Call::closesAt)));
        model.addAttribute("upcoming", sorted(chosen, CallListPage::isUpcoming, Comparator.comparing(Call::opensAt)));
        model.addAttribute(
                "closed",
                sorted(
                        chosen,
                        call -> call.status().compareTo(CallStatus.OPEN) > 0,
                        Comparator.comparing(CallListPage::closing).reversed()));
        model.addAttribute("counties", counties(all));
        model.addAttribute("county", county);
        model.addAttribute("areas", words.areas(language));
        model.addAttribute("chosenAreas", areas);
        model.addAttribute("limited", chosen.size() < all.size());
        model.addAttribute("now", clock.instant());
        return "call/list";
    }

    private boolean isCurrent(Call call) {
        return isOpen(call)
                || isUpcoming(call)
                || call.status() != CallStatus.CANCELLED
                        && closing(call).isAfter(clock.instant().minus(RECENTLY));
    }

    private static boolean isOpen(Call call) {
        return call.status() == CallStatus.OPEN;
    }

    private static boolean isUpcoming(Call call) {
        return call.status() == CallStatus.APPROVED;
    }

    private static Instant closing(Call call) {
        return call.closedAt() == null ? call.closesAt() : call.closedAt();
    }

    /** The counties that have a call, by letter, in the order of the boards. */
    private static Map<String, String> counties(List<Call> calls) {
        var counties = new LinkedHashMap<String, String>();
        for (var board : Board.values()) {
            if (calls.stream().anyMatch(call -> call.board().equals(board.name()))) {
                counties.put(board.name(), board.county());
            }
        }
        return counties;
    }

    private static List<Call> sorted(List<Call> calls, Predicate<Call> which, Comparator<Call> order) {
        return calls.stream()
                .filter(which)
                .sorted(order.thenComparing(Call::reference))
                .toList();
    }
}
