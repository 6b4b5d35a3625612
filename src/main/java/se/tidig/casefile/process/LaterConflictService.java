package se.tidig.casefile.process;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.Declaration;
import se.tidig.form.FormSchema;
import se.tidig.form.Rejected;

/**
 * A conflict of interest that a person learns of after they have declared that they have none. A person who knows of a
 * conflict must declare it at once (18 § förvaltningslagen). It has the same effect as a conflict that is declared
 * before a task.
 */
@Component
public class LaterConflictService {

    private final Declaration declaration;
    private final CaseProcessReader processes;
    private final DisplayRuleSource bundles;
    private final HistoryService history;
    private final TaskService tasks;
    private final StaffRegister staff;

    LaterConflictService(
            Declaration declaration,
            CaseProcessReader processes,
            DisplayRuleSource bundles,
            HistoryService history,
            TaskService tasks,
            StaffRegister staff) {
        this.declaration = declaration;
        this.processes = processes;
        this.bundles = bundles;
        this.history = history;
        this.tasks = tasks;
        this.staff = staff;
    }

    /** Whether the person has already declared in the case, so that no task asks them again. */
    public boolean isOpenTo(CaseTask person) {
        return declaration.isMade(person);
    }

    /** The key of the question that says what is declared. */
    public String key() {
        return declaration.key();
    }

    /** The answer to {@link #key} that says that there is no conflict; it is not offered here. */
    public String none() {
        return declaration.goesOn();
    }

    /** The questions, as the case's own bundle words them. */
    public FormSchema form(Reference reference) {
        return newest(reference)
                .map(bundles::ofCase)
                .orElseGet(bundles::current)
                .form(declaration.form())
                .orElseThrow();
    }

    private Optional<String> newest(Reference reference) {
        return processes.asNobody(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(HistoricProcessInstance::getId));
    }

    /**
     * Declares the conflict, and the person leaves the case.
     *
     * @param answers that the form's rules have accepted
     * @throws Rejected if the person has not declared before, or declares again that there is no conflict
     */
    @Transactional
    public void declare(CaseTask person, Answers answers) {
        if (!isOpenTo(person) || none().equals(answers.text(key()))) {
            throw new Rejected(key(), "Välj om du anmäler jäv eller om enhetschefen ska pröva frågan.");
        }
        declaration.declare(inProcess(person), answers, groups(person));
    }

    /** The case as a task of its newest process, whose bundle words the grounds. */
    private CaseTask inProcess(CaseTask person) {
        return new CaseTask(
                person.reference(),
                person.board(),
                null,
                null,
                declaration.form(),
                null,
                newest(person.reference()).orElse(null),
                person.actor(),
                person.variables());
    }

    /**
     * The groups in which a colleague is sought: those of the tasks that the person has claimed, or else the person's
     * own.
     */
    private Set<String> groups(CaseTask person) {
        var held = new TreeSet<String>();
        processes.asNobody(() -> {
            tasks.createTaskQuery()
                    .taskAssignee(person.actor().value())
                    .processVariableValueEquals(
                            Variable.REFERENCE, person.reference().value())
                    .list()
                    .forEach(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                            .map(IdentityLink::getGroupId)
                            .filter(group -> group != null)
                            .forEach(held::add));
            return null;
        });
        return held.isEmpty() ? staff.find(person.actor().value()).orElseThrow().groups() : held;
    }
}
