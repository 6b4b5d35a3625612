package se.tidig.call.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.call.CallService;
import se.tidig.call.Calls;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** The author revises the terms of a returned call. */
@Component
@Handles(
        form = "revise-call",
        keys = {
            "terms.title",
            "terms.description",
            "terms.opensOn",
            "terms.opensTime",
            "terms.closesOn",
            "terms.closesTime",
            "terms.frame",
            "terms.maxPerApplication",
            "terms.maxMonths",
            "terms.earmarks",
            "terms.excludedCategories",
            "terms.guidance",
            "terms.decisionBy",
            "terms.interimReportDue",
            "terms.finalReportDue",
            "terms.payingBoard",
            "terms.contact"
        },
        writes = {"opensAt", "closesAt"})
class ReviseCallForm implements FormHandler {

    private final CallService service;
    private final Calls calls;

    ReviseCallForm(CallService service, Calls calls) {
        this.service = service;
        this.calls = calls;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        service.revise(task.reference(), task.actor(), TermsAnswers.read(terms(answers)));
        var call = calls.get(task.reference());
        return Map.of(
                "opensAt", call.opensAt().toString(),
                "closesAt", call.closesAt().toString());
    }

    /** The answers have the names of the content that fills the form in. */
    private static Answers terms(Answers answers) {
        var terms = new LinkedHashMap<String, Object>();
        answers.values().forEach((key, value) -> terms.put(key.replaceFirst("^terms\\.", ""), value));
        return new Answers(terms);
    }
}
