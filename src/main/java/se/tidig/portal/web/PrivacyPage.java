package se.tidig.portal.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Says how personal data and cookies are used. */
@Controller
class PrivacyPage {

    /** The name of each cookie that a visitor gets, with the message that says what it is for. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private final int loginDays;

    PrivacyPage(
            @Value("${server.servlet.session.cookie.name:JSESSIONID}") String session,
            @Value("${tidig.logins.kept-days}") int loginDays) {
        this.loginDays = loginDays;
        cookies.put(session, "privacy.cookies.session");
        cookies.put("csrf", "privacy.cookies.csrf");
        cookies.put("enhet", "privacy.cookies.device");
        cookies.put("senast-inloggad", "privacy.cookies.last");
        cookies.put("hallet-formular", "privacy.cookies.held");
        cookies.put("onskad-sida", "privacy.cookies.wanted");
        cookies.put("language", "privacy.cookies.language");
    }

    @GetMapping("/personuppgifter")
    String privacy(Model model) {
        model.addAttribute("cookies", cookies);
        model.addAttribute("loginDays", loginDays);
        return "portal/privacy";
    }
}
