package se.tidig.faults;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The administrator reads each incident's cause and, when the causes are gone, has it tried again. */
final class Administrator {

    private final Desk desk;
    private final Tally tally;
    private final Map<String, String> causes = new ConcurrentHashMap<>();
    private volatile boolean mended = true;

    Administrator(Desk desk, Tally tally) {
        this.desk = desk;
        this.tally = tally;
    }

    /** Whether the broken part of the outside world works again. */
    void mended(boolean again) {
        mended = again;
    }

    /** The causes that were read, by the element that stood still. */
    Map<String, String> causes() {
        return Map.copyOf(causes);
    }

    boolean work() {
        for (var incident : desk.read("/incident?maxResults=500")) {
            causes.put(
                    incident.get("activityId").asText(),
                    incident.path("incidentMessage").asText(""));
            if (mended) {
                var external = incident.get("incidentType").asText().equals("failedExternalTask");
                desk.puts(
                        (external ? "/external-task/" : "/job/")
                                + incident.get("configuration").asText() + "/retries",
                        Map.of("retries", 1));
                tally.count(Tally.INCIDENTS);
            }
        }
        Town.rest(1_000);
        return false;
    }

    /** The causes that a person cannot understand: technical words, or nothing. */
    Set<String> unreadable() {
        return causes.values().stream()
                .filter(cause -> cause.isBlank()
                        || cause.matches("(?s).*(Exception|java\\.|org\\.|SQL|null).*")
                        || !cause.matches("(?s).*[åäö].*"))
                .collect(Collectors.toSet());
    }
}
