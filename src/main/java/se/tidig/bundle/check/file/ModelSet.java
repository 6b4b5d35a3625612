package se.tidig.bundle.check.file;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.dmn.instance.Decision;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.check.feel.FeelCache;
import se.tidig.bundle.check.feel.FeelScope;
import se.tidig.bundle.check.finding.FindingList;
import se.tidig.form.ShownWord;

/**
 * The files of the bundle that can be read. Of a file that cannot be read it knows only the name, so that checks report
 * no errors in the files that use it.
 */
public final class ModelSet {

    private final Bundle bundle;
    private final Vocabulary vocabulary;
    private final FindingList findings;
    private final BundleDescription description;
    private final FeelCache feel;
    private final Map<String, ProcessFile> processFiles;
    private final Map<String, TableFile> tableFiles;
    private final Map<String, FormFile> forms;

    private final Map<String, ProcessFile> fileOfProcess;
    private final Map<String, Process> processes;
    private final Map<String, TableFile> fileOfDecision;
    private final Set<String> unreadable;
    private final Map<Decision, List<DecisionExpression.Use>> expressions;

    /** Reads the processes, the tables and the forms in parallel, because a person waits for the result. */
    public ModelSet(Bundle bundle, Supplier<Vocabulary> vocabulary, FindingList findings) {
        this.bundle = bundle;
        this.findings = findings;
        this.feel = new FeelCache();
        this.processFiles = new TreeMap<>();
        this.tableFiles = new TreeMap<>();
        this.forms = new TreeMap<>();
        this.fileOfProcess = new TreeMap<>();
        this.processes = new TreeMap<>();
        this.fileOfDecision = new TreeMap<>();
        this.unreadable = new ConcurrentSkipListSet<>();
        this.expressions = new ConcurrentHashMap<>();
        var tables = ParallelWork.start(this::readTables);
        var words = new Vocabulary[1];
        var rest = ParallelWork.start(() -> {
            words[0] = vocabulary.get();
            readForms();
        });
        this.description = BundleDescription.read(bundle, findings);
        readProcesses();
        tables.join();
        rest.join();
        this.vocabulary = words[0];
    }

    private ModelSet(ModelSet models, FindingList findings) {
        this.bundle = models.bundle;
        this.vocabulary = models.vocabulary;
        this.findings = findings;
        this.description = models.description;
        this.feel = models.feel;
        this.processFiles = models.processFiles;
        this.tableFiles = models.tableFiles;
        this.forms = models.forms;
        this.fileOfProcess = models.fileOfProcess;
        this.processes = models.processes;
        this.fileOfDecision = models.fileOfDecision;
        this.unreadable = models.unreadable;
        this.expressions = models.expressions;
    }

    /**
     * The same models with another list of findings. Checks that run in parallel write to lists of their own, so that
     * the order of the findings is always the same.
     */
    public ModelSet telling(FindingList others) {
        return new ModelSet(this, others);
    }

    /** The files of the bundle. */
    public Bundle bundle() {
        return bundle;
    }

    /** What Java declares. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Collects what the checks find. */
    public FindingList findings() {
        return findings;
    }

    /** What {@code bundle.yaml} says. */
    public BundleDescription description() {
        return description;
    }

    /** The FEEL texts of the bundle, parsed. */
    public FeelCache feel() {
        return feel;
    }

    /** The processes that can be read, by file name. */
    public Map<String, ProcessFile> processFiles() {
        return processFiles;
    }

    /** The tables that can be read, by file name. */
    public Map<String, TableFile> tableFiles() {
        return tableFiles;
    }

    /** The forms that can be read, by id. */
    public Map<String, FormFile> forms() {
        return forms;
    }

    private void readProcesses() {
        var reader = new ModelReader(bundle, findings);
        for (var file : readable("processes/", ".bpmn")) {
            read(file, processFiles, () -> {
                var model = reader.process(file);
                if (model != null) {
                    add(file, model);
                }
            });
        }
    }

    /**
     * Camunda's model does not know some BPMN elements and fails if a flow leads to one; LanguageCheck then names them.
     */
    private void add(String file, BpmnModelInstance model) {
        try {
            add(new ProcessFile(file, model));
        } catch (RuntimeException e) {
            new LanguageCheck(file, model, findings).check();
            if (!findings.hasErrors(file)) {
                throw e;
            }
        }
    }

    private void readTables() {
        var reader = new ModelReader(bundle, findings);
        for (var file : readable("dmn/", ".dmn")) {
            read(file, tableFiles, () -> {
                var model = reader.table(file);
                if (model != null) {
                    add(new TableFile(file, model));
                }
            });
        }
    }

    /** Reads a file; if the reading adds nothing to the files, it could not be read. */
    private void read(String file, Map<String, ?> files, Runnable reading) {
        findings.guarded(file, reading);
        if (!files.containsKey(file)) {
            unreadable.add(stem(file));
        }
    }

    private void readForms() {
        for (var file : readable("forms/", ".form")) {
            findings.guarded(file, () -> {
                var text = ModelReader.text(bundle, file, findings);
                if (text != null) {
                    forms.put(stem(file), FormFile.read(file, text));
                }
            });
            if (!forms.containsKey(stem(file))) {
                unreadable.add(stem(file));
            }
        }
    }

    private Iterable<String> readable(String folder, String ending) {
        return bundle.names(folder, ending).stream()
                .filter(file -> !bundle.tooLarge(file))
                .toList();
    }

    private void add(ProcessFile file) {
        processFiles.put(file.name(), file);
        for (var process : file.processes()) {
            var other = fileOfProcess.putIfAbsent(process.getId(), file);
            if (other != null && other != file) {
                findings.error(
                        file.name(),
                        process.getId(),
                        "processen finns redan i " + other.name(),
                        "ge processerna olika id eller ta bort den ena");
            }
            processes.putIfAbsent(process.getId(), process);
        }
    }

    private void add(TableFile file) {
        tableFiles.put(file.name(), file);
        for (var decision : file.decisions()) {
            var other = fileOfDecision.putIfAbsent(decision.getId(), file);
            if (other != null && other != file) {
                findings.error(
                        file.name(),
                        decision.getId(),
                        "tabellen finns redan i " + other.name(),
                        "ge tabellerna olika id eller ta bort den ena");
            }
        }
    }

    public Optional<Process> process(String id) {
        return Optional.ofNullable(id).map(processes::get);
    }

    public Collection<Process> allProcesses() {
        return processes.values();
    }

    /** The file that contains the process. */
    public ProcessFile file(Process process) {
        return fileOfProcess.get(process.getId());
    }

    public List<StartEvent> starts(Process process) {
        return fileOfProcess.get(process.getId()).starts(process);
    }

    Set<String> tables() {
        return fileOfDecision.keySet();
    }

    public Optional<TableFile> tableFile(String decision) {
        return Optional.ofNullable(decision).map(fileOfDecision::get);
    }

    public Optional<Decision> decision(String id) {
        return tableFile(id).map(file -> file.decision(id));
    }

    /** Every expression of the decision, in the order of its columns and rows. */
    public List<DecisionExpression.Use> expressions(Decision decision) {
        return expressions.computeIfAbsent(decision, one -> DecisionExpression.uses(one, feel));
    }

    /** Whether a file of that name exists but cannot be read. */
    public boolean isUnreadable(String stem) {
        return unreadable.contains(stem);
    }

    /** The names of case content. Content that is the answers of a form has the keys of that form in this bundle. */
    public FeelScope content() {
        var names = FeelScope.ofContent(vocabulary.content());
        for (var word : vocabulary.content().entrySet()) {
            for (var field : word.getValue()) {
                if (field.startsWith(ShownWord.ANY) && !field.equals(ShownWord.ANY)) {
                    names = names.with(word.getKey(), answers(field.substring(ShownWord.ANY.length())));
                }
            }
        }
        return names;
    }

    /** The names in a form's answers, {@code application}, or in the answer to one question, {@code report.costs}. */
    private FeelScope answers(String of) {
        var parts = of.split("\\.", 2);
        var form = forms.get(parts[0]);
        if (form == null || !form.isReadable()) {
            return null;
        }
        var all = FeelScope.of(withTasks(parts[0], form), FeelScope.EMPTY);
        return parts.length == 1 ? all : all.keysOf(parts[1]);
    }

    /** The form's keys. The application also has those of the answers given in tasks and start forms. */
    private Set<String> withTasks(String id, FormFile form) {
        var keys = new LinkedHashSet<>(form.inputKeys());
        if (vocabulary.ofCase().stream().anyMatch(known -> known.answersOf().contains(id))) {
            processFiles.values().forEach(file -> file.nodes().forEach(node -> {
                var asked = forms.get(String.valueOf(ProcessFile.camunda(node, "formRef")));
                if (asked != null && asked.isReadable()) {
                    keys.addAll(asked.inputKeys());
                }
            }));
        }
        return keys;
    }

    /** Whether every process could be read; only then is it known that no process uses something. */
    public boolean knowsAllProcesses() {
        return bundle.names("processes/", ".bpmn").stream().allMatch(processFiles::containsKey);
    }

    public static String stem(String file) {
        var name = file.substring(file.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
