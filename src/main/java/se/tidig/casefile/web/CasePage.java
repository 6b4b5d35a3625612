package se.tidig.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.assessment.Recusals;
import se.tidig.call.Calls;
import se.tidig.casefile.process.AnsweredFormReader;
import se.tidig.casefile.process.CaseProcessReader;
import se.tidig.casefile.process.EarlyEndService;
import se.tidig.casefile.process.LaterConflictService;
import se.tidig.form.CaseContents;
import se.tidig.notification.SendingService;
import se.tidig.register.RegisterReader;

/** Shows the whole case to staff of its board who are not disqualified from it. */
@Controller
class CasePage {

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
            "changedAnswers",
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
    private final CaseProcessReader processes;
    private final AnsweredFormReader forms;
    private final CaseDoor door;
    private final EarlyEndService ending;
    private final CaseOpenings openings;
    private final Recusals recusals;
    private final SendingService sendings;
    private final LaterConflictService conflict;
    private final UploadList uploads;
    private final RegisterReader register;
    private final ListNeighbours neighbours;
    private final NumberSearch search;

    CasePage(
            Applications applications,
            Calls calls,
            CaseContents contents,
            CaseProcessReader processes,
            AnsweredFormReader forms,
            CaseDoor door,
            EarlyEndService ending,
            CaseOpenings openings,
            Recusals recusals,
            SendingService sendings,
            LaterConflictService conflict,
            UploadList uploads,
            RegisterReader register,
            ListNeighbours neighbours,
            NumberSearch search) {
        this.applications = applications;
        this.calls = calls;
        this.contents = contents;
        this.processes = processes;
        this.forms = forms;
        this.door = door;
        this.ending = ending;
        this.openings = openings;
        this.recusals = recusals;
        this.sendings = sendings;
        this.conflict = conflict;
        this.uploads = uploads;
        this.register = register;
        this.neighbours = neighbours;
        this.search = search;
    }

    @GetMapping("/arenden/{reference}")
    String show(
            @PathVariable("reference") String number,
            @RequestParam(name = "lista", defaultValue = "") String list,
            Authentication who,
            HttpServletResponse response,
            Model model) {
        if (Reference.find(number).isEmpty()) {
            return "redirect:/arenden" + search.of(number, who.getName());
        }
        var reference = Reference.of(number);
        door.checkBoard(reference, Actor.of(who.getName()));
        var application = applications.find(reference);
        if (application.isEmpty() && calls.find(reference).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var task = door.describe(reference, Actor.of(who.getName()));
        var refusal = door.refusal(task);
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("why", refusal.get());
            return "casefile/refused";
        }
        model.addAttribute("reference", reference);
        if (openings.isShut(reference, Actor.of(who.getName()))) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return "casefile/open-case";
        }
        // The page of a case is already refused above to a person who is recused from it. A call's page tells of many
        // cases.
        var withheld = new CaseRedaction(recusals.recusedFrom(Actor.of(who.getName())));
        model.addAttribute(
                "sections",
                withheld.of(
                        CaseSections.of(contents.read(application.isPresent() ? OF_AN_APPLICATION : OF_A_CALL, task))));
        model.addAttribute("sendings", application.isPresent() ? sendings.of(reference) : List.of());
        model.addAttribute("uploads", uploads.of(reference));
        model.addAttribute(
                "case",
                register.line(reference)
                        .map(line -> CaseHead.of(line, who.getName(), register.today()))
                        .orElse(null));
        model.addAttribute("list", neighbours.of(reference, list, who.getName()));
        model.addAttribute("incidents", processes.incidents(reference.value()));
        model.addAttribute("running", door.isAdministrator(Actor.of(who.getName())) ? ending.of(reference) : List.of());
        model.addAttribute("forms", withheld.of(forms.of(reference)));
        model.addAttribute("mayDeclare", application.isPresent() && conflict.isOpenTo(task));
        model.addAttribute(
                "diary",
                application
                        .map(found -> diaryNumber(found, Actor.of(who.getName())))
                        .orElse(null));
        return "casefile/case";
    }

    /** The diary number that a registrar of the board may replace; null for other people, and if there is none yet. */
    private String diaryNumber(Application application, Actor person) {
        return door.isRegistrar(person) ? application.diaryNumber() : null;
    }
}
