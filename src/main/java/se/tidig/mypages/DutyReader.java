package se.tidig.mypages;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Confirmation;
import se.tidig.application.ConfirmationService;
import se.tidig.application.MoreTimeService;
import se.tidig.application.MoreTimeService.Awaited;
import se.tidig.decision.StepKind;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.mypages.Duty.Kind;
import se.tidig.report.Report;
import se.tidig.report.Reports;

/** Reads from every stage what a case waits for its party to do. */
@Component
class DutyReader {

    private final MoreTimeService moreTime;
    private final ConfirmationService confirmations;
    private final Grants grants;
    private final Reports reports;

    DutyReader(MoreTimeService moreTime, ConfirmationService confirmations, Grants grants, Reports reports) {
        this.moreTime = moreTime;
        this.confirmations = confirmations;
        this.grants = grants;
        this.reports = reports;
    }

    List<Duty> of(Application application) {
        var reference = application.reference();
        var asked = asked(application);
        return Stream.of(
                        asked.stream(),
                        asked.filter(duty -> duty.act() == Act.COMPLETION).isPresent()
                                ? Stream.<Duty>empty()
                                : senderConfirmation(reference).stream(),
                        grants.find(reference).stream().flatMap(DutyReader::confirmation),
                        reports.findByReferenceOrderByMilestone(reference).stream()
                                .flatMap(report -> report(report).stream()))
                .flatMap(duties -> duties)
                .toList();
    }

    private Optional<Duty> asked(Application application) {
        return moreTime.running(application.reference())
                .filter(running -> running.awaited() == Awaited.LATER_HEARING
                        || !application.status().isLeft())
                .map(running -> Duty.of(
                        running.awaited() == Awaited.COMPLETION ? Kind.COMPLETION : Kind.HEARING,
                        application.reference(),
                        running.dueOn()));
    }

    /** A completion confirms too, so it is a duty of its own only beside that. */
    private Optional<Duty> senderConfirmation(Reference reference) {
        return confirmations.open(reference).stream()
                .map(Confirmation::by)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(by -> Duty.of(Kind.SENDER_CONFIRMATION, reference, by));
    }

    private static Stream<Duty> confirmation(Grant grant) {
        if (grant.status() == Grant.State.AWAITING_CONFIRMATION) {
            return Stream.of(Duty.of(Kind.GRANT_CONFIRMATION, grant.reference(), null));
        }
        return grant.isAccountAsked() ? Stream.of(Duty.of(Kind.ACCOUNT, grant.reference(), null)) : Stream.empty();
    }

    private Optional<Duty> report(Report report) {
        return switch (report.status()) {
            case AWAITED ->
                Optional.of(Duty.of(
                        report.kind() == StepKind.FINAL_REPORT ? Kind.FINAL_REPORT : Kind.INTERIM_REPORT,
                        report.reference(),
                        due(report)));
            case AWAITING_COMPLETION ->
                Optional.of(Duty.of(Kind.REPORT_COMPLETION, report.reference(), report.completionDeadline()));
            default -> Optional.empty();
        };
    }

    private LocalDate due(Report report) {
        return grants.get(report.reference()).milestone(report.milestone()).due();
    }
}
