package se.tidig.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The topics of external tasks, served over REST. A worker in another language may serve them too, so their variables
 * are described here.
 *
 * @param name in models
 * @param swedishName what the worker does, as a process owner picks it from a list
 * @param inputs the input parameters a model may give the task
 * @param reads the process variables the worker needs
 * @param writes the process variables the worker sets when the task is done
 */
public record Topic(String name, String swedishName, Set<String> inputs, Set<String> reads, Set<String> writes) {

    /**
     * Sends a mail: {@code mail} is the name of a text in forms/mails, {@code to} is {@code applicant}, {@code
     * subscribers} or {@code group:} and a group's id; {@code letter} is a text in forms/letters to write and attach,
     * {@code attach} a kind of document, whose newest one in the case is attached.
     */
    public static final Topic NOTIFICATION_SEND = new Topic(
            "notification.send",
            "Skicka mejl",
            Set.of("mail", "letter", "to", "attach"),
            Set.of(Variable.REFERENCE),
            Set.of());

    /** Writes the voucher of a payment order ({@code order}) for the ledger. */
    public static final Topic PAYMENT_EXPORT = new Topic(
            "payment.export", "Skriv verifikat till ekonomisystemet", Set.of(), Set.of(Variable.ORDER), Set.of());

    public static Map<String, Topic> all() {
        return Arrays.stream(new Topic[] {NOTIFICATION_SEND, PAYMENT_EXPORT})
                .collect(Collectors.toMap(Topic::name, topic -> topic));
    }
}
