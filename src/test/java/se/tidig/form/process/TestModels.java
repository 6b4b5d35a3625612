package se.tidig.form.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.form.Answers;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.form.Shows;
import se.tidig.form.StartHandler;
import se.tidig.form.TaskGuard;

/** Small processes with forms, and the modules' side of them. */
@Component
class TestModels {

    static final String PROCESS = "form-test";

    private final RepositoryService repository;
    private final AuthorizationService authorizations;
    private boolean deployed;

    TestModels(RepositoryService repository, AuthorizationService authorizations) {
        this.repository = repository;
        this.authorizations = authorizations;
    }

    /** Deploys once, and lets the groups do what only the gate shall keep them from. */
    void deploy() {
        if (deployed) {
            return;
        }
        repository
                .createDeployment()
                .name("form tests")
                .addModelInstance("form-test.bpmn", cases())
                .addModelInstance("form-test-bare.bpmn", bare())
                .addModelInstance("form-test-worker.bpmn", worker())
                .addClasspathResource("form/form-test-start.form")
                .addClasspathResource("form/form-test-assess.form")
                .addClasspathResource("form/form-test-decide.form")
                .deploy();
        for (var group : List.of("caseOfficers", "decisionMakers", "registrars", "workers", "camunda-admin")) {
            grant(group, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
            for (var process : List.of(PROCESS, "form-test-bare", "form-test-worker")) {
                grant(
                        group,
                        Resources.PROCESS_DEFINITION,
                        process,
                        ProcessDefinitionPermissions.CREATE_INSTANCE,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.UPDATE_INSTANCE,
                        ProcessDefinitionPermissions.DELETE_INSTANCE,
                        ProcessDefinitionPermissions.TASK_ASSIGN,
                        ProcessDefinitionPermissions.UPDATE_TASK,
                        ProcessDefinitionPermissions.READ_TASK);
            }
        }
        grant("camunda-admin", Resources.BATCH, "*", Permissions.CREATE);
        deployed = true;
    }

    private void grant(String group, Resources resource, String id, Permission... permissions) {
        var present = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        var grant = present == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : present;
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        for (var permission : permissions) {
            grant.addPermission(permission);
        }
        authorizations.saveAuthorization(grant);
    }

    private static BpmnModelInstance cases() {
        var model = Bpmn.createExecutableProcess(PROCESS)
                .name("Formulärprov")
                .camundaHistoryTimeToLive(30)
                .camundaVersionTag("1.0.0")
                .startEvent("startEvent_paper")
                .name("Ansökan på papper")
                .camundaFormRef("form-test-start")
                .camundaFormRefBinding("deployment")
                .userTask("userTask_assess")
                .name("Bedöm ansökan")
                .camundaCandidateGroups("caseOfficers,decisionMakers")
                .camundaFormRef("form-test-assess")
                .camundaFormRefBinding("deployment")
                .boundaryEvent("boundary_giveUp")
                .name("Jäv")
                .error("CONFLICT")
                .endEvent("end_conflict")
                .name("Jäv")
                .moveToActivity("userTask_assess")
                .userTask("userTask_decide")
                .name("Besluta")
                .camundaCandidateGroups("decisionMakers,caseOfficers,registrars")
                .camundaFormRef("form-test-decide")
                .camundaFormRefBinding("deployment")
                .intermediateCatchEvent("catch_closed")
                .name("Stängt")
                .message("call.allClosed")
                .endEvent("end_decided")
                .name("Beslutat")
                .done();
        exclude(model.getModelElementById("userTask_decide"), "userTask_assess, startEvent_paper");
        return model;
    }

    private static void exclude(UserTask task, String elements) {
        var extensions = task.getModelInstance().newInstance(ExtensionElements.class);
        task.setExtensionElements(extensions);
        var property = extensions
                .addExtensionElement(CamundaProperties.class)
                .getModelInstance()
                .newInstance(CamundaProperty.class);
        property.setCamundaName("excludedActorOf");
        property.setCamundaValue(elements);
        extensions.getElements().iterator().next().addChildElement(property);
    }

    private static BpmnModelInstance bare() {
        return Bpmn.createExecutableProcess("form-test-bare")
                .name("Prov utan formulär")
                .camundaHistoryTimeToLive(30)
                .camundaVersionTag("1.0.0")
                .startEvent("startEvent_none")
                .name("Start")
                .userTask("userTask_bare")
                .name("Uppgift utan formulär")
                .camundaCandidateGroups("caseOfficers")
                .endEvent("end")
                .name("Slut")
                .done();
    }

    private static BpmnModelInstance worker() {
        return Bpmn.createExecutableProcess("form-test-worker")
                .name("Prov med arbetare")
                .camundaHistoryTimeToLive(30)
                .camundaVersionTag("1.0.0")
                .startEvent("startEvent_none")
                .name("Start")
                .serviceTask("serviceTask_send")
                .name("Skicka")
                .camundaExternalTask("notification.send")
                .userTask("userTask_bare")
                .name("Uppgift")
                .endEvent("end")
                .name("Slut")
                .done();
    }

    @Component
    static class Content implements CaseContent {

        record Project(String name) {}

        record County(String label, String value) {}

        @Shows("formTestProject")
        Project project(CaseTask task) {
            return new Project("Svenska på stan, " + task.reference());
        }

        @Shows("formTestApplied")
        int applied(CaseTask task) {
            return 181_500;
        }

        @Shows("formTestCounties")
        List<County> counties(CaseTask task) {
            return List.of(new County("Blekinge", "K"));
        }

        @Shows("formTestFindings")
        String findings(CaseTask task) {
            return null;
        }
    }

    @Component
    @Handles(
            form = "form-test-assess",
            keys = {"need", "note"},
            writes = "score")
    static class Assess implements FormHandler {
        @Override
        public Map<String, Object> accept(CaseTask task, Answers answers) {
            if ("domännej".equals(answers.text("note"))) {
                throw new Rejected("note", "Motivering: domänen säger nej.");
            }
            return Map.of("score", answers.number("need").orElseThrow());
        }
    }

    @Component
    @Handles(
            form = "form-test-start",
            keys = {"applicant", "atBoard"},
            writes = {"board", "reference"})
    static class Start implements StartHandler {
        @Override
        public Started start(Actor actor, Answers answers) {
            if ("domännej".equals(answers.text("applicant"))) {
                throw new Rejected("applicant", "Sökande: domänen säger nej.");
            }
            var reference = "Släkting".equals(answers.text("applicant")) ? "T-2" : "T-1";
            return new Started(reference, Map.of("board", answers.text("atBoard"), "reference", reference));
        }
    }

    /** Refuses the second officer the cases of the one they are related to. */
    @Component
    static class Guard implements TaskGuard {
        @Override
        public void check(CaseTask task) {
            if (PROCESS.equals(task.process())
                    && "T-2".equals(task.reference().value())
                    && "officerK2".equals(task.actor().value())) {
                throw new Rejected("", "Du är jävig i ärendet.");
            }
        }
    }
}
