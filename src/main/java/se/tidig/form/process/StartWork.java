package se.tidig.form.process;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.RestartProcessInstanceBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.engine.CaseBundles;
import se.tidig.engine.PublishedProcesses;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.FormAnswer;
import se.tidig.form.FormAnswers;
import se.tidig.form.FormValidator;
import se.tidig.form.Rejected;
import se.tidig.form.StartHandler;
import se.tidig.organisation.Board;

/** Starts processes for a person: only with the start form's accepted answers, under the key that the domain gives. */
@Component
class StartWork {

    private static final Duration REPEATED = Duration.ofMinutes(5);

    private final DeployedForms forms;
    private final FormValidator validator;
    private final HandlerRegister handlers;
    private final FormAnswers answers;
    private final CaseBundles cases;
    private final PublishedProcesses published;
    private final Clock clock;

    StartWork(
            DeployedForms forms,
            FormValidator validator,
            HandlerRegister handlers,
            FormAnswers answers,
            CaseBundles cases,
            PublishedProcesses published,
            Clock clock) {
        this.forms = forms;
        this.validator = validator;
        this.handlers = handlers;
        this.answers = answers;
        this.cases = cases;
        this.published = published;
        this.clock = clock;
    }

    ProcessInstance submit(
            SubmitStartFormCmd command, Authentication person, Function<Command<?>, ProcessInstance> engine) {
        var id = Fields.text(command, "processDefinitionId");
        var process =
                Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
        return start(
                process,
                Fields.map(command, "variables"),
                person,
                (definition, key, variables) -> engine.apply(new SubmitStartFormCmd(definition, key, variables)));
    }

    ProcessInstance start(
            StartProcessInstanceCmd command, Authentication person, Function<Command<?>, ProcessInstance> engine) {
        var posted = (ProcessInstantiationBuilderImpl) Fields.read(command, "instantiationBuilder");
        var process = new GetDeployedProcessDefinitionCmd(posted, false).execute(Context.getCommandContext());
        return start(process, posted.getVariables(), person, (definition, key, variables) -> {
            // Of the posted values only the process is kept: the person does not choose key, tenant or case.
            var builder = ProcessInstantiationBuilderImpl.createProcessInstanceById(null, definition)
                    .businessKey(key)
                    .setVariables(variables);
            return engine.apply(new StartProcessInstanceCmd((ProcessInstantiationBuilderImpl) builder));
        });
    }

    /** What an administrator starts without a form: no process that the models in force no longer have. */
    void checkPublished(Command<?> command) {
        if (command instanceof StartProcessInstanceAtActivitiesCmd) {
            var posted = (ProcessInstantiationBuilderImpl) Fields.read(command, "instantiationBuilder");
            checkPublished(new GetDeployedProcessDefinitionCmd(posted, false).execute(Context.getCommandContext()));
        } else if (command instanceof AbstractRestartProcessInstanceCmd) {
            var again = (RestartProcessInstanceBuilderImpl) Fields.read(command, "builder");
            checkPublished(Context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(again.getProcessDefinitionId()));
        }
    }

    /** Running cases of a removed process continue; no version of it starts again. */
    private void checkPublished(ProcessDefinitionEntity process) {
        if (published.isRemoved(process.getKey())) {
            throw new Rejected(
                    "",
                    "Processen %s är borttagen ur modellerna och startas inte längre. Pågående ärenden går vidare."
                            .formatted(process.getName() == null ? process.getKey() : process.getName()));
        }
    }

    private interface EngineStart {
        ProcessInstance with(String definition, String businessKey, VariableMap variables);
    }

    private ProcessInstance start(
            ProcessDefinitionEntity process, Map<String, Object> posted, Authentication person, EngineStart engine) {
        for (CommandChecker checker : Context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkCreateProcessInstance(process);
        }
        checkPublished(process);
        var form = forms.ofStart(process)
                .filter(found -> process.getInitial() != null)
                .orElseThrow(() -> new Rejected("", "Processen har inget startformulär och startas inte för hand."));
        var accepted = accepted(form, PostedValues.plain(posted), person.getUserId());
        var variables = new LinkedHashMap<>(form.schema().routing(accepted.values()));
        refuseRepeated(form.schema().id(), person.getUserId(), accepted);
        var started = handlers.ofStart(form.schema().id())
                .map(handler -> handler.start(Actor.of(person.getUserId()), accepted))
                .orElse(new StartHandler.Started(null, Map.of()));
        variables.putAll(started.variables());
        checkBoard(variables.get(Variable.BOARD));
        var answer = answers.begin(answer(process, form, started, variables, person, accepted));
        var instance = engine.with(
                ofCase(process, (String) variables.get(Variable.REFERENCE)),
                started.businessKey(),
                PostedValues.routing(form.schema().id(), variables));
        answers.hasStarted(answer, instance.getProcessInstanceId());
        return instance;
    }

    /** Every fault in one answer: those of the form, and those that the domain finds in what the form lets through. */
    private Answers accepted(DeployedForms.Deployed form, Map<String, Object> posted, String actor) {
        try {
            return validator.validate(form.schema(), posted, Map.of());
        } catch (Rejected wrong) {
            var messages = new LinkedHashMap<>(wrong.messages());
            var understood = new LinkedHashMap<>(posted);
            messages.keySet().forEach(key -> understood.remove(key.split("[.\\[]")[0]));
            try {
                handlers.ofStart(form.schema().id())
                        .ifPresent(handler -> handler.foresee(Actor.of(actor), new Answers(understood)));
            } catch (Rejected further) {
                further.messages().forEach(messages::putIfAbsent);
            }
            throw new Rejected(messages);
        }
    }

    /** An act in a case that is already open follows the case's own bundle, if that has such a process. */
    private String ofCase(ProcessDefinitionEntity process, String text) {
        return Reference.find(text)
                .flatMap(cases::of)
                .map(deployment -> Context.getCommandContext()
                        .getProcessDefinitionManager()
                        .findProcessDefinitionByDeploymentAndKey(deployment, process.getKey()))
                .filter(own -> !own.isSuspended())
                .orElse(process)
                .getId();
    }

    /** A double click, or a second try after a slow answer, makes no second case. */
    private void refuseRepeated(String form, String actor, Answers accepted) {
        answers.started(form, Actor.of(actor), accepted, clock.instant().minus(REPEATED))
                .ifPresent(before -> {
                    throw new Rejected(
                            "",
                            "Du skickade in samma uppgifter alldeles nyss och de är mottagna%s. Ska de bli ett ärende till, vänta fem minuter och skicka in dem igen."
                                    .formatted(before.reference() == null ? "" : ", ärende " + before.reference()));
                });
    }

    /** Definitions are shared, so the engine alone would let anybody start a case at any board. */
    private static void checkBoard(Object letter) {
        var tenant = letter == null
                ? null
                : Board.byLetter(letter.toString()).map(Board::tenant).orElse(null);
        if (!Context.getCommandContext().getTenantManager().isAuthenticatedTenant(tenant)) {
            throw new Rejected("", "Du kan bara starta ärenden hos en länsstyrelse som du arbetar för.");
        }
    }

    private FormAnswer answer(
            ProcessDefinitionEntity process,
            DeployedForms.Deployed form,
            StartHandler.Started started,
            Map<String, Object> variables,
            Authentication person,
            Answers accepted) {
        var reference = variables.getOrDefault(Variable.REFERENCE, started.businessKey());
        var board = variables.get(Variable.BOARD);
        return new FormAnswer(
                reference == null ? null : Reference.find(reference.toString()).orElse(null),
                board == null ? null : board.toString(),
                process.getKey(),
                null,
                process.getInitial().getId(),
                form.schema().id(),
                form.version(),
                process.getDeploymentId(),
                null,
                Actor.of(person.getUserId()),
                clock.instant(),
                accepted);
    }
}
