package se.tidig.mypages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.Application;
import se.tidig.application.Completions;
import se.tidig.application.ConfirmationService;
import se.tidig.application.DecisionDemands;
import se.tidig.application.Hearings;
import se.tidig.application.LaterHearing;
import se.tidig.application.MoreTimeService;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.report.Report;
import se.tidig.report.Reports;
import se.tidig.timelimit.TimeLimitsTable;
import se.tidig.timelimit.TimeLimitsTable.Limit;

/** Reads what a party can send in now. The stages decide again when something is sent. */
@Component
@Transactional(readOnly = true)
public class OpenActReader {

    private static final Set<Grant.State> RUNNING =
            EnumSet.of(Grant.State.AWAITING_CONFIRMATION, Grant.State.CONFIRMED, Grant.State.ACTIVE);

    private final Completions completions;
    private final Hearings hearings;
    private final ObjectProvider<LaterHearing> laterHearings;
    private final MoreTimeService moreTime;
    private final ConfirmationService confirmations;
    private final AppealableLetters appealable;
    private final DecisionDemands demands;
    private final TimeLimitsTable limits;
    private final Grants grants;
    private final Reports reports;
    private final Clock clock;

    OpenActReader(
            Completions completions,
            Hearings hearings,
            ObjectProvider<LaterHearing> laterHearings,
            MoreTimeService moreTime,
            ConfirmationService confirmations,
            AppealableLetters appealable,
            DecisionDemands demands,
            TimeLimitsTable limits,
            Grants grants,
            Reports reports,
            Clock clock) {
        this.completions = completions;
        this.hearings = hearings;
        this.laterHearings = laterHearings;
        this.moreTime = moreTime;
        this.confirmations = confirmations;
        this.appealable = appealable;
        this.demands = demands;
        this.limits = limits;
        this.grants = grants;
        this.reports = reports;
        this.clock = clock;
    }

    public List<Act> of(Application application) {
        return Arrays.stream(Act.values())
                .filter(act -> isOpen(act, application))
                .toList();
    }

    public boolean isOpen(Act act, Application application) {
        var reference = application.reference();
        var handled = !application.status().isLeft();
        return switch (act) {
            case COMPLETION -> handled && completions.latest(reference).isPresent();
            case HEARING ->
                isHeardLater(reference) || handled && hearings.latest(reference).isPresent();
            case MORE_TIME -> moreTime.running(reference).isPresent();
            case GRANT_CONFIRMATION -> isIn(reference, EnumSet.of(Grant.State.AWAITING_CONFIRMATION));
            case REPORT ->
                reports.findByReferenceOrderByMilestone(reference).stream().anyMatch(OpenActReader::isAwaited);
            case SENDER_CONFIRMATION -> !confirmations.open(reference).isEmpty();
            case ACCOUNT -> grants.find(reference).filter(Grant::isAccountAsked).isPresent();
            case APPEAL -> appealable.wasSent(reference);
            case CHANGE_REQUEST -> isIn(reference, RUNNING);
            case SUPPLEMENT, CHANGE -> handled || isIn(reference, RUNNING);
            case DECISION_DEMAND ->
                handled && !demands.isMade(reference) && today().isAfter(demandedAfter(application));
            case WITHDRAWAL -> handled;
        };
    }

    /** The last day before a decision can be demanded (12 § FL); null if the application is no longer handled. */
    public LocalDate demandFrom(Application application) {
        return application.status().isLeft() || demands.isMade(application.reference())
                ? null
                : demandedAfter(application).plusDays(1);
    }

    private LocalDate demandedAfter(Application application) {
        return limits.of(Limit.DECISION_DEMAND)
                .after(SwedishDate.on(application.receivedAt()))
                .last();
    }

    private LocalDate today() {
        return SwedishDate.on(clock.instant());
    }

    private boolean isHeardLater(Reference reference) {
        return laterHearings.stream()
                .anyMatch(hearing -> hearing.open(reference).isPresent());
    }

    private boolean isIn(Reference reference, Set<Grant.State> states) {
        return grants.find(reference)
                .filter(grant -> states.contains(grant.status()))
                .isPresent();
    }

    private static boolean isAwaited(Report report) {
        return report.status() == Report.State.AWAITED || report.status() == Report.State.AWAITING_COMPLETION;
    }
}
