package se.tidig.faults;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import se.tidig.Reference;
import se.tidig.wholecall.Written;

/** The registrar: enters what applicants send on paper, one paper after another. */
final class Registrar {

    private final Town town;
    private final Desk desk;
    private final Queue<Runnable> papers = new ArrayDeque<>();
    private int registered;

    Registrar(Town town) {
        this.town = town;
        this.desk = town.desk("registrarK");
    }

    synchronized void receive(Runnable paper) {
        papers.add(paper);
    }

    /** Enters the next paper; returns false if there is none. */
    boolean work() {
        Runnable next;
        synchronized (this) {
            next = papers.poll();
        }
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }

    void application(Life life) {
        var next = "%s-%03d".formatted(town.call(), registered + 1);
        var answers = Written.paper(town.call(), town.today(), life.application());
        // The registrar knows the last number that was given, and looks whether the next has been given.
        desk.starts("application", answers, () -> {
            var page = desk.page(Reference.of(next));
            return page != null && page.contains(life.name);
        });
        registered++;
        life.registered(next);
    }

    void withdrawal(Life life) {
        desk.starts(
                "incoming-document",
                incoming(life, life.reference().value(), "withdrawal", "Vi återkallar ansökan."),
                () -> {
                    var page = desk.page(life.reference());
                    return page != null && page.contains("Vi återkallar ansökan.");
                });
    }

    void completion(Life life) {
        enters(
                life,
                life.reference().value(),
                "completion",
                "userTask_registerCompletion",
                Map.of("completionReply", "Här är handlingarna.", "attachments", Written.ALL_DOCUMENTS));
    }

    void confirmation(Life life) {
        enters(
                life,
                life.reference().value(),
                "grantConfirmation",
                "userTask_registerConfirmation",
                Written.confirmation(life.name));
    }

    void report(Life life) {
        enters(
                life,
                life.reference() + "-M2",
                "report",
                "userTask_registerReport",
                Written.report(life.requested, "auditor"));
    }

    /** Enters the document, and then its content. */
    private void enters(Life life, String named, String kind, String element, Map<String, Object> answers) {
        var before = tasks(life, element);
        desk.starts(
                "incoming-document",
                incoming(life, named, kind, null),
                () -> tasks(life, element).size() > before.size());
        var opened = tasks(life, element);
        opened.removeAll(before);
        for (var task : opened) {
            desk.does(new Desk.Task(task, element, false), answers);
        }
        if (opened.isEmpty()) {
            throw new AssertionError("Nothing to register: " + kind + " of " + life.reference());
        }
    }

    private Set<String> tasks(Life life, String element) {
        var found = new HashSet<String>();
        desk.read("/task?maxResults=20&taskDefinitionKey=" + element + "&processInstanceBusinessKeyLike="
                        + life.reference() + "-H%25")
                .forEach(task -> found.add(task.get("id").asText()));
        return found;
    }

    private Map<String, Object> incoming(Life life, String named, String kind, String text) {
        return Written.incoming(named, kind, town.today(), text);
    }
}
