package se.tidig.notification.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.document.LetterService;
import se.tidig.engine.TopicTask;
import se.tidig.engine.TopicWorker;
import se.tidig.engine.Variable;
import se.tidig.form.CaseTask;
import se.tidig.notification.Mail;
import se.tidig.notification.MailService;

/**
 * Serves {@code notification.send}: input {@code mail} and {@code to}; {@code letter} writes a letter and attaches it,
 * {@code attach} attaches the latest document of each kind.
 */
@Component
class SendMail implements TopicWorker {

    private final MailService post;
    private final LetterService letters;

    SendMail(MailService post, LetterService letters) {
        this.post = post;
        this.letters = letters;
    }

    @Override
    public String topic() {
        return Mail.TOPIC;
    }

    @Override
    public Map<String, Object> work(TopicTask task) {
        var reference = task.text(Variable.REFERENCE);
        var about = new CaseTask(
                Reference.find(reference == null ? task.businessKey() : reference)
                        .orElse(null),
                task.text(Variable.BOARD),
                task.process(),
                task.element(),
                task.text("mail"),
                null,
                task.processInstance(),
                null,
                task.variables());
        var attach = names(task.text("attach"));
        var letter = task.text("letter");
        if (letter != null) {
            letters.write(about, letter, letter, task.key());
            attach.add(letter);
        }
        post.send(new Mail(task.key(), task.text("mail"), about, task.text("to"), attach));
        return Map.of();
    }

    private static List<String> names(String list) {
        return new ArrayList<>(list == null ? List.of() : List.of(list.split("\\s*,\\s*")));
    }
}
