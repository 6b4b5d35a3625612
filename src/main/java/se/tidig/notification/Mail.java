package se.tidig.notification;

import java.util.List;
import se.tidig.form.CaseTask;

/**
 * A mail to send.
 *
 * @param key what makes the mail one, however often it is tried
 * @param name of its text in {@code forms/mails}
 * @param task the case it is about
 * @param to {@code applicant}, {@code subscribers} or {@code group:} and a group's id
 * @param attach kinds of documents whose newest of the case goes with it
 */
public record Mail(String key, String name, CaseTask task, String to, List<String> attach) {

    /** What the worker that sends mails serves. */
    public static final String TOPIC = "notification.send";
}
