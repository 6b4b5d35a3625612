package se.tidig.bundle.check.process;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.Duration;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.FindingList;
import se.tidig.bundle.check.variable.Expression;
import se.tidig.bundle.check.variable.VariableUse;

/** Checks that times can be read, and that background steps are retried before they become incidents. */
public final class TimerCheck {

    // The default implementation, because a search for others reads every library each time.
    private static final DatatypeFactory DURATIONS = DatatypeFactory.newDefaultInstance();

    private static final Pattern PLAIN_DATE = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d(T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?(Z|[+-](0\\d|1[0-4]):[0-5]\\d)?)?");
    private static final Pattern WEEKS = Pattern.compile("P\\d{1,4}W");
    private static final Duration LONGEST = DURATIONS.newDuration("P100Y");
    private static final Duration SHORTEST_CYCLE = DURATIONS.newDuration("PT1M");
    private static final String RETRY_REMEDY = "skriv Retry time cycle, till exempel PT10S,PT1M,PT10M";

    private final ProcessFile file;
    private final FindingList findings;

    public TimerCheck(ProcessFile file, FindingList findings) {
        this.file = file;
        this.findings = findings;
    }

    public void check() {
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
        if (!isTime(kind, text)) {
            error(
                    node.getId(),
                    "tiden \"" + text + "\" går inte att tolka som " + swedish(kind),
                    "skriv till exempel " + example(kind));
        }
    }

    static boolean isTime(String kind, String text) {
        return switch (kind) {
            case "timeDate" -> isDate(text);
            case "timeDuration" -> isDuration(text);
            default -> isCycle(text);
        };
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

    /** Whether the engine accepts the text as the due date of a task: a date, or a duration from now. */
    static boolean isDay(String text) {
        return isDate(text) || isDuration(text) && !WEEKS.matcher(text).matches();
    }

    /**
     * A date that the engine can read and every database can store. The usual notations are read without the engine.
     */
    private static boolean isDate(String text) {
        if (!text.matches("[12]\\d{3}\\D.*")) {
            return false;
        }
        return PLAIN_DATE.matcher(text).matches()
                ? reads(() -> LocalDate.parse(text.substring(0, 10)))
                : reads(() -> new DueDateBusinessCalendar().resolveDuedate(text));
    }

    private static boolean isDuration(String text) {
        if (WEEKS.matcher(text).matches()) {
            return !text.matches("P0+W");
        }
        try {
            var duration = DURATIONS.newDuration(text);
            return duration.getSign() > 0 && duration.compare(LONGEST) != DatatypeConstants.GREATER;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** {@code R3/P7D}, {@code R/2026-10-01T06:00:00Z/P1Y}, or cron, which the engine also reads. */
    private static boolean isCycle(String text) {
        if (!text.startsWith("R")) {
            return reads(() -> new CycleBusinessCalendar().resolveDuedate(text));
        }
        var parts = List.of(text.split("/", -1));
        var times = parts.subList(1, parts.size());
        return parts.get(0).matches("R\\d{0,9}")
                && times.stream().allMatch(TimerCheck::isPartOfCycle)
                && (times.size() == 1 && isDuration(times.get(0))
                        || times.size() == 2 && times.stream().anyMatch(TimerCheck::isDate));
    }

    /** The engine counts in steps of the interval from the first time until now, so the interval must not be tiny. */
    private static boolean isPartOfCycle(String text) {
        return isDate(text)
                || isDuration(text)
                        && (WEEKS.matcher(text).matches()
                                || DURATIONS.newDuration(text).compare(SHORTEST_CYCLE) != DatatypeConstants.LESSER);
    }

    private static boolean reads(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (RuntimeException e) {
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
            // The engine splits at the commas and keeps white space.
            var readable = text.startsWith("R") && isRetryCycle(text)
                    || List.of(text.split(",", -1)).stream().allMatch(TimerCheck::isDuration);
            if (!readable) {
                error(id, "regeln för nya försök \"" + text + "\" går inte att tolka", RETRY_REMEDY);
            }
        }
    }

    /** The time between retries may be short: {@code R3/PT10S}. */
    private static boolean isRetryCycle(String text) {
        var parts = List.of(text.split("/", -1));
        return parts.size() == 2 && parts.get(0).matches("R\\d{1,4}") && isDuration(parts.get(1));
    }

    private void error(String element, String cause, String remedy) {
        findings.error(file.name(), element, cause, remedy);
    }
}
