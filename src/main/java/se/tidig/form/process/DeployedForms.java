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

/** The forms of tasks and starts, as the case's own deployment has them. */
@Component
class DeployedForms {

    /** A form's schema and its version in the engine. */
    record Deployed(FormSchema schema, int version) {}

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

    private Optional<Deployed> find(FormDefinition form, VariableScope scope, String deployment) {
        if (form == null || form.getCamundaFormDefinitionKey() == null) {
            return Optional.empty();
        }
        var reference = new CamundaFormRefImpl(
                text(form.getCamundaFormDefinitionKey(), scope), form.getCamundaFormDefinitionBinding());
        if (form.getCamundaFormDefinitionVersion() != null) {
            reference.setVersion(Integer.valueOf(text(form.getCamundaFormDefinitionVersion(), scope)));
        }
        var context = Context.getCommandContext();
        var definition = context.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(reference, deployment));
        return Optional.ofNullable(definition)
                .map(found ->
                        parsed.computeIfAbsent(found.getId(), id -> new Deployed(read(found), found.getVersion())));
    }

    private static String text(Expression expression, VariableScope scope) {
        return String.valueOf(expression.getValue(scope));
    }

    private static FormSchema read(CamundaFormDefinition form) {
        var resource = new GetDeploymentResourceCmd(form.getDeploymentId(), form.getResourceName());
        try (var file = Context.getCommandContext().runWithoutAuthorization(resource)) {
            return FormSchema.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
