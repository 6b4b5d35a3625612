package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.VocabularyReader;
import se.tidig.bundle.check.BundleCheck;
import se.tidig.bundle.modeler.ElementTemplateWriter;
import se.tidig.bundle.modeler.TemplatesCommand;

/** The choices that Modeler offers exist, and a chosen one passes the check. */
class ElementTemplatesTest {

    private static final Path HERE = Path.of(".");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Vocabulary vocabulary = VocabularyReader.read();
    private final Bundle bundle = Bundle.read(HERE);

    @TempDir
    private Path folder;

    @Test
    void theTemplatesInTheRepositoryAreCurrent() throws IOException {
        var present = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(HERE.resolve(ElementTemplateWriter.FOLDER))) {
            for (var file : files) {
                present.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(present)
                .as("java -jar target/tidig.jar templates")
                .isEqualTo(ElementTemplateWriter.of(vocabulary, bundle));
    }

    @Test
    void everyDelegateMailGroupFormAndTableIsOfferedUnderASwedishName() throws IOException {
        var all = templates();
        vocabulary.delegates().forEach((bean, words) -> assertThat(all)
                .as(bean)
                .filteredOn(template -> template.path("id").asText().equals("tidig.step." + bean))
                .singleElement()
                .satisfies(
                        template -> assertThat(template.path("name").asText()).isEqualTo(words.swedishName())));
        assertThat(offered("tidig.mail", "Mejl"))
                .hasSameSizeAs(bundle.names("forms/mails/", ".txt"))
                .containsEntry("application-received", "Vi har tagit emot er ansökan, ärende … (application-received)");
        assertThat(offered("tidig.mail", "Till"))
                .containsEntry("applicant", "Sökanden")
                .containsEntry("group:headsOfUnit", "Gruppen Enhetschefer");
        assertThat(offered("tidig.reminder", "Påminnelse"))
                .containsOnlyKeys("confirmation-reminder", "report-reminder", "report-overdue");
        assertThat(offered("tidig.task", "Grupp")).hasSize(9).containsEntry("headsOfUnit", "Enhetschefer");
        assertThat(offered("tidig.task", "Formulär"))
                .hasSameSizeAs(bundle.names("forms/", ".form"))
                .containsEntry("decide", "Besluta (decide)");
        assertThat(offered("tidig.table", "Tabell")).containsEntry("delegation", "Vem beslutar (delegation)");
    }

    @Test
    void whatIsPickedFromTheListsPassesTheCheck() throws IOException {
        assertThat(errors("tidig.mail", ServiceTask.class, Map.of("mail", "delay-notice", "to", "group:caseOfficers")))
                .isEmpty();
        assertThat(errors("tidig.reminder", ServiceTask.class, Map.of("mail", "report-reminder", "to", "applicant")))
                .isEmpty();
        assertThat(errors("tidig.step.markAssessed", ServiceTask.class, Map.of()))
                .isEmpty();
        assertThat(errors(
                        "tidig.task",
                        UserTask.class,
                        Map.of(
                                "camunda:candidateGroups", "headsOfUnit",
                                "camunda:formRef", "read-supplement",
                                "excludedActorOf", "userTask_conflictCheck")))
                .isEmpty();
        assertThat(errors("tidig.mail", ServiceTask.class, Map.of("mail", "delay-notise", "to", "applicant")))
                .singleElement()
                .satisfies(error -> assertThat(error).contains("delay-notise"));
    }

    @Test
    void theCommandWritesThemBesideTheOwnersModels() throws IOException {
        for (var file : bundle.files().entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(
                folder.resolve("processes/bundle.yaml"),
                bundle.text("processes/bundle.yaml").replace("groups:\n", "groups:\n  jurists: Jurister\n"));
        var before = Bundle.read(folder).hash();

        assertThat(new CommandLine(new TemplatesCommand()).execute(folder.toString()))
                .isZero();

        assertThat(Files.readString(folder.resolve(ElementTemplateWriter.FOLDER).resolve("uppgifter.json")))
                .contains("Jurister");
        assertThat(Bundle.read(folder).hash()).as("no model").isEqualTo(before);
        assertThat(new CommandLine(new TemplatesCommand())
                        .setErr(new java.io.PrintWriter(new java.io.StringWriter()))
                        .execute(folder.resolve("none").toString()))
                .isOne();
    }

    private List<String> errors(String template, Class<? extends Task> type, Map<String, String> picked)
            throws IOException {
        var file = "processes/application.bpmn";
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bundle.bytes(file)));
        Task task = model.newInstance(type, "task_picked");
        task.setName("Vald ur listan");
        // As Modeler marks what a template made.
        task.setAttributeValueNs(CAMUNDA, "modelerTemplate", template);
        template(template).path("properties").forEach(property -> {
            var name = property.path("binding").path("name").asText();
            var value = picked.getOrDefault(name, property.path("value").asText(""));
            if (!value.isEmpty()) {
                bind(model, task, property.path("binding").path("type").asText(), name, value);
            }
        });
        Drawing.drop(model, task, "flow_assessApplication_routeAssessment");
        var changed = Map.of(file, Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
        return new BundleCheck(vocabulary)
                .check(bundle.with(changed)).stream()
                        .filter(ModelFinding::isError)
                        .map(ModelFinding::toString)
                        .toList();
    }

    private static void bind(BpmnModelInstance model, Task task, String type, String name, String value) {
        switch (type) {
            case "property" -> task.setAttributeValueNs(CAMUNDA, name.replace("camunda:", ""), value);
            case "camunda:inputParameter" -> {
                var input = model.newInstance(CamundaInputParameter.class);
                input.setCamundaName(name);
                input.setTextContent(value);
                extension(model, task, CamundaInputOutput.class).addChildElement(input);
            }
            case "camunda:property" -> {
                var property = model.newInstance(CamundaProperty.class);
                property.setCamundaName(name);
                property.setCamundaValue(value);
                extension(model, task, CamundaProperties.class).addChildElement(property);
            }
            default -> throw new AssertionError(type);
        }
    }

    private static <T extends org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance> T extension(
            BpmnModelInstance model, Task task, Class<T> type) {
        if (task.getExtensionElements() == null) {
            task.setExtensionElements(model.newInstance(ExtensionElements.class));
        }
        var present = task.getExtensionElements().getChildElementsByType(type);
        if (!present.isEmpty()) {
            return present.iterator().next();
        }
        var made = model.newInstance(type);
        task.getExtensionElements().addChildElement(made);
        return made;
    }

    private Map<String, String> offered(String template, String label) throws IOException {
        var offered = new TreeMap<String, String>();
        template(template).path("properties").forEach(property -> {
            if (property.path("label").asText().equals(label)) {
                property.path("choices")
                        .forEach(choice -> offered.put(
                                choice.path("value").asText(),
                                choice.path("name").asText()));
            }
        });
        return offered;
    }

    private JsonNode template(String id) throws IOException {
        return templates().stream()
                .filter(template -> template.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> templates() throws IOException {
        var all = new ArrayList<JsonNode>();
        for (var json : ElementTemplateWriter.of(vocabulary, bundle).values()) {
            new ObjectMapper().readTree(json).forEach(all::add);
        }
        return all;
    }
}
