package se.tidig.form.process;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.engine.AsNobody;
import se.tidig.engine.CaseBundles;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormAnswer;
import se.tidig.form.FormAnswers;
import se.tidig.form.FormPages;
import se.tidig.form.FormValidator;
import se.tidig.form.PartyForms;
import se.tidig.form.PostedAnswers;
import se.tidig.form.process.DeployedForms.Deployed;

/** Finds a party's forms in the deployment that the case carries, and passes on what the party answers. */
@Component
class PartyFormWork implements PartyForms {

    private final ProcessEngineConfigurationImpl engine;
    private final IdentityService identity;
    private final DeployedForms forms;
    private final BorrowedQuestions borrowed;
    private final TaskContent content;
    private final FormValidator validator;
    private final HandlerRegister handlers;
    private final FormAnswers answers;
    private final CaseBundles cases;
    private final Clock clock;

    PartyFormWork(
            @Lazy ProcessEngineConfigurationImpl engine,
            @Lazy IdentityService identity,
            DeployedForms forms,
            BorrowedQuestions borrowed,
            TaskContent content,
            FormValidator validator,
            HandlerRegister handlers,
            FormAnswers answers,
            CaseBundles cases,
            Clock clock) {
        this.engine = engine;
        this.identity = identity;
        this.forms = forms;
        this.borrowed = borrowed;
        this.content = content;
        this.validator = validator;
        this.handlers = handlers;
        this.answers = answers;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Opened open(CaseTask task, Locale language) {
        return inEngine(() -> opened(task, form(task, language)));
    }

    private Opened opened(CaseTask task, Deployed form) {
        return new Opened(form.schema(), content.shown(form.schema(), task));
    }

    private Deployed form(CaseTask task, Locale language) {
        var deployment = deployment(task);
        return forms.named(task.form(), deployment)
                .map(form -> borrowed.in(
                        forms.in(language, form, deployment),
                        deployment,
                        task,
                        language,
                        other -> forms.in(language, other, deployment)))
                .orElseThrow(() -> new IllegalStateException(
                        "Formuläret " + task.form() + " finns inte i modellerna för " + task.reference() + "."));
    }

    private String deployment(CaseTask task) {
        return cases.of(task.reference())
                .orElseThrow(() -> new IllegalStateException("Ärendet " + task.reference() + " är inte öppnat ännu."));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(CaseTask task, UUID page, Map<String, Object> given, Locale language) {
        var form = inEngine(() -> form(task, language));
        var shown = inEngine(() -> content.shown(form.schema(), task));
        var sent = FormPages.complete(form.schema(), PostedAnswers.known(form.schema(), given), shown);
        var accepted = validator.validate(form.schema(), sent, shown, language);
        answers.add(record(task, page, form, accepted));
        handlers.accept(task, accepted);
    }

    private FormAnswer record(CaseTask task, UUID page, Deployed form, Answers accepted) {
        return new FormAnswer(
                task.reference(),
                task.board(),
                task.process(),
                null,
                task.element(),
                form.schema().id(),
                form.version(),
                deployment(task),
                page.toString(),
                task.actor(),
                clock.instant(),
                accepted);
    }

    private <T> T inEngine(Supplier<T> work) {
        return AsNobody.call(
                identity, () -> engine.getCommandExecutorTxRequired().execute(context -> work.get()));
    }
}
