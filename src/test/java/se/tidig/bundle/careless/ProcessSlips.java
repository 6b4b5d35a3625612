package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.CarelessOwner.process;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Mistakes in processes. */
final class ProcessSlips {

    private ProcessSlips() {}

    static Stream<Slip> all() {
        return Stream.of(FlowSlips.all(), StepSlips.all(), PeopleSlips.all(), EventSlips.all())
                .flatMap(slips -> slips);
    }

    /** A mistake in the process of an application. */
    static Slip slip(String name, String element, String cause, Consumer<BpmnModelInstance> change) {
        return slip(name, "application", element, cause, change);
    }

    static Slip slip(String name, String process, String element, String cause, Consumer<BpmnModelInstance> change) {
        return slip(name, process, element, cause, process, change);
    }

    /** A mistake in one process that is reported in another. */
    static Slip slip(
            String name,
            String told,
            String element,
            String cause,
            String process,
            Consumer<BpmnModelInstance> change) {
        return new Slip(name, CarelessOwner.processFile(told), element, cause, () -> process(process, change));
    }
}
