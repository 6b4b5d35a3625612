package se.tidig.portal.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tidig.engine.LogInServices;
import se.tidig.engine.LogInServices.LogInService;

@Controller
class LoginPage {

    /** What the address says if a log-in was refused. */
    private static final List<String> REFUSALS =
            List.of("fel", "vanta", "obekraftat", "okand", "utanadress", "svag", "nere", "avbruten");

    private final List<LogInService> applicants;
    private final List<LogInService> staff;

    LoginPage(ObjectProvider<LogInServices> services) {
        applicants =
                services.stream().flatMap(all -> all.forApplicants().stream()).toList();
        staff = services.stream().flatMap(all -> all.forStaff().stream()).toList();
    }

    @GetMapping("/login")
    String login(
            @RequestParam Optional<String> utgangen,
            @RequestParam Optional<String> vanta,
            @RequestParam Optional<String> underskrift,
            @RequestParam Map<String, String> told,
            Model model) {
        // To sign, the person logs in at this service.
        var stronger = applicants.stream()
                .filter(service -> service.id().equals(underskrift.orElse(null)))
                .findFirst();
        if (stronger.isPresent()) {
            model.addAttribute("service", stronger.get());
            return "login-to-sign";
        }
        // Whether the person was logged in before.
        model.addAttribute("ended", utgangen.isPresent());
        model.addAttribute("refused", REFUSALS.stream().anyMatch(told::containsKey));
        model.addAttribute("services", applicants);
        model.addAttribute("staffServices", staff);
        model.addAttribute("minutes", minutes(vanta.orElse("")));
        return "login";
    }

    /** How long the person must wait; an address that somebody has made up says as much as ten minutes. */
    private static int minutes(String given) {
        return given.matches("[1-9]\\d?") ? Integer.parseInt(given) : 10;
    }
}
