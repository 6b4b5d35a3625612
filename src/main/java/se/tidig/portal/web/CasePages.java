package se.tidig.portal.web;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
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
    String show(@PathVariable String reference, Authentication who, Model model) {
        checkBoard(reference, who.getName());
        var application = applications.find(reference);
        if (application.isEmpty() && calls.find(reference).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var task = describe(reference, who.getName());
        guards.orderedStream().forEach(guard -> guard.check(task));
        model.addAttribute("reference", reference);
        model.addAttribute("sections", contents.read(application.isPresent() ? OF_AN_APPLICATION : OF_A_CALL, task));
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

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    ModelAndView refused(Rejected rejected) {
        return new ModelAndView("refused", Map.of("why", rejected.getMessage()));
    }
}
