package se.tidig.application.process;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.application.Confirmation;
import se.tidig.application.ConfirmationService;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** The documents that the sender has not yet confirmed (21 § FL); absent if there are none. */
@Component
class ConfirmationContent implements CaseContent {

    private final ConfirmationService confirmations;

    ConfirmationContent(ConfirmationService confirmations) {
        this.confirmations = confirmations;
    }

    record Asked(String text, boolean application, boolean document, LocalDate by) {}

    @Shows("confirmation")
    Asked asked(CaseTask task) {
        var open = confirmations.open(task.reference());
        return open.isEmpty()
                ? null
                : new Asked(
                        open.stream()
                                .map(confirmation ->
                                        "– %s: %s".formatted(confirmation.subject(), confirmation.reason()))
                                .collect(Collectors.joining("\n")),
                        open.stream().anyMatch(Confirmation::isOfApplication),
                        open.stream().anyMatch(confirmation -> !confirmation.isOfApplication()),
                        open.stream()
                                .map(Confirmation::by)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null));
    }
}
