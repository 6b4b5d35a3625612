package se.tidig.engine.fence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables that the engine's own scripts create, in lower case. */
final class EngineTables {

    static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private static final Pattern TABLE = Pattern.compile("(?is)create table (\\w+) \\((.*?)\\);");
    private static final Pattern USED_TABLE = Pattern.compile("engine\\.(act_\\w+)");
    private static final Pattern USED_COLUMN = Pattern.compile("\\b([a-z]\\w*_)\\b");

    private final Map<String, String> tables = new HashMap<>();

    EngineTables() {
        SCRIPTS.forEach(script -> TABLE.matcher(read(script))
                .results()
                .forEach(table -> tables.put(
                        table.group(1).toLowerCase(Locale.ROOT), table.group(2).toLowerCase(Locale.ROOT))));
    }

    /** The tables and columns that the SQL uses and the engine's scripts do not create. */
    List<String> missing(String source) {
        var missing = new ArrayList<String>();
        Set<String> used = USED_TABLE
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        used.stream().filter(table -> !tables.containsKey(table)).forEach(missing::add);
        var columns = used.stream().map(table -> tables.getOrDefault(table, "")).collect(Collectors.joining("\n"));
        USED_COLUMN
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .filter(column -> !Pattern.compile("\\b" + column + "\\b")
                        .matcher(columns)
                        .find())
                .forEach(missing::add);
        return missing;
    }

    private static String read(String script) {
        var path = "/org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql";
        try (var content = EngineTables.class.getResourceAsStream(path)) {
            return content == null ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
