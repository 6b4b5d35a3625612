package se.tidig.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.application.Applications;
import se.tidig.call.Calls;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseContents;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;
import se.tidig.form.TaskGuard;
import se.tidig.organisation.Board;
import se.tidig.portal.process.AnsweredForms;
import se.tidig.portal.process.CaseProcesses;

/** The whole case, for staff of its board who are not disqualified from it. */
@Controller
class CasePages {

    private static final List<String> OF_A_CALL =
            List.of("callInfo", "earmarks", "frameInfo", "ranking", "adjustments", "followUp", "callHistory");

    private static final List<String> OF_AN_APPLICATION = List.of(
            "case",
            "applicant",
            "representatives",
            "partners",
            "project",
            "money",
            "budget",
            "findings",
            "completion",
            "assessments",
            "placement",
            "proposal",
            "decision",
            "grant",
            "milestones",
            "documents",
            "history");

    private static final List<String> FIRST_COLUMNS =
            List.of("rank", "number", "at", "who", "kind", "what", "text", "reference", "name", "applicant");

    private final Applications applications;
    private final Calls calls;
    private final CaseContents contents;
    private final ObjectProvider<TaskGuard> guards;
    private final CaseProcesses processes;
    private final AnsweredForms forms;
    private final StaffRegister staff;

    CasePages(
            Applications applications,
            Calls calls,
            CaseContents contents,
            ObjectProvider<TaskGuard> guards,
            CaseProcesses processes,
            AnsweredForms forms,
            StaffRegister staff) {
        this.applications = applications;
        this.calls = calls;
        this.contents = contents;
        this.guards = guards;
        this.processes = processes;
        this.forms = forms;
        this.staff = staff;
    }

    @GetMapping("/arenden/{reference}")
    String show(@PathVariable String reference, Authentication who, HttpServletResponse response, Model model) {
        checkBoard(reference, who.getName());
        var application = applications.find(reference);
        if (application.isEmpty() && calls.find(reference).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var task = describe(reference, who.getName());
        try {
            guards.orderedStream().forEach(guard -> guard.check(task));
        } catch (Rejected refused) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("why", refused.getMessage());
            return "refused";
        }
        model.addAttribute("reference", reference);
        var sections = contents.read(application.isPresent() ? OF_AN_APPLICATION : OF_A_CALL, task);
        model.addAttribute("sections", sections);
        model.addAttribute("columns", columns(sections));
        model.addAttribute("steps", processes.openSteps(reference));
        model.addAttribute("forms", forms.of(reference));
        return "case";
    }

    /** Whoever may not see a case is told the same whether it exists or not. */
    private void checkBoard(String reference, String person) {
        var board = Board.byLetter(reference.split("-")[0]);
        var own = staff.find(person).stream()
                .anyMatch(found -> board.filter(found.boards()::contains).isPresent());
        if (!own) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private CaseTask describe(String reference, String person) {
        Map<String, Object> values = processes.values(reference);
        return new CaseTask(
                reference,
                String.valueOf(values.getOrDefault(Variable.BOARD, reference.split("-")[0])),
                null,
                null,
                null,
                null,
                null,
                person,
                values);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> columns(Map<String, Object> sections) {
        var columns = new HashMap<String, List<String>>();
        sections.forEach((name, content) -> {
            if (content instanceof Collection<?> rows) {
                columns.put(name, columns((Collection<Map<String, Object>>) rows));
            }
        });
        return columns;
    }

    /** The columns of a section's rows, those first that tell rows apart. */
    private static List<String> columns(Collection<Map<String, Object>> rows) {
        var columns = new LinkedHashSet<String>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return columns.stream()
                .sorted(Comparator.comparingInt(column -> {
                    var place = FIRST_COLUMNS.indexOf(column);
                    return place < 0 ? FIRST_COLUMNS.size() : place;
                }))
                .toList();
    }
}
