package se.tidig.bundle.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Times can be read, and what runs in the background is tried again before it stands as an incident. */
final class TimerCheck {

    // The default one: looking for others searches every library, each time.
    private static final DatatypeFactory DURATIONS = DatatypeFactory.newDefaultInstance();

    private static final Pattern CYCLE = Pattern.compile("R\\d*/([^/]+)(/[^/]+)?");
    private static final String RETRY_REMEDY = "skriv Retry time cycle, till exempel PT10S,PT1M,PT10M";

    private final ProcessFile file;
    private final Findings findings;

    TimerCheck(ProcessFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        for (var node : file.nodes()) {
            var timers = VariableUse.timers(node);
            timers.forEach(timer ->
                    time(node, timer.getLocalName(), timer.getTextContent().strip()));
            var isTimer = ProcessFile.children(node, TimerEventDefinition.class)
                    .findAny()
                    .isPresent();
            if (isTimer && timers.size() != 1) {
                error(node.getId(), "tiden saknas", "skriv ett datum, en varaktighet eller en upprepning");
            }
            retries(node, isTimer);
        }
    }

    private void time(FlowNode node, String kind, String text) {
        if (text.contains("${") || text.contains("#{")) {
            if (Expression.of(text).singleName() == null) {
                error(node.getId(), "tiden \"" + text + "\" är inte en variabel", "skriv ${variabel} eller en tid");
            }
            return;
        }
        var readable =
                switch (kind) {
                    case "timeDate" -> isDate(text);
                    case "timeDuration" -> isDuration(text);
                    default -> isCycle(text);
                };
        if (!readable) {
            error(
                    node.getId(),
                    "tiden \"" + text + "\" går inte att tolka som " + swedish(kind),
                    "skriv till exempel " + example(kind));
        }
    }

    private static String swedish(String kind) {
        return switch (kind) {
            case "timeDate" -> "datum";
            case "timeDuration" -> "varaktighet";
            default -> "upprepning";
        };
    }

    private static String example(String kind) {
        return switch (kind) {
            case "timeDate" -> "2026-11-21T16:00:00+01:00 eller ${variabel}";
            case "timeDuration" -> "P14D eller ${variabel}";
            default -> "R3/P7D";
        };
    }

    private static boolean isDate(String text) {
        return reads(() -> OffsetDateTime.parse(text))
                || reads(() -> LocalDateTime.parse(text))
                || reads(() -> LocalDate.parse(text));
    }

    private static boolean isDuration(String text) {
        try {
            return DURATIONS.newDuration(text).getSign() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isCycle(String text) {
        var cycle = CYCLE.matcher(text);
        return cycle.matches() && (isDuration(cycle.group(1)) || isDate(cycle.group(1)));
    }

    private static boolean reads(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void retries(FlowNode node, boolean isTimer) {
        background(node, node.getId(), isTimer);
        ProcessFile.children(node, MultiInstanceLoopCharacteristics.class)
                .forEach(loop -> background(loop, node.getId(), false));
    }

    private void background(ModelElementInstance element, String id, boolean isTimer) {
        var async = ProcessFile.isTrue(element, "asyncBefore") || ProcessFile.isTrue(element, "asyncAfter");
        for (var flag : List.of("asyncBefore", "asyncAfter", "exclusive")) {
            var value = ProcessFile.camunda(element, flag);
            if (value != null && !value.equals("true") && !value.equals("false")) {
                error(id, "egenskapen " + flag + " är varken true eller false", "skriv true eller false");
            }
        }
        var policy = ProcessFile.extensions(element, "failedJobRetryTimeCycle");
        if ((async || isTimer) && policy.isEmpty()) {
            error(
                    id,
                    (isTimer ? "tidshändelsen" : "bakgrundssteget") + " har ingen regel för nya försök",
                    RETRY_REMEDY);
        }
        for (var found : policy) {
            var text = found.getTextContent().strip();
            var readable = isCycle(text)
                    || List.of(text.split(",")).stream().map(String::strip).allMatch(TimerCheck::isDuration);
            if (!readable) {
                error(id, "regeln för nya försök \"" + text + "\" går inte att tolka", RETRY_REMEDY);
            }
        }
    }

    private void error(String element, String cause, String remedy) {
        findings.error(file.name(), element, cause, remedy);
    }
}
