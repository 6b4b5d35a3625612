package se.tidig.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a table component: the rows of its data, and of each the fields that its columns name. */
final class TableDrawing {

    private final ScreenFeel.Names names;
    private final ShownAnswer shown;

    TableDrawing(ScreenFeel.Names names, ShownAnswer shown) {
        this.names = names;
        this.shown = shown;
    }

    FormTable table(FormField field, String label) {
        var component = field.component;
        var columns = columns(component);
        var rows = new ArrayList<List<String>>();
        if (evaluated(component.text("dataSource")) instanceof List<?> data) {
            for (var row : data) {
                if (row instanceof Map<?, ?> cells) {
                    rows.add(columns.keySet().stream()
                            .map(key -> shown.of(component, ScreenFeel.answer(cells.get(key))))
                            .toList());
                }
            }
        }
        return new FormTable(component.id(), label, List.copyOf(columns.values()), rows);
    }

    private Map<String, String> columns(FormComponent component) {
        var expression = component.text("columnsExpression");
        var columns = expression == null ? component.attributes().get("columns") : evaluated(expression);
        var found = new LinkedHashMap<String, String>();
        if (columns instanceof Iterable<?> list) {
            for (var column : list) {
                if (column instanceof Map<?, ?> one && one.get("key") instanceof String key) {
                    found.put(key, one.get("label") instanceof String heading ? heading : key);
                }
            }
        }
        return found;
    }

    private Object evaluated(String source) {
        if (source == null) {
            return null;
        }
        return Feel.isExpression(source) ? ScreenFeel.evaluate(source, names) : names.value(source);
    }
}
