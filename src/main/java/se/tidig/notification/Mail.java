package se.tidig.notification;

import java.util.HashMap;
import java.util.List;
import se.tidig.form.CaseTask;

/**
 * A mail to send.
 *
 * @param key the same for every attempt to send the mail
 * @param name of the text in {@code forms/mails}
 * @param task the case that the mail is about
 * @param to {@code applicant}, {@code subscribers} or {@code group:} and a group's id
 * @param attach kinds of documents; the case's newest document of each kind is attached
 */
public record Mail(String key, String name, CaseTask task, String to, List<String> attach) {

    /** The topic of the worker that sends mails. */
    public static final String TOPIC = "notification.send";

    /** The content that tells a text that it is read after log-in. */
    public static final String ON_MY_PAGES = "onMyPages";

    /** The same case as the text on Mina sidor shows it: there it may say what the mail itself must not. */
    CaseTask onMyPages() {
        var variables = new HashMap<>(task.variables());
        variables.put(ON_MY_PAGES, true);
        return new CaseTask(
                task.reference(),
                task.board(),
                task.process(),
                task.element(),
                task.form(),
                task.taskId(),
                task.processInstance(),
                task.actor(),
                variables);
    }
}
