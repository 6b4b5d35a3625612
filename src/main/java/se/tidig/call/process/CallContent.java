package se.tidig.call.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.bundle.CaseWords;
import se.tidig.call.Call;
import se.tidig.call.CallFigures.Figure;
import se.tidig.call.CallJournal;
import se.tidig.call.Calls;
import se.tidig.call.ClosingChanges;
import se.tidig.call.FollowUps;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.organisation.Board;

/** What forms and mails show of a call: in its own process, and in that of each of its applications. */
@Component
@Shows({
    "callInfo: reference, boardName, title, description, frame, opens, closes, decisionBy, "
            + "interimReportDue, finalReportDue, guidance, maxPerApplication, maxMonths, "
            + "excludedCategories, payingBoard, contact, author, status",
    "earmarks: area, amount",
    "terms: title, description, opensOn, opensTime, closesOn, closesTime, frame, "
            + "maxPerApplication, maxMonths, earmarks.focusArea, earmarks.amount, excludedCategories, "
            + "guidance, decisionBy, interimReportDue, finalReportDue, payingBoard, contact",
    "callHistory: at, who, what",
    "closingChange: from, to, reason, proposedBy",
    "callFigures: label, count, amount",
    "followUp: label, count, amount"
})
class CallContent implements CaseContent {

    private static final String FORM = "call";

    private final Calls calls;
    private final CallJournal journal;
    private final ClosingChanges changes;
    private final FollowUps followUps;
    private final StaffRegister staff;
    private final CaseWords words;

    CallContent(
            Calls calls,
            CallJournal journal,
            ClosingChanges changes,
            FollowUps followUps,
            StaffRegister staff,
            CaseWords words) {
        this.calls = calls;
        this.journal = journal;
        this.changes = changes;
        this.followUps = followUps;
        this.staff = staff;
        this.words = words;
    }

    @Override
    public Object read(String key, CaseTask task) {
        var reference = Objects.requireNonNullElse(task.text(Variable.CALL), String.valueOf(task.reference()));
        var call = calls.find(reference).orElse(null);
        if (call == null) {
            return null;
        }
        return switch (key) {
            case "callInfo" -> info(call, task);
            case "earmarks" -> earmarks(call, task);
            case "terms" -> TermsForm.write(call.terms());
            case "callHistory" -> history(reference);
            case "closingChange" -> closingChange(call);
            case "callFigures" -> figures(followUps.current(reference));
            case "followUp" -> figures(followUps.compiled(reference));
            default -> null;
        };
    }

    private Map<String, Object> info(Call call, CaseTask task) {
        var info = new LinkedHashMap<String, Object>();
        info.put("reference", call.reference());
        info.put("boardName", Board.valueOf(call.board()).swedishName());
        info.put("title", call.title());
        info.put("description", call.terms().description());
        info.put("frame", call.frame().toString());
        info.put("opens", SwedishDate.text(call.opensAt()));
        info.put("closes", SwedishDate.text(call.closesAt()));
        info.put("decisionBy", SwedishDate.text(call.decisionBy()));
        info.put("interimReportDue", SwedishDate.text(call.interimReportDue()));
        info.put("finalReportDue", SwedishDate.text(call.finalReportDue()));
        info.put("guidance", call.guidance());
        info.put("maxPerApplication", Objects.toString(call.maxPerApplication(), null));
        info.put("maxMonths", call.maxMonths());
        info.put(
                "excludedCategories",
                call.excludedCategories().isEmpty()
                        ? "inga"
                        : words.list(task, FORM, "excludedCategories", call.excludedCategories()));
        info.put("payingBoard", Board.valueOf(call.payingBoard()).swedishName());
        info.put("contact", call.terms().contact());
        info.put("author", staff.nameOf(call.author()));
        info.put("status", call.status().swedishName());
        return info;
    }

    private List<Map<String, Object>> earmarks(Call call, CaseTask task) {
        return call.earmarks().stream()
                .map(earmark -> ordered(
                        "area", words.of(task, FORM, "earmarks.focusArea", earmark.focusArea()),
                        "amount", earmark.amount().toString()))
                .toList();
    }

    private List<Map<String, Object>> history(String reference) {
        return journal.of(reference).stream()
                .map(entry -> ordered(
                        "at", SwedishDate.text(entry.at()),
                        "who", entry.actor() == null ? "Tidig" : staff.nameOf(entry.actor()),
                        "what", entry.text()))
                .toList();
    }

    private Map<String, Object> closingChange(Call call) {
        return changes.waiting(call.reference())
                .map(proposal -> ordered(
                        "from", SwedishDate.text(call.closesAt()),
                        "to", SwedishDate.text(proposal.closesAt()),
                        "reason", proposal.reason(),
                        "proposedBy", staff.nameOf(proposal.proposedBy())))
                .orElse(null);
    }

    private static List<Map<String, Object>> figures(List<Figure> figures) {
        return figures.stream()
                .map(figure -> ordered(
                        "label", figure.stage().swedishName(),
                        "count", figure.count(),
                        "amount", Objects.toString(figure.amount(), "")))
                .toList();
    }

    /** A row whose fields are shown in this order. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }
}
