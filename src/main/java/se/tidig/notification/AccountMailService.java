package se.tidig.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;
import se.tidig.engine.SiteAddress;
import se.tidig.organisation.AccountLinks;
import se.tidig.organisation.AccountMail;
import se.tidig.organisation.AccountMails;

/** Sends the mails about accounts and organisations, whose words are in the message files. */
@Service
public class AccountMailService {

    private static final Logger LOG = LoggerFactory.getLogger(AccountMailService.class);

    private final AccountMails mails;
    private final AccountLinks links;
    private final MailTransport transport;
    private final MessageSource words;
    private final Clock clock;
    private final String from;
    private final SiteAddress site;

    AccountMailService(
            AccountMails mails,
            AccountLinks links,
            MailTransport transport,
            MessageSource words,
            Clock clock,
            @Value("${tidig.mail.from:tidig@lansstyrelsen.example}") String from,
            SiteAddress site) {
        this.mails = mails;
        this.links = links;
        this.transport = transport;
        this.words = words;
        this.clock = clock;
        this.from = from;
        this.site = site;
    }

    /** Sends what waits; a mail that cannot be sent waits for a later attempt. */
    public void sendWaiting() {
        for (var next = mails.take(); next.isPresent(); next = mails.take()) {
            send(next.get());
        }
    }

    private void send(AccountMail mail) {
        try {
            // Stored before the mail leaves, so that a mail that was sent always has a link that works.
            transport.send(write(mail, page(mail)));
            mails.sent(mail);
        } catch (MessagingException | IllegalStateException e) {
            LOG.warn("Mejlet {} ({}) kunde inte skickas: {}", mail.id(), mail.kind(), e.getMessage());
            mails.failed(mail, e.getMessage());
        }
    }

    private String page(AccountMail mail) {
        var path =
                switch (mail.kind()) {
                    case CONFIRM -> "/konto/bekrafta/" + links.secretFor(mail).orElseThrow();
                    case RESET ->
                        "/konto/nytt-losenord/" + links.secretFor(mail).orElseThrow();
                    case EXISTS, CHANGED -> "/konto/glomt";
                    case DRAFT_INVITED -> "/utkast/" + mail.names().get(2) + "/inbjudan";
                    case SECOND_SIGNATURE -> "/utkast/" + mail.names().get(2) + "/underskrift";
                    case INVITED, ASKED, ADMITTED, REFUSED -> "/organisationer";
                };
        return site.of(path) + ("en".equals(mail.language().getLanguage()) ? "?lang=en" : "");
    }

    private MimeMessage write(AccountMail mail, String page) throws MessagingException {
        var message = new KeyedMessage("<" + mail.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
        var helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        var names = new ArrayList<Object>();
        names.add(page);
        names.addAll(mail.names());
        helper.setFrom(from);
        helper.setTo(mail.recipient());
        helper.setSentDate(Date.from(clock.instant()));
        helper.setSubject(words.getMessage(mail.key() + ".subject", names.toArray(), mail.language()));
        helper.setText(words.getMessage(mail.key() + ".text", names.toArray(), mail.language()) + "\n");
        message.saveChanges();
        return message;
    }
}
