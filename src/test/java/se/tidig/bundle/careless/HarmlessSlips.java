package se.tidig.bundle.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.bundle.careless.CarelessOwner.BUNDLE;
import static se.tidig.bundle.careless.CarelessOwner.description;
import static se.tidig.bundle.careless.CarelessOwner.form;
import static se.tidig.bundle.careless.CarelessOwner.formFile;
import static se.tidig.bundle.careless.CarelessOwner.process;
import static se.tidig.bundle.careless.CarelessOwner.processFile;
import static se.tidig.bundle.careless.CarelessOwner.table;
import static se.tidig.bundle.careless.CarelessOwner.tableFile;
import static se.tidig.bundle.careless.Hands.component;
import static se.tidig.bundle.careless.Hands.input;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.file.BundleDescription;
import se.tidig.form.FormSchema;

/** Mistakes that change nothing, each with a comparison that proves it. */
final class HarmlessSlips {

    /** @param proof fails if the changed bundle behaves differently from the packaged one */
    record Harmless(Supplier<Bundle> bundle, Consumer<Bundle> proof) {}

    private HarmlessSlips() {}

    static Map<String, Harmless> all() {
        var all = new TreeMap<String, Harmless>();
        all.put("raderna i en tabell i annan ordning", delegation(x -> {
            var rows = new ArrayList<>(Hands.table(x, "delegation").getRules());
            Collections.reverse(rows);
            rows.forEach(row -> {
                var element = row.getDomElement();
                element.getParentElement().removeChild(element);
                Hands.table(x, "delegation").getDomElement().appendChild(element);
            });
        }));
        all.put("träffregeln FIRST där bara en rad kan träffa", delegation(x -> Hands.table(x, "delegation")
                .setHitPolicy(HitPolicy.FIRST)));
        all.put("träffregeln ANY där bara en rad kan träffa", delegation(x -> Hands.table(x, "delegation")
                .setHitPolicy(HitPolicy.ANY)));
        all.put(
                "beslut uppräknade i annan ordning i en cell",
                delegation(x -> input(x, "delegation", 1, 1, "\"PARTIAL\", \"GRANT\"")));
        all.put("samma gräns skriven åt andra hållet", delegation(x -> input(x, "delegation", 2, 2, "not(<= 500000)")));
        all.put("beloppskolumnens typ number i stället för long", delegation(x -> new ArrayList<>(
                        Hands.table(x, "delegation").getInputs())
                .get(1)
                .getInputExpression()
                .setTypeRef("number")));
        all.put(
                "ett steg flyttat i diagrammet",
                flow(() -> process("application", x -> x.getDocument()
                        .getElementsByNameNs("http://www.omg.org/spec/DD/20100524/DC", "Bounds")
                        .forEach(bounds -> bounds.setAttribute("x", "7")))));
        all.put(
                "ett flödes id bytt",
                flow(() -> process("application", x -> ((SequenceFlow) x.getModelElementById("flow_delegation_decide"))
                        .setId("flow_to_decide"))));
        all.put(
                "ett villkor med andra blanksteg",
                flow(() -> process(
                        "application",
                        x -> Hands.condition(x, "flow_outcome_examineRejection", "${ outcome=='REJECT' }"))));
        all.put(
                "frågorna i ett formulär i annan ordning",
                new Harmless(
                        () -> form("assess-application", x -> {
                            var group =
                                    (ArrayNode) component(x, "group_criterionA").get("components");
                            group.add(group.remove(0));
                        }),
                        bundle -> assertThat(rules(bundle, "assess-application"))
                                .isEqualTo(rules(BUNDLE, "assess-application"))));
        all.put(
                "grupperna i beskrivningen i annan ordning",
                new Harmless(
                        () -> description(x -> x.put("groups", new TreeMap<>((Map<?, ?>) x.get("groups")))),
                        bundle -> assertThat(BundleDescription.of(bundle)).isEqualTo(BundleDescription.of(BUNDLE))));
        return all;
    }

    /** The engine gives the same answer for every decision and for every amount near the limit. */
    private static Harmless delegation(Consumer<DmnModelInstance> change) {
        return new Harmless(() -> table("delegation", change), bundle -> assertThat(groups(bundle))
                .isEqualTo(groups(BUNDLE)));
    }

    private static List<Object> groups(Bundle bundle) {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        var decision =
                engine.parseDecision("delegation", new ByteArrayInputStream(bundle.bytes(tableFile("delegation"))));
        var groups = new ArrayList<Object>();
        for (var kind : List.of("GRANT", "PARTIAL", "REFUSAL", "REJECTION", "WRITE_OFF")) {
            for (var amount : List.of(0L, 1L, 499_999L, 500_000L, 500_001L, 9_000_000L)) {
                groups.add(
                        engine.evaluateDecisionTable(decision, Map.of("decisionKind", kind, "decisionAmount", amount))
                                .getSingleResult()
                                .getSingleEntry());
            }
        }
        assertThat(new TreeSet<>(groups.stream().map(String::valueOf).toList())).hasSize(2);
        return groups;
    }

    /** The same elements are connected by flows with the same conditions. */
    private static Harmless flow(Supplier<Bundle> bundle) {
        return new Harmless(bundle, changed -> assertThat(joints(changed)).isEqualTo(joints(BUNDLE)));
    }

    private static Map<String, Object> joints(Bundle bundle) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bundle.bytes(processFile("application"))));
        var joints = new TreeMap<String, Object>();
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            var next = new HashMap<String, String>();
            node.getOutgoing()
                    .forEach(flow -> next.put(
                            flow.getTarget().getId(),
                            flow.getConditionExpression() == null
                                    ? ""
                                    : flow.getConditionExpression()
                                            .getTextContent()
                                            .replaceAll("\\s", "")));
            joints.put(node.getElementType().getTypeName() + " " + node.getId(), next);
        }
        assertThat(joints).hasSizeGreaterThan(50);
        return joints;
    }

    /** The rules of each answer, by key. */
    private static Map<String, Object> rules(Bundle bundle, String form) {
        var schema = FormSchema.parse(bundle.text(formFile(form)));
        var rules = new LinkedHashMap<String, Object>();
        for (var key : new TreeSet<>(schema.inputKeys())) {
            schema.component(key).ifPresent(component -> rules.put(key, component.attributes()));
        }
        assertThat(rules).hasSizeGreaterThan(15);
        return rules;
    }
}
