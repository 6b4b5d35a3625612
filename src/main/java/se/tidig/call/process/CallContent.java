package se.tidig.call.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.bundle.AnswerWording;
import se.tidig.call.Call;
import se.tidig.call.CallFigures.Figure;
import se.tidig.call.CallJournal;
import se.tidig.call.Calls;
import se.tidig.call.ClosingChangeService;
import se.tidig.call.FollowUpService;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Fills;
import se.tidig.form.Shows;
import se.tidig.organisation.Board;

/** A call as forms and mails show it: in its own process, and in that of each of its applications. */
@Component
class CallContent implements CaseContent {

    private static final String FORM = "call";

    private final Calls calls;
    private final CallJournal journal;
    private final ClosingChangeService changes;
    private final FollowUpService followUps;
    private final StaffRegister staff;
    private final AnswerWording words;

    CallContent(
            Calls calls,
            CallJournal journal,
            ClosingChangeService changes,
            FollowUpService followUps,
            StaffRegister staff,
            AnswerWording words) {
        this.calls = calls;
        this.journal = journal;
        this.changes = changes;
        this.followUps = followUps;
        this.staff = staff;
        this.words = words;
    }

    record Info(
            Reference reference,
            String boardName,
            String title,
            String description,
            Sek frame,
            Instant opens,
            Instant closes,
            LocalDate decisionBy,
            LocalDate interimReportDue,
            LocalDate finalReportDue,
            String guidance,
            Sek maxPerApplication,
            Integer maxMonths,
            String excludedCategories,
            String payingBoard,
            String contact,
            String author,
            String status) {}

    record ShownEarmark(String area, Sek amount) {}

    record Happened(Instant at, String who, String what) {}

    record Closing(Instant from, Instant to, String reason, String proposedBy) {}

    record ShownFigure(String label, long count, String amount) {}

    private Optional<Call> call(CaseTask task) {
        return calls.find(reference(task));
    }

    private static Reference reference(CaseTask task) {
        return Optional.ofNullable(Reference.of(task.text(Variable.CALL))).orElse(task.reference());
    }

    @Shows("callInfo")
    Optional<Info> info(CaseTask task) {
        return call(task)
                .map(call -> new Info(
                        call.reference(),
                        Board.valueOf(call.board()).swedishName(),
                        call.title(),
                        call.terms().description(),
                        call.frame(),
                        call.opensAt(),
                        call.closesAt(),
                        call.decisionBy(),
                        call.interimReportDue(),
                        call.finalReportDue(),
                        call.guidance(),
                        call.maxPerApplication(),
                        call.maxMonths(),
                        call.excludedCategories().isEmpty()
                                ? "inga"
                                : words.list(task, FORM, "excludedCategories", call.excludedCategories()),
                        Board.valueOf(call.payingBoard()).swedishName(),
                        call.terms().contact(),
                        staff.nameOf(call.author()),
                        call.status().swedishName()));
    }

    @Shows("earmarks")
    Optional<List<ShownEarmark>> earmarks(CaseTask task) {
        return call(task).map(call -> call.earmarks().stream()
                .map(earmark -> new ShownEarmark(
                        words.of(task, FORM, "earmarks.focusArea", earmark.focusArea()), earmark.amount()))
                .toList());
    }

    @Fills("terms")
    Optional<TermsAnswers.Filled> terms(CaseTask task) {
        return call(task).map(Call::terms).map(TermsAnswers::write);
    }

    @Shows("callHistory")
    Optional<List<Happened>> history(CaseTask task) {
        return call(task).map(call -> journal.of(call.reference()).stream()
                .map(entry -> new Happened(
                        entry.at(), entry.actor() == null ? "Tidig" : staff.nameOf(entry.actor()), entry.text()))
                .toList());
    }

    @Shows("closingChange")
    Optional<Closing> closingChange(CaseTask task) {
        return call(task).flatMap(call -> changes.waiting(call.reference())
                .map(proposal -> new Closing(
                        call.closesAt(), proposal.closesAt(), proposal.reason(), staff.nameOf(proposal.proposedBy()))));
    }

    @Shows("callFigures")
    Optional<List<ShownFigure>> figures(CaseTask task) {
        return call(task).map(call -> shown(followUps.current(call.reference())));
    }

    @Shows("followUp")
    Optional<List<ShownFigure>> followUp(CaseTask task) {
        return call(task).map(call -> shown(followUps.compiled(call.reference())));
    }

    private static List<ShownFigure> shown(List<Figure> figures) {
        return figures.stream()
                .map(figure -> new ShownFigure(
                        figure.stage().swedishName(), figure.count(), Objects.toString(figure.amount(), "")))
                .toList();
    }
}
