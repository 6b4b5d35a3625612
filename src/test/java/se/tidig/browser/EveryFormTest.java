package se.tidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Actor;
import se.tidig.Chromium;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.assessment.ConflictOfInterestService;
import se.tidig.decision.DecisionPlay;
import se.tidig.grant.Grants;
import se.tidig.payment.PaymentFixture;

/**
 * Every form of the bundle as Tasklist draws it: empty, and with all its messages when it is submitted empty. A case
 * is put at each task, wherever the task is in its process.
 */
@TidigTest
class EveryFormTest {

    private static final String OFFICER = "officerK1";

    /** Milliseconds within which a form's messages are on the screen. */
    private static final int DRAWN = 120;

    /** What is wrong with the open form; see the comments. */
    private static final String COMPLAINTS =
            """
            form => {
              const found = [];
              const around = (text, at) => text.slice(Math.max(0, at - 20), at + 30).replace(/\\s+/g, ' ');
              const say = (what, text, pattern) => {
                for (const hit of text.matchAll(pattern)) found.push(what + around(text, hit.index));
              };
              const text = form.innerText;
              // Words that Swedish does not have.
              say('English: ', text, /\\b(the|and|is|are|required|field|must|cannot|submit|select|search|no|please|error|not|with|remove|add|new|value|undefined|yes|from|of|Invalid|Nothing)\\b/gi);
              // Constants and keys of the code, and marks that were not understood.
              say('Code: ', text, /\\b([A-Z]+_[A-Z_]+|[A-Z]{5,}|[a-z]+[A-Z]\\w+|null|true|false|NaN)\\b|\\[object/g);
              // Dates and sums as machines write them.
              say('Machine: ', text, /\\d{4}-\\d\\d-\\d\\dT|\\b\\d{5,} kr|\\b\\d{10}\\b/g);
              for (const field of form.querySelectorAll('input, textarea, select')) {
                const label = [...field.labels ?? []].map(l => l.innerText.trim()).join('') || field.getAttribute('aria-label');
                if (!label) found.push('No label: ' + field.id);
              }
              for (const element of form.querySelectorAll('*')) {
                const cut = getComputedStyle(element).overflowX !== 'visible' && !element.matches('input, textarea');
                if (cut && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
                  found.push('Cut: ' + element.className + ' ' + around(element.innerText, 0));
                }
              }
              if (document.documentElement.scrollWidth > innerWidth) found.push('The page is wider than the window.');
              return found;
            }
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Play play;

    @Autowired
    private PaymentFixture payments;

    @Autowired
    private DecisionPlay cases;

    @Autowired
    private Grants grants;

    @Autowired
    private ConflictOfInterestService conflicts;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private Screen screen;
    private int saidWhatIsMissing;

    @BeforeEach
    void open() {
        screen = new Screen(Chromium.program(), port);
    }

    @AfterEach
    void close() {
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void everyFormIsSwedishWholeAndLabelledAlsoWhenItIsHandedInEmpty() {
        play.asNobody();
        var milestone = payments.due();
        // Otherwise each form would wait behind the question of conflicts of interest.
        conflicts.declareNone(MilestoneKey.of(milestone).reference(), Actor.of(OFFICER));
        var examined = cases.takenOn(cases.call(), ApplicationFixture.answers("organisationType", "company"));
        var opened = new TreeSet<String>();
        var complaints = new LinkedHashMap<String, List<String>>();
        var page = screen.person(OFFICER);
        page.waitForURL("**/camunda/app/tasklist/**");
        // A form whose fields are all filled in beforehand is submitted: nothing answers, and it stays on the screen.
        page.route("**/submit-form", route -> {});
        var console = new ArrayList<String>();
        page.onPageError(console::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                console.add(message.text());
            }
        });
        for (var process : processes()) {
            for (var element : elements(process)) {
                var task = putAt(process, element.getId(), milestone, examined.value());
                page.evaluate("document.querySelector('.fjs-form')?.setAttribute('data-seen', '')");
                page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
                var found = complaintsAbout(page, element.getName());
                found.addAll(console);
                console.clear();
                opened.add(element.getCamundaFormRef());
                if (!found.isEmpty()) {
                    complaints.put(process.getKey() + " " + element.getId(), found);
                }
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(opened).hasSizeGreaterThan(40);
        assertThat(saidWhatIsMissing).isGreaterThan(40);
    }

    private List<String> complaintsAbout(Page page, String name) {
        try {
            return shown(page, name);
        } catch (TimeoutError never) {
            return new ArrayList<>(List.of("Is not shown: " + never.getMessage()));
        }
    }

    private List<String> shown(Page page, String name) {
        page.locator(".task-details h2, .task-card h2, [cam-tasklist-task] h2")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .waitFor();
        var form = page.locator(".fjs-form:not([data-seen])");
        form.locator(".fjs-form-field")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        form.evaluate("form => form.requestSubmit()");
        page.waitForTimeout(DRAWN);
        saidWhatIsMissing += form.locator(".fjs-form-field-error").count() > 0 ? 1 : 0;
        return new ArrayList<>(((List<?>) form.evaluate(COMPLAINTS))
                .stream().map(String::valueOf).toList());
    }

    private List<ProcessDefinition> processes() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list();
    }

    private List<UserTask> elements(ProcessDefinition process) {
        return repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class).stream()
                .filter(element -> element.getCamundaFormRef() != null)
                .toList();
    }

    /** The id of the officer's task there. */
    private String putAt(ProcessDefinition process, String element, String milestone, String examined) {
        var reference = milestone.substring(0, milestone.lastIndexOf('-'));
        var call = grants.get(Reference.of(reference)).call();
        var subject =
                switch (process.getKey()) {
                    case "application" -> examined;
                    case "call", "closing-change" -> call;
                    default -> reference;
                };
        var known = new HashMap<String, Object>();
        repository.getBpmnModelInstance(process.getId()).getModelElementsByType(TimeDate.class).stream()
                .map(date -> date.getTextContent().replaceAll("[${}\\s]", ""))
                .forEach(date -> known.put(date, Date.from(Instant.parse("2040-01-01T00:00:00Z"))));
        known.putAll(Map.of(
                "board",
                "K",
                "call",
                call.value(),
                "milestone",
                milestone,
                "reference",
                subject,
                "caseOfficer",
                OFFICER,
                "decisionGroup",
                "decisionMakers"));
        var instance = runtime.createProcessInstanceById(process.getId())
                .businessKey(milestone + element)
                .setVariables(known)
                .startBeforeActivity(element)
                .execute();
        var task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        tasks.setAssignee(task.getId(), OFFICER);
        return task.getId();
    }
}
