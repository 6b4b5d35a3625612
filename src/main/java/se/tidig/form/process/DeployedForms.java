package se.tidig.form.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceNamesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.springframework.stereotype.Component;
import se.tidig.form.FormSchema;
import se.tidig.form.FormWords;

/** The forms of tasks and starts, from the case's own deployment. */
@Component
class DeployedForms {

    /**
     * A form.
     *
     * @param id the engine's id of this version of it
     * @param version its version in the engine
     * @param json the file
     */
    record Deployed(String id, FormSchema schema, int version, String json) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Deployed> parsed = new ConcurrentHashMap<>();

    /** By the form's id and the language. */
    private final Map<String, Deployed> translated = new ConcurrentHashMap<>();

    Optional<Deployed> of(TaskEntity task) {
        return task.getTaskDefinition() == null
                ? Optional.empty()
                : find(
                        task.getTaskDefinition().getFormDefinition(),
                        task,
                        task.getProcessDefinition().getDeploymentId());
    }

    Optional<Deployed> ofStart(ProcessDefinitionEntity process) {
        return find(
                process.getStartFormDefinition(),
                StartProcessVariableScope.getSharedInstance(),
                process.getDeploymentId());
    }

    /** The form with the id in the deployment, or the latest if the deployment has none. */
    Optional<Deployed> named(String id, String deployment) {
        return find(new CamundaFormRefImpl(id, "deployment"), deployment)
                .or(() -> find(new CamundaFormRefImpl(id, "latest"), deployment));
    }

    /** The form with its words in the language, if the deployment has them; the same form otherwise. */
    Deployed in(Locale language, Deployed form, String deployment) {
        return translated.computeIfAbsent(form.id() + " " + language.getLanguage(), key -> {
            var file = FormWords.file(form.schema().id(), language);
            var names =
                    Context.getCommandContext().runWithoutAuthorization(new GetDeploymentResourceNamesCmd(deployment));
            return names.contains(file) ? translated(form, deployment, file) : form;
        });
    }

    private static Deployed translated(Deployed form, String deployment, String file) {
        try {
            var json = FormWords.read(read(deployment, file)).in(JSON.readTree(form.json()));
            return new Deployed(form.id(), FormSchema.parse(json), form.version(), json.toString());
        } catch (IllegalArgumentException | JsonProcessingException unreadable) {
            // The check has told it, or the models were put in force without it.
            return form;
        }
    }

    private Optional<Deployed> find(FormDefinition form, VariableScope scope, String deployment) {
        if (form == null || form.getCamundaFormDefinitionKey() == null) {
            return Optional.empty();
        }
        var reference = new CamundaFormRefImpl(
                text(form.getCamundaFormDefinitionKey(), scope), form.getCamundaFormDefinitionBinding());
        if (form.getCamundaFormDefinitionVersion() != null) {
            reference.setVersion(Integer.valueOf(text(form.getCamundaFormDefinitionVersion(), scope)));
        }
        return find(reference, deployment);
    }

    private Optional<Deployed> find(CamundaFormRefImpl reference, String deployment) {
        var context = Context.getCommandContext();
        var definition = context.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(reference, deployment));
        return Optional.ofNullable(definition).map(found -> parsed.computeIfAbsent(found.getId(), id -> parse(found)));
    }

    private static String text(Expression expression, VariableScope scope) {
        return String.valueOf(expression.getValue(scope));
    }

    private static Deployed parse(CamundaFormDefinition form) {
        var json = read(form);
        return new Deployed(form.getId(), FormSchema.parse(json), form.getVersion(), json);
    }

    private static String read(CamundaFormDefinition form) {
        return read(form.getDeploymentId(), form.getResourceName());
    }

    private static String read(String deployment, String name) {
        var resource = new GetDeploymentResourceCmd(deployment, name);
        try (var file = Context.getCommandContext().runWithoutAuthorization(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
