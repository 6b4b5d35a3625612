package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.Hands.camunda;
import static se.tidig.bundle.careless.Hands.plain;
import static se.tidig.bundle.careless.Hands.takeAway;
import static se.tidig.bundle.careless.ProcessSlips.slip;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Mistakes in the events and attributes of a process. */
final class EventSlips {

    private EventSlips() {}

    static Stream<Slip> all() {
        return Stream.of(events(), frames()).flatMap(slips -> slips);
    }

    private static Stream<Slip> events() {
        return Stream.of(
                slip(
                        "ett meddelande felstavat",
                        "message_applicationCompleted",
                        "Tidig har inget meddelande \"application.complete\" (menas \"application.completed\"?)",
                        x -> plain(x, message(x, "application.completed"), "name", "application.complete")),
                slip(
                        "fel meddelande valt",
                        "application.prioritised",
                        "meddelandet skickas av Tidig men ingen händelse väntar på det, så att ärendet inte går vidare",
                        x -> plain(
                                x,
                                definition(x, "catch_prioritised"),
                                "messageRef",
                                message(x, "application.replied"))),
                slip(
                        "meddelandet borttaget ur händelsen",
                        "catch_completed",
                        "händelsen väntar på ett meddelande men säger inte vilket",
                        x -> plain(x, definition(x, "catch_completed"), "messageRef", null)),
                slip(
                        "tiden i ord",
                        "boundary_delay",
                        "tiden \"14 dagar\" går inte att tolka som datum",
                        x -> timer(x, "boundary_delay", "14 dagar")),
                slip(
                        "tidens variabel felstavad",
                        "boundary_delay",
                        "tiden läser variabeln \"delayReviewedAt\", som ingenting i processen skriver (menas \"delayReviewAt\"?)",
                        x -> timer(x, "boundary_delay", "${delayReviewedAt}")),
                slip(
                        "tiden borttagen",
                        "boundary_delay",
                        "tiden saknas",
                        x -> takeAway(x.getModelElementById(definition(x, "boundary_delay"))
                                .getDomElement()
                                .getChildElements()
                                .get(0))),
                slip(
                        "en händelse flyttad in i delprocessen",
                        "boundary_withdrawn",
                        "händelsen sitter på ett element i en annan delprocess",
                        x -> plain(x, "boundary_withdrawn", "attachedToRef", "userTask_decide")),
                slip(
                        "en händelse på ett steg som inte finns",
                        "boundary_withdrawn",
                        "hänvisar till fäste \"subProcess_handled\", som inte finns i filen",
                        x -> plain(x, "boundary_withdrawn", "attachedToRef", "subProcess_handled")),
                slip(
                        "startens meddelande borttaget",
                        "startEvent_submitted",
                        "händelsen väntar på ett meddelande men säger inte vilket",
                        x -> plain(x, definition(x, "startEvent_submitted"), "messageRef", null)));
    }

    private static Stream<Slip> frames() {
        return Stream.of(
                slip(
                        "processens id bytt",
                        "BPMNPlane_1",
                        "hänvisar till element \"application\", som inte finns i filen",
                        x -> plain(x, "application", "id", "applications")),
                slip(
                        "processen inte körbar",
                        "application",
                        "processen är inte körbar (isExecutable)",
                        x -> plain(x, "application", "isExecutable", "false")),
                slip(
                        "versionsmärket borttaget",
                        "application",
                        "versionsmärke saknas",
                        x -> camunda(x, "application", "versionTag", null)),
                slip(
                        "livslängden i år",
                        "application",
                        "historikens livslängd \"P10Y\" går inte att tolka",
                        x -> camunda(x, "application", "historyTimeToLive", "P10Y")),
                slip(
                        "namnet borttaget från ett steg",
                        "userTask_decide",
                        "elementet saknar svenskt namn",
                        x -> plain(x, "userTask_decide", "name", null)),
                slip(
                        "svaret borttaget från ett flöde",
                        "flow_decided_handled",
                        "flödet med villkor saknar svenskt namn",
                        x -> plain(x, "flow_decided_handled", "name", null)),
                slip(
                        "ett attribut felstavat",
                        "userTask_decide",
                        "attributet camunda:candidateGroup är okänt eller inte tillåtet här",
                        x -> camunda(x, "userTask_decide", "candidateGroup", "headsOfUnit")));
    }

    private static void timer(BpmnModelInstance model, String event, String text) {
        model.getModelElementById(definition(model, event))
                .getDomElement()
                .getChildElements()
                .get(0)
                .setTextContent(text);
    }

    /** The id of an event's definition. */
    private static String definition(BpmnModelInstance model, String event) {
        return model.getModelElementById(event).getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().endsWith("EventDefinition"))
                .findFirst()
                .orElseThrow()
                .getAttribute("id");
    }

    private static String message(BpmnModelInstance model, String name) {
        return model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Message.class).stream()
                .filter(message -> name.equals(message.getName()))
                .findFirst()
                .orElseThrow()
                .getId();
    }
}
