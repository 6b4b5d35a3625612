package se.tidig.decision.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.DecisionDemands;
import se.tidig.decision.Decision;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.Decisions;
import se.tidig.decision.GroundService;
import se.tidig.decision.Proposal;
import se.tidig.decision.Proposals;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.organisation.Board;

/** Proposal, decision and demand for a decision, as forms, mails and letters show them. */
@Component
class DecisionContent implements CaseContent {

    private final Proposals proposals;
    private final Decisions decisions;
    private final DecisionDemands demands;
    private final GroundService grounds;
    private final StaffRegister staff;

    DecisionContent(
            Proposals proposals,
            Decisions decisions,
            DecisionDemands demands,
            GroundService grounds,
            StaffRegister staff) {
        this.proposals = proposals;
        this.decisions = decisions;
        this.demands = demands;
        this.grounds = grounds;
        this.staff = staff;
    }

    record Ground(String paragraph, String reason) {}

    record Condition(String text) {}

    record ShownProposal(
            String kind,
            Sek amount,
            String reasons,
            String paragraphs,
            List<Ground> grounds,
            List<Condition> conditions,
            String findingsReason,
            String proposer,
            LocalDate date,
            boolean returned,
            String returnReason,
            String returnedBy,
            String auditor,
            String audit,
            List<ShownTerms.Step> plan) {}

    /** The last three components are for the letters of earlier bundles, see {@link EarlierLetters}. */
    record ShownDecision(
            String kind,
            String code,
            boolean granted,
            Sek amount,
            Sek requested,
            String reasons,
            List<String> paragraphs,
            List<Ground> grounds,
            List<String> conditions,
            List<ShownTerms.PlannedPayment> plannedPayments,
            List<ShownTerms.PlannedReport> plannedReports,
            String auditor,
            LocalDate interimReportDue,
            LocalDate finalReportDue,
            String payingBoard,
            LocalDate date,
            String decider,
            String proposer,
            List<String> participants,
            String dissent,
            List<String> payments,
            String audit,
            String appeal) {}

    record Demand(
            String text,
            LocalDate receivedOn,
            LocalDate answerBy,
            String standing,
            String reasons,
            String dissent,
            String decider,
            LocalDate date) {}

    @Shows("proposal")
    Optional<ShownProposal> proposal(CaseTask task) {
        return proposals.latest(task.reference()).map(this::shown);
    }

    private ShownProposal shown(Proposal proposal) {
        return new ShownProposal(
                proposal.kind().swedishName(),
                proposal.kind().isGrant() ? proposal.amount() : null,
                proposal.reasons(),
                String.join("; ", proposal.paragraphs()),
                shown(grounds.of(proposal.reference(), proposal.kind())),
                proposal.conditions().stream().map(Condition::new).toList(),
                proposal.findingsReason(),
                staff.nameOf(proposal.proposer()),
                SwedishDate.on(proposal.proposedAt()),
                proposal.state() == Proposal.State.RETURNED,
                proposal.returnReason(),
                name(proposal.returnedBy()),
                proposal.terms().map(terms -> terms.audit().name()).orElse(null),
                proposal.terms().map(terms -> terms.audit().sentence()).orElse(null),
                proposal.terms().map(ShownTerms::plan).orElse(List.of()));
    }

    @Shows("decision")
    Optional<ShownDecision> decision(CaseTask task) {
        return decisions.latest(task.reference()).map(this::shown);
    }

    private ShownDecision shown(Decision decision) {
        return new ShownDecision(
                decision.kind().swedishName(),
                decision.kind().name(),
                decision.kind().isGrant(),
                decision.kind().isGrant() ? decision.amount() : null,
                decision.requested(),
                decision.reasons(),
                decision.paragraphs(),
                shown(decision.grounds()),
                decision.conditions(),
                decision.terms().map(ShownTerms::payments).orElse(List.of()),
                decision.terms().map(ShownTerms::reports).orElse(List.of()),
                decision.terms().map(terms -> terms.audit().name()).orElse(null),
                decision.interimReportDue(),
                decision.finalReportDue(),
                Board.byLetter(decision.payingBoard()).map(Board::swedishName).orElse(null),
                decision.decidedOn(),
                staff.nameOf(decision.decider()),
                name(decision.proposer()),
                decision.participants(),
                decision.dissent(),
                EarlierLetters.payments(decision),
                EarlierLetters.audit(decision),
                EarlierLetters.APPEAL);
    }

    @Shows("partialGrounds")
    List<Ground> partialGrounds(CaseTask task) {
        return shown(grounds.of(task.reference(), DecisionKind.PARTIAL));
    }

    /** The demand that the step is about; null if the step does not say, which means the latest. */
    static Long demandOf(CaseTask task) {
        return task.variables().get("demand") instanceof Number id ? id.longValue() : null;
    }

    @Shows("demand")
    Optional<Demand> demand(CaseTask task) {
        var id = demandOf(task);
        return (id == null ? demands.latest(task.reference()) : demands.findById(id))
                .map(demand -> new Demand(
                        demand.text(),
                        demand.receivedOn(),
                        demand.answerBy(),
                        demand.standing().name(),
                        demand.reasons(),
                        demand.dissent(),
                        name(demand.answeredBy()),
                        demand.answeredAt() == null ? null : SwedishDate.on(demand.answeredAt())));
    }

    private static List<Ground> shown(List<Decision.Ground> grounds) {
        return grounds.stream()
                .map(ground -> new Ground(ground.paragraph(), ground.reason()))
                .toList();
    }

    private String name(Actor actor) {
        return staff.nameOf(actor);
    }
}
