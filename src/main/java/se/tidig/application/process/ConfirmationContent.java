package se.tidig.application.process;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.application.Confirmation;
import se.tidig.application.Confirmations;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** What the sender is asked to confirm and has not confirmed (21 § FL); nothing where there is nothing. */
@Component
@Shows("confirmation: text, application, document")
class ConfirmationContent implements CaseContent {

    private final Confirmations confirmations;

    ConfirmationContent(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public Object read(String key, CaseTask task) {
        var open = confirmations.open(task.reference());
        if (open.isEmpty()) {
            return null;
        }
        return Map.of(
                "text",
                open.stream()
                        .map(confirmation -> "– %s: %s".formatted(confirmation.subject(), confirmation.reason()))
                        .collect(Collectors.joining("\n")),
                "application",
                open.stream().anyMatch(Confirmation::isOfApplication),
                "document",
                open.stream().anyMatch(confirmation -> !confirmation.isOfApplication()));
    }
}
