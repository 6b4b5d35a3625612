package se.tidig.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.eligibility.Facts;
import se.tidig.engine.CaseFacts;
import se.tidig.engine.CaseStage;
import se.tidig.engine.KnowsOfCase;
import se.tidig.engine.RunningProcess;
import se.tidig.form.FormAnswer;
import se.tidig.form.FormAnswers;
import se.tidig.form.FormSchema;

/**
 * The answers given in tasks and start forms of a case, in all its processes. They are read from the journal of answers
 * and never copied into the processes. A task that is done again replaces its earlier answers. If several tasks ask the
 * same question, the latest answer counts, and an answer of the asking process comes before all others. A question of
 * the application has the application's answer, with completions and changes.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@Transactional(readOnly = true)
@KnowsOfCase(since = CaseStage.RECEIVED, tasks = true)
public class TaskFacts implements CaseFacts {

    private final Applications applications;
    private final FormAnswers answers;
    private final DisplayRuleSource tables;
    private final RunningProcess running;

    TaskFacts(Applications applications, FormAnswers answers, DisplayRuleSource tables, RunningProcess running) {
        this.applications = applications;
        this.answers = answers;
        this.tables = tables;
        this.running = running;
    }

    @Override
    public Optional<Fact> find(Reference reference, String name) {
        var rules = tables.ofReference(reference);
        var asking = rules.asking(name);
        return asking.isEmpty()
                        || EligibilityCheck.form(rules).asks(name)
                        || applications.find(reference).isEmpty()
                ? Optional.empty()
                : given(reference, asking, name);
    }

    /** All answers of the case by key, as stored. The application's answer comes before one given in a task. */
    public Map<String, Object> all(Reference reference) {
        var all = new LinkedHashMap<String, Object>();
        answers.latest(reference).forEach(given -> given.answers().values().forEach(all::putIfAbsent));
        all.putAll(applications.get(reference).answers());
        return all;
    }

    /** The answer, typed by the form that asked. Without an answer, the type is that of any form that asks. */
    private Optional<Fact> given(Reference reference, List<FormSchema> asking, String name) {
        var forms = asking.stream().map(FormSchema::id).toList();
        var latest = answers.latest(reference, forms, running.instance().orElse(null)).stream()
                .filter(answer -> answer.answers().values().get(name) != null)
                .findFirst();
        var form = asking.stream()
                .filter(one -> one.id().equals(latest.map(FormAnswer::form).orElse(one.id())))
                .findFirst()
                .orElseThrow();
        return Facts.typed(
                reference.value(),
                form,
                latest.map(answer -> answer.answers().values()).orElse(Map.of()),
                name);
    }
}
