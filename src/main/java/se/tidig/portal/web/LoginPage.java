package se.tidig.portal.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginPage {

    /** How the registration ids of applicants' services begin. */
    private static final String APPLICANTS = "applicant";

    /** What the address says if a log-in was refused. */
    private static final List<String> REFUSALS =
            List.of("fel", "vanta", "obekraftat", "okand", "utanadress", "svag", "avbruten");

    /** The log-in services from the settings, by whether they are for applicants; none by default. */
    private final Map<Boolean, List<ClientRegistration>> services;

    LoginPage(ObjectProvider<InMemoryClientRegistrationRepository> services) {
        this.services = services.stream()
                .flatMap(repository -> StreamSupport.stream(repository.spliterator(), false))
                .collect(Collectors.partitioningBy(
                        service -> service.getRegistrationId().startsWith(APPLICANTS)));
    }

    @GetMapping("/login")
    String login(
            @RequestParam Optional<String> utgangen,
            @RequestParam Optional<String> vanta,
            @RequestParam Optional<String> underskrift,
            @RequestParam Map<String, String> told,
            Model model) {
        // To sign, the person logs in at this service.
        var stronger = services.get(true).stream()
                .filter(service -> service.getRegistrationId().equals(underskrift.orElse(null)))
                .findFirst();
        if (stronger.isPresent()) {
            model.addAttribute("service", stronger.get());
            return "login-to-sign";
        }
        // Whether the person was logged in before.
        model.addAttribute("ended", utgangen.isPresent());
        model.addAttribute("refused", REFUSALS.stream().anyMatch(told::containsKey));
        model.addAttribute("services", services.get(true));
        model.addAttribute("staffServices", services.get(false));
        model.addAttribute("minutes", minutes(vanta.orElse("")));
        return "login";
    }

    /** How long the person must wait; an address that somebody has made up says as much as ten minutes. */
    private static int minutes(String given) {
        return given.matches("[1-9]\\d?") ? Integer.parseInt(given) : 10;
    }
}
