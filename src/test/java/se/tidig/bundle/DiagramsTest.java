package se.tidig.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/** An application's process can be read on a screen: one overview, and one diagram for each part. */
class DiagramsTest {

    private static final Collection<BpmnPlane> PLANES = Bpmn.readModelFromStream(
                    new ByteArrayInputStream(Bundle.packaged().bytes("processes/application.bpmn")))
            .getModelElementsByType(BpmnPlane.class);

    @Test
    void eachDiagramFitsAScreen() {
        assertThat(PLANES).hasSizeGreaterThan(1).allSatisfy(plane -> {
            var bounds = plane.getDiagramElements().stream()
                    .filter(BpmnShape.class::isInstance)
                    .map(shape -> ((BpmnShape) shape).getBounds())
                    .toList();
            var left = bounds.stream().mapToDouble(box -> box.getX()).min().orElseThrow();
            var right = bounds.stream()
                    .mapToDouble(box -> box.getX() + box.getWidth())
                    .max()
                    .orElseThrow();
            var top = bounds.stream().mapToDouble(box -> box.getY()).min().orElseThrow();
            var bottom = bounds.stream()
                    .mapToDouble(box -> box.getY() + box.getHeight())
                    .max()
                    .orElseThrow();
            assertThat(right - left).isLessThan(1_900);
            assertThat(bottom - top).isLessThan(900);
        });
    }

    @Test
    void noFlowLiesOnTopOfAnother() {
        for (var plane : PLANES) {
            var stretches = plane.getDiagramElements().stream()
                    .filter(BpmnEdge.class::isInstance)
                    .flatMap(edge -> stretches((BpmnEdge) edge).stream())
                    .toList();
            for (var one : stretches) {
                assertThat(stretches).noneMatch(one::covers);
            }
        }
    }

    private static List<Stretch> stretches(BpmnEdge edge) {
        var points = new ArrayList<>(edge.getWaypoints());
        var stretches = new ArrayList<Stretch>();
        for (int i = 1; i < points.size(); i++) {
            stretches.add(new Stretch(edge.getBpmnElement().getId(), points.get(i - 1), points.get(i)));
        }
        return stretches;
    }

    private record Stretch(String flow, Waypoint from, Waypoint to) {

        boolean covers(Stretch other) {
            return !flow.equals(other.flow)
                    && (from.getX() == to.getX()
                                    && other.from.getX() == from.getX()
                                    && other.to.getX() == from.getX()
                                    && meet(from.getY(), to.getY(), other.from.getY(), other.to.getY())
                            || from.getY() == to.getY()
                                    && other.from.getY() == from.getY()
                                    && other.to.getY() == from.getY()
                                    && meet(from.getX(), to.getX(), other.from.getX(), other.to.getX()));
        }

        private static boolean meet(double a, double b, double c, double d) {
            return Math.min(Math.max(a, b), Math.max(c, d)) > Math.max(Math.min(a, b), Math.min(c, d));
        }
    }
}
