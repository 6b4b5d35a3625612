package se.tidig.call.web;

import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.Reference;
import se.tidig.call.Calls;
import se.tidig.call.Earmark;
import se.tidig.call.FollowUpService;
import se.tidig.call.PublicGrantList;

/** Shows the public a call: its terms, and its outcome once that is published. */
@Controller
class CallPage {

    private final Calls calls;
    private final FollowUpService followUps;
    private final PublicGrantList grants;
    private final CallWords words;
    private final Clock clock;

    CallPage(Calls calls, FollowUpService followUps, PublicGrantList grants, CallWords words, Clock clock) {
        this.calls = calls;
        this.followUps = followUps;
        this.grants = grants;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/utlysningar/{reference}")
    String call(@PathVariable Reference reference, Locale language, Model model) {
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
        model.addAttribute("now", clock.instant());
        if (call.outcomeAt() != null) {
            model.addAttribute("figures", followUps.current(reference));
            model.addAttribute("grants", grants.of(reference));
        }
        return "call/call";
    }
}
