package se.tidig.notification;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import se.tidig.Reference;
import se.tidig.document.Document;
import se.tidig.document.Documents;
import se.tidig.engine.OpenTopicTasks;
import se.tidig.form.CaseTask;
import se.tidig.notification.Sending.Attached;
import se.tidig.notification.Sending.State;

/** What has been sent in a case, to whom and when, and what is not sent yet (20, 25 and 33 §§ FL). */
@Service
public class SendingService {

    private final Documents documents;
    private final OpenTopicTasks tasks;
    private final RecipientService recipients;
    private final JdbcClient jdbc;

    SendingService(Documents documents, OpenTopicTasks tasks, RecipientService recipients, JdbcClient jdbc) {
        this.documents = documents;
        this.tasks = tasks;
        this.recipients = recipients;
        this.jdbc = jdbc;
    }

    /**
     * All sendings of an application and its milestones, newest first, including written letters that have not been
     * sent.
     */
    public List<Sending> of(Reference reference) {
        var letters = new LinkedHashMap<UUID, Attached>();
        documents.of(reference).forEach(letter -> letters.put(letter.id(), attached(letter)));
        var carried = new HashSet<UUID>();
        return Stream.of(sent(reference, letters, carried), waiting(reference), unsent(letters, carried))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Sending::at, Comparator.nullsFirst(Comparator.reverseOrder())))
                .toList();
    }

    private List<Sending> sent(Reference reference, Map<UUID, Attached> letters, Set<UUID> carried) {
        return jdbc.sql("select sent_at, subject, recipients, documents, text from tidig.mail"
                        + " where reference = ? or reference like ? order by sent_at, message_id")
                .params(reference.value(), reference + "-M%")
                .query((row, number) -> {
                    var ids = (UUID[]) row.getArray("documents").getArray();
                    carried.addAll(Arrays.asList(ids));
                    return new Sending(
                            row.getTimestamp("sent_at").toInstant(),
                            row.getString("subject"),
                            Stream.of(ids)
                                    .filter(letters::containsKey)
                                    .map(letters::get)
                                    .toList(),
                            row.getString("recipients"),
                            State.SENT,
                            row.getString("text"),
                            null);
                })
                .list();
    }

    private List<Sending> waiting(Reference reference) {
        return tasks.of(reference, Mail.TOPIC).stream()
                .map(task -> new Sending(
                        task.since(),
                        task.name(),
                        List.of(),
                        addresses(reference, task),
                        task.isGivenUp() ? State.FAILED : State.WAITING,
                        null,
                        task.failure()))
                .toList();
    }

    /** Empty if nobody can be reached; the failure then says why. */
    private String addresses(Reference reference, OpenTopicTasks.Open task) {
        if (task.to() == null) {
            return "";
        }
        var about = new CaseTask(
                reference, reference.board(), task.process(), null, null, null, null, null, new HashMap<>());
        try {
            return recipients.of(task.to(), about).written();
        } catch (IllegalStateException unreachable) {
            return "";
        }
    }

    private static List<Sending> unsent(Map<UUID, Attached> letters, Set<UUID> carried) {
        return letters.values().stream()
                .filter(letter -> !carried.contains(letter.id()))
                .map(letter -> new Sending(
                        letter.writtenAt(), letter.title(), List.of(letter), "", State.NOT_SENT, null, null))
                .collect(Collectors.toList());
    }

    private static Attached attached(Document letter) {
        return new Attached(letter.id(), letter.title(), letter.createdAt());
    }
}
