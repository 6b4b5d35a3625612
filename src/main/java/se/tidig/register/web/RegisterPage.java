package se.tidig.register.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.engine.StaffGroups;
import se.tidig.organisation.Board;
import se.tidig.register.CaseKind;
import se.tidig.register.CaseLine;
import se.tidig.register.CaseOrder;
import se.tidig.register.Place;
import se.tidig.register.RegisterAddress;
import se.tidig.register.RegisterColumn;
import se.tidig.register.RegisterReader;
import se.tidig.register.SavedViews;
import se.tidig.register.StageCount;
import se.tidig.register.Viewer;
import se.tidig.register.ViewerReader;

/** The register of cases, and the views that people save of it. */
@Controller
class RegisterPage {

    private static final int ROWS = 50;
    private static final int LONGEST_NAME = 60;
    /** The columns besides the last day that the list can be ordered by. */
    private static final Set<String> SORTING =
            Set.of(CaseOrder.APPLICANT.word(), CaseOrder.REQUESTED.word(), CaseOrder.RECEIVED.word());

    /** A person with more boards than this can save views only for themselves, because the list of groups would be too long. */
    private static final int BOARDS_OFFERED = 3;

    private final RegisterReader register;
    private final RegisterTabs tabs;
    private final SavedViews views;
    private final ViewerReader viewers;
    private final StaffGroups groups;

    RegisterPage(
            RegisterReader register, RegisterTabs tabs, SavedViews views, ViewerReader viewers, StaffGroups groups) {
        this.register = register;
        this.tabs = tabs;
        this.views = views;
        this.viewers = viewers;
        this.groups = groups;
    }

    @GetMapping("/arenden")
    String show(@RequestParam MultiValueMap<String, String> parameters, Authentication who, Model model) {
        var viewer = viewer(who);
        var address = new RegisterAddress(parameters);
        var words = address.selection().words();
        if (words != null && address.place() == null) {
            var numbered = register.numbered(words, viewer);
            if (numbered.size() == 1) {
                return "redirect:/arenden/" + numbered.get(0);
            }
        }
        model.addAttribute("address", address);
        model.addAttribute("searched", words);
        model.addAttribute("tabs", tabs.of(viewer, address.query()));
        choices(model, viewer);
        list(model, address, viewer);
        return "register/register";
    }

    private void list(Model model, RegisterAddress address, Viewer viewer) {
        var today = register.today();
        var part = register.part(
                address.selection(), address.order(), address.descending(), address.place(), ROWS, viewer);
        var words = address.selection().words();
        model.addAttribute(
                "rows",
                part.cases().stream()
                        .map(line -> RegisterRow.of(line, viewer.id(), today, Excerpt.of(register, line, words)))
                        .toList());
        model.addAttribute("sectioned", address.order() == CaseOrder.DUE && !address.descending());
        model.addAttribute("columns", address.columns());
        model.addAttribute("due", address.columns().contains(RegisterColumn.DUE));
        model.addAttribute("sorting", SORTING);
        model.addAttribute("allColumns", RegisterColumn.values());
        model.addAttribute("end", Place.END);
        model.addAttribute("lista", fromHere(address));
        model.addAttribute("before", part.before());
        model.addAttribute("after", part.after());
        model.addAttribute("count", register.count(address.selection(), viewer));
        if (address.selection().call() != null) {
            var call = register.find(address.selection().call(), viewer).filter(CaseLine::isOfKindCall);
            model.addAttribute("call", call.orElse(null));
            model.addAttribute("stages", stages(address, viewer));
        }
    }

    /** By which a case's page leads back to this list, at this place. */
    private static String fromHere(RegisterAddress address) {
        var here = address.at(address.place());
        return here.isEmpty() ? "" : "?lista=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    /** Every stage, so that each keeps its place also if it has no case. */
    private List<StageCount> stages(RegisterAddress address, Viewer viewer) {
        var counted = register.stages(address.selection().call(), viewer);
        var stages = new ArrayList<StageCount>();
        for (var name : register.stageNames()) {
            stages.add(counted.stream()
                    .filter(count -> name.equals(count.stage()))
                    .findFirst()
                    .orElse(new StageCount(name, 0, 0)));
        }
        // The last stage is the end, which the cases that have ended are at.
        if (!stages.isEmpty() && stages.get(stages.size() - 1).cases() == 0) {
            stages.remove(stages.size() - 1);
        }
        counted.stream()
                .filter(count -> count.stage() != null
                        && stages.stream().noneMatch(stage -> stage.stage().equals(count.stage())))
                .forEach(stages::add);
        stages.add(counted.stream()
                .filter(count -> count.stage() == null)
                .findFirst()
                .orElse(new StageCount(null, 0, 0)));
        return stages;
    }

    private void choices(Model model, Viewer viewer) {
        model.addAttribute("calls", register.calls(viewer));
        model.addAttribute("kinds", CaseKind.values());
        model.addAttribute("stageNames", register.stageNames());
        model.addAttribute("officers", register.officers(viewer));
        model.addAttribute(
                "groups",
                groups.all().stream().filter(group -> !group.isAdministrators()).toList());
        var boards = new TreeMap<String, String>();
        viewer.boards()
                .forEach(letter -> boards.put(letter, Board.valueOf(letter).swedishName()));
        model.addAttribute("boards", boards);
        model.addAttribute("desks", desks(viewer, boards));
    }

    /** The groups that the person may save a view for, as {@code K:caseOfficers}, with their names. */
    private Map<String, String> desks(Viewer viewer, Map<String, String> boards) {
        if (boards.size() > BOARDS_OFFERED) {
            return Map.of();
        }
        return groups.all().stream()
                .filter(group -> viewer.groups().contains(group.id()))
                .flatMap(group -> boards.entrySet().stream()
                        .map(board ->
                                Map.entry(board.getKey() + ":" + group.id(), group.name() + ", " + board.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, TreeMap::new));
    }

    @PostMapping("/arenden/vyer")
    String save(
            @RequestParam(defaultValue = "") String namn,
            @RequestParam(defaultValue = "") String lista,
            @RequestParam(defaultValue = "") String grupp,
            Authentication who,
            RedirectAttributes told) {
        var viewer = viewer(who);
        var query = RegisterAddress.of(lista).query();
        var name = namn.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            told.addFlashAttribute("viewWrong", "register.view.wrong.name");
            told.addFlashAttribute("viewTyped", name);
        } else if (!views.save(name, query, grupp, viewer)) {
            told.addFlashAttribute("viewWrong", "register.view.wrong.refused");
            told.addFlashAttribute("viewTyped", name);
        } else {
            told.addFlashAttribute("viewSaved", name);
        }
        return "redirect:/arenden" + (query.isEmpty() ? "" : "?" + query);
    }

    @PostMapping("/arenden/vyer/{view}/ta-bort")
    String remove(@PathVariable long view, Authentication who) {
        views.remove(view, viewer(who));
        return "redirect:/arenden";
    }

    private Viewer viewer(Authentication who) {
        return viewers.find(who.getName()).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
