package se.tidig.decision.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.DecisionDemands;
import se.tidig.decision.Decision;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.Decisions;
import se.tidig.decision.Grounds;
import se.tidig.decision.Proposal;
import se.tidig.decision.Proposals;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.organisation.Board;

/** What forms, mails and letters say of proposal, decision and the demand for one. */
@Component
@Shows({
    "proposal: kind, amount, reasons, paragraphs, grounds.paragraph, grounds.reason, conditions.text, "
            + "findingsReason, proposer, date, returned, "
            + "returnReason, returnedBy, auditor, audit, plan.kind, plan.amount, plan.earliest, plan.latest",
    "partialGrounds: paragraph, reason",
    "decision: kind, granted, amount, requested, reasons, paragraphs, grounds.paragraph, "
            + "grounds.reason, conditions, interimReportDue, finalReportDue, "
            + "plannedPayments.amount, plannedPayments.earliest, plannedPayments.latest, plannedPayments.afterReport, "
            + "plannedReports.interim, plannedReports.due, auditor, "
            + "payingBoard, date, decider, proposer, participants, dissent, payments, audit, appeal",
    "demand: text, receivedOn, answerBy, standing, reasons, dissent, decider, date"
})
class DecisionContent implements CaseContent {

    private final Proposals proposals;
    private final Decisions decisions;
    private final DecisionDemands demands;
    private final Grounds grounds;
    private final StaffRegister staff;

    DecisionContent(
            Proposals proposals, Decisions decisions, DecisionDemands demands, Grounds grounds, StaffRegister staff) {
        this.proposals = proposals;
        this.decisions = decisions;
        this.demands = demands;
        this.grounds = grounds;
        this.staff = staff;
    }

    @Override
    public Object read(String key, CaseTask task) {
        return switch (key) {
            case "proposal" ->
                proposals.latest(task.reference()).map(this::show).orElse(null);
            case "decision" ->
                decisions.latest(task.reference()).map(this::show).orElse(null);
            case "partialGrounds" -> rowsOf(grounds.of(task.reference(), DecisionKind.PARTIAL));
            default -> demand(task);
        };
    }

    private Map<String, Object> show(Proposal proposal) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("kind", proposal.kind().swedishName());
        shown.put("amount", amount(proposal.kind(), proposal.amount().toString()));
        shown.put("reasons", proposal.reasons());
        shown.put("paragraphs", String.join("; ", proposal.paragraphs()));
        shown.put("grounds", rowsOf(grounds.of(proposal.reference(), proposal.kind())));
        shown.put("conditions", rows(proposal.conditions()));
        shown.put("findingsReason", proposal.findingsReason());
        shown.put("proposer", staff.nameOf(proposal.proposer()));
        shown.put("date", SwedishDate.text(SwedishDate.on(proposal.proposedAt())));
        shown.put("returned", proposal.state() == Proposal.State.RETURNED);
        shown.put("returnReason", proposal.returnReason());
        shown.put("returnedBy", proposal.returnedBy() == null ? null : staff.nameOf(proposal.returnedBy()));
        shown.put("auditor", proposal.terms().map(terms -> terms.audit().name()).orElse(null));
        shown.put(
                "audit", proposal.terms().map(terms -> terms.audit().swedish()).orElse(null));
        shown.put("plan", proposal.terms().map(ShownTerms::plan).orElse(List.of()));
        return shown;
    }

    private Map<String, Object> show(Decision decision) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("kind", decision.kind().swedishName());
        shown.put("granted", decision.kind().isGrant());
        shown.put("amount", amount(decision.kind(), decision.amount().toString()));
        shown.put("requested", decision.requested().toString());
        shown.put("reasons", decision.reasons());
        shown.put("paragraphs", decision.paragraphs());
        shown.put("grounds", rowsOf(decision.grounds()));
        shown.put("conditions", decision.conditions());
        shown.putAll(ShownTerms.ofLetter(decision));
        shown.put("interimReportDue", SwedishDate.text(decision.interimReportDue()));
        shown.put("finalReportDue", SwedishDate.text(decision.finalReportDue()));
        shown.put("payingBoard", boardName(decision.payingBoard()));
        shown.put("date", SwedishDate.text(decision.decidedOn()));
        shown.put("decider", staff.nameOf(decision.decider()));
        shown.put("proposer", decision.proposer() == null ? null : staff.nameOf(decision.proposer()));
        shown.put("participants", decision.participants());
        shown.put("dissent", decision.dissent());
        shown.putAll(EarlierLetters.words(decision));
        return shown;
    }

    /** The demand that the step is about; null where it does not say, so that the newest is meant. */
    static Long demandOf(CaseTask task) {
        return task.variables().get("demand") instanceof Number id ? id.longValue() : null;
    }

    private Map<String, Object> demand(CaseTask task) {
        var id = demandOf(task);
        return (id == null ? demands.latest(task.reference()) : demands.findById(id))
                .map(demand -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put("text", demand.text());
                    shown.put("receivedOn", SwedishDate.text(demand.receivedOn()));
                    shown.put("answerBy", SwedishDate.text(demand.answerBy()));
                    shown.put("standing", demand.standing().name());
                    shown.put("reasons", demand.reasons());
                    shown.put("dissent", demand.dissent());
                    shown.put("decider", demand.answeredBy() == null ? null : staff.nameOf(demand.answeredBy()));
                    shown.put(
                            "date",
                            demand.answeredAt() == null ? null : SwedishDate.text(SwedishDate.on(demand.answeredAt())));
                    return (Map<String, Object>) shown;
                })
                .orElse(null);
    }

    private static String amount(DecisionKind kind, String amount) {
        return kind.isGrant() ? amount : null;
    }

    private static List<Map<String, Object>> rowsOf(List<Decision.Ground> grounds) {
        return grounds.stream()
                .map(ground -> Map.<String, Object>of("paragraph", ground.paragraph(), "reason", ground.reason()))
                .toList();
    }

    /** As a table of a form takes them. */
    private static List<Map<String, Object>> rows(List<String> lines) {
        return lines.stream().map(line -> Map.<String, Object>of("text", line)).toList();
    }

    private static String boardName(String letter) {
        return Board.byLetter(letter).map(Board::swedishName).orElse(null);
    }
}
