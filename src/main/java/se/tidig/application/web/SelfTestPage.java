package se.tidig.application.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.Reference;
import se.tidig.application.SelfTestService;
import se.tidig.call.Call;
import se.tidig.call.Calls;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.eligibility.EligibilityFinding.Effect;
import se.tidig.form.FormPage;
import se.tidig.form.FormPages;
import se.tidig.form.FormQuestion;
import se.tidig.form.FormValidator;
import se.tidig.form.PostedAnswers;

/** A short test, before anybody applies, of what the rules say of a few answers. Nothing of it is stored. */
@Controller
class SelfTestPage {

    private static final Set<Effect> HINDERS = Set.of(Effect.INELIGIBLE, Effect.REJECT);

    private final Calls calls;
    private final SelfTestService test;
    private final FormPages pages;
    private final FormValidator validator;

    SelfTestPage(Calls calls, SelfTestService test, FormPages pages, FormValidator validator) {
        this.calls = calls;
        this.test = test;
        this.pages = pages;
        this.validator = validator;
    }

    @GetMapping("/utlysningar/{reference}/sjalvtest")
    String ask(@PathVariable Reference reference, Locale language, Model model) {
        model.addAttribute("call", call(reference));
        show(pages.page(test.questions(language), null, Map.of(), Map.of(), Map.of(), language), model);
        return "application/self-test";
    }

    @PostMapping("/utlysningar/{reference}/sjalvtest")
    String tell(
            @PathVariable Reference reference,
            @RequestParam MultiValueMap<String, String> posted,
            Locale language,
            Model model) {
        model.addAttribute("call", call(reference));
        var questions = test.questions(language);
        var answers = PostedAnswers.read(questions, null, posted, Map.of()).answers();
        var faults = pages.problems(questions, null, answers, Map.of(), language);
        var page = pages.page(questions, null, answers, Map.of(), faults, language);
        show(page, model);
        if (!faults.isEmpty()) {
            return "application/self-test";
        }
        var findings = test.findings(
                reference,
                validator
                        .validate(questions, FormPages.complete(questions, answers, Map.of()), Map.of(), language)
                        .values());
        var hinders = findings.stream()
                .filter(found -> HINDERS.contains(found.effect()))
                .toList();
        model.addAttribute("hinders", hinders);
        model.addAttribute("hindering", hinders.size());
        model.addAttribute(
                "examined",
                findings.stream().filter(found -> !hinders.contains(found)).toList());
        var open = unanswered(page);
        model.addAttribute(
                "heading",
                "selfTest."
                        + (open.size() == page.questions().size()
                                ? "unanswered"
                                : heading(findings.isEmpty(), hinders.isEmpty())));
        model.addAttribute("clear", clear(page, findings));
        model.addAttribute("open", open);
        return "application/self-test-result";
    }

    private static void show(FormPage page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("asked", page.questions().size());
    }

    private static String heading(boolean nothingFound, boolean nothingHinders) {
        if (nothingFound) {
            return "nothing";
        }
        return nothingHinders ? "someExamined" : "hindered";
    }

    /** What was answered and gave no finding. */
    private static List<FormQuestion> clear(FormPage page, List<EligibilityFinding> findings) {
        var found = findings.stream()
                .flatMap(finding -> finding.questions().stream())
                .collect(Collectors.toSet());
        return page.questions().stream()
                .filter(question -> isAnswered(question) && !found.contains(question.name()))
                .toList();
    }

    private static List<FormQuestion> unanswered(FormPage page) {
        return page.questions().stream()
                .filter(question -> !isAnswered(question))
                .toList();
    }

    private static boolean isAnswered(FormQuestion question) {
        return question.choices().isEmpty()
                ? question.value() != null && !question.value().isBlank()
                : !question.chosen().isEmpty();
    }

    /** A call that still can be applied to. */
    private Call call(Reference reference) {
        return calls.find(reference)
                .filter(found -> found.status().isPublic() && found.closedAt() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
