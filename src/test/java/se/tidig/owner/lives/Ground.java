package se.tidig.owner.lives;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.CleanTables;
import se.tidig.Play;
import se.tidig.bundle.Bundle;
import se.tidig.decision.DecisionKind;

/** What a case lives on: an engine without other cases; afterwards it tells which files of the bundle were read. */
@Component
class Ground {

    /** Read in every life, and evaluated outside the engine, so that its history does not tell. */
    private static final Set<String> READ_BY_ALL = Set.of(
            Bundle.DESCRIPTION,
            "dmn/administrative-court.dmn",
            "dmn/board-contact.dmn",
            "dmn/finding-kinds.dmn",
            "dmn/time-limits.dmn");

    private final CleanTables tables;
    private final Play play;
    private final HistoryService history;
    private final JdbcClient jdbc;

    Ground(CleanTables tables, Play play, HistoryService history, JdbcClient jdbc) {
        this.tables = tables;
        this.play = play;
        this.history = history;
        this.jdbc = jdbc;
    }

    void clear() {
        play.leave();
        tables.clean();
    }

    /** The files of the packaged bundle that the case which has just been lived has read. */
    Set<String> read(Collection<String> taskForms) {
        var bundle = Bundle.packaged();
        var processes = history.createHistoricProcessInstanceQuery().list().stream()
                .map(HistoricProcessInstance::getProcessDefinitionKey)
                .collect(Collectors.toSet());
        var decisions = history.createHistoricDecisionInstanceQuery().list().stream()
                .map(HistoricDecisionInstance::getDecisionDefinitionKey)
                .collect(Collectors.toSet());
        var read = new TreeSet<>(READ_BY_ALL);
        processes.forEach(process -> read.add("processes/" + process + ".bpmn"));
        taskForms.forEach(form -> read.add("forms/" + form + ".form"));
        processes.stream().flatMap(process -> startForms(bundle, process)).forEach(read::add);
        bundle.names("dmn/", ".dmn").stream()
                .filter(file ->
                        decisions.stream().anyMatch(key -> bundle.text(file).contains("<decision id=\"" + key + "\"")))
                .forEach(read::add);
        column("select distinct mail from tidig.mail").forEach(mail -> {
            read.add("forms/mails/" + mail + ".txt");
            read.add("forms/mails/" + mail + ".html");
        });
        letters(bundle).forEach(letter -> {
            read.add(letter);
            insertedIn(bundle, letter).forEach(read::add);
        });
        read.retainAll(bundle.files().keySet());
        return read;
    }

    private static Stream<String> startForms(Bundle bundle, String process) {
        var file = "processes/" + process + ".bpmn";
        if (!bundle.has(file)) {
            return Stream.empty();
        }
        return Bpmn.readModelFromStream(new java.io.ByteArrayInputStream(bundle.bytes(file)))
                .getModelElementsByType(StartEvent.class)
                .stream()
                .map(StartEvent::getCamundaFormRef)
                .filter(form -> form != null)
                .map(form -> "forms/" + form + ".form");
    }

    private Stream<String> letters(Bundle bundle) {
        var kinds = column("select distinct kind from tidig.document").stream();
        var decided = column("select distinct kind from tidig.decision").stream()
                .map(kind -> DecisionKind.valueOf(kind).letter());
        return Stream.concat(kinds, decided)
                .map(name -> Bundle.LETTERS + name + ".html")
                .filter(bundle::has);
    }

    private static Stream<String> insertedIn(Bundle bundle, String letter) {
        return Stream.concat(
                named(Bundle.INSERT, bundle.text(letter)).map(part -> Bundle.LETTER_PARTS + part + ".html"),
                named(Bundle.LINK_TO_STYLE, bundle.text(letter)).map(style -> Bundle.LETTERS + style));
    }

    private static Stream<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private Set<String> column(String sql) {
        return Set.copyOf(jdbc.sql(sql).query(String.class).list());
    }
}
