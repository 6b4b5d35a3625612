package se.tidig.form.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.springframework.stereotype.Component;
import se.tidig.form.FormSchema;

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

    private final Map<String, Deployed> parsed = new ConcurrentHashMap<>();

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
        var resource = new GetDeploymentResourceCmd(form.getDeploymentId(), form.getResourceName());
        try (var file = Context.getCommandContext().runWithoutAuthorization(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
