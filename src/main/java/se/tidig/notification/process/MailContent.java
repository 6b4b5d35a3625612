package se.tidig.notification.process;

import org.springframework.stereotype.Component;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.notification.Mail;

/** Where a mail's text is read. */
@Component
class MailContent implements CaseContent {

    /** Whether the text is read after log-in on Mina sidor, and not in the mail, which anybody may see. */
    @Shows(Mail.ON_MY_PAGES)
    boolean onMyPages(CaseTask task) {
        return Boolean.TRUE.equals(task.variables().get(Mail.ON_MY_PAGES));
    }
}
