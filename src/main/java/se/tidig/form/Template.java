package se.tidig.form;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text of a form as form-js writes it: plain, a FEEL expression after {@code =}, or a template with {@code {{name}}},
 * {@code {{#if condition}}} and {@code {{#loop list}}}. Inside a loop the row's own values are read by name and
 * everything outside it by {@code parent.name}.
 */
public final class Template {

    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private final List<Node> nodes;
    private final boolean closed;

    /** Text if {@code expression} is null; else a value, a condition or a loop over its children. */
    private record Node(String kind, String expression, List<Node> children) {}

    private Template(List<Node> nodes, boolean closed) {
        this.nodes = nodes;
        this.closed = closed;
    }

    /** Parses the text; never fails, see {@link #isClosed}. */
    public static Template of(String text) {
        if (Feel.isExpression(text)) {
            return new Template(List.of(new Node("value", Feel.body(text), List.of())), true);
        }
        var root = new ArrayList<Node>();
        var open = new ArrayDeque<Node>(List.of(new Node("root", null, root)));
        var closed = true;
        var tags = TAG.matcher(text);
        var end = 0;
        while (tags.find()) {
            literal(open.peek(), text.substring(end, tags.start()));
            end = tags.end();
            var tag = tags.group(1).trim();
            if (tag.startsWith("#if ") || tag.startsWith("#loop ")) {
                var kind = tag.startsWith("#if ") ? "if" : "loop";
                var node = new Node(kind, tag.substring(kind.length() + 1).trim(), new ArrayList<>());
                open.peek().children().add(node);
                open.push(node);
            } else if (tag.startsWith("/")) {
                if (open.size() > 1
                        && open.peek().kind().equals(tag.substring(1).trim())) {
                    open.pop();
                } else {
                    closed = false;
                }
            } else {
                open.peek().children().add(new Node("value", Feel.body(tag), List.of()));
            }
        }
        literal(open.peek(), text.substring(end));
        return new Template(root, closed && open.size() == 1);
    }

    private static void literal(Node parent, String text) {
        if (!text.isEmpty()) {
            parent.children().add(new Node(text, null, List.of()));
        }
    }

    /** Whether every {@code #if} and {@code #loop} is closed. */
    public boolean isClosed() {
        return closed;
    }

    /**
     * A FEEL expression of the template.
     *
     * @param loops the lists of the loops it stands in, the outermost first; inside these its names are the rows'
     */
    record Part(String expression, List<String> loops) {}

    /** All FEEL expressions, those that open a condition or a loop too. */
    Set<Part> parts() {
        var found = new LinkedHashSet<Part>();
        collect(nodes, List.of(), found);
        return found;
    }

    private static void collect(List<Node> nodes, List<String> loops, Set<Part> found) {
        for (var node : nodes) {
            if (node.expression() != null) {
                found.add(new Part(node.expression(), loops));
            }
            var inner = new ArrayList<>(loops);
            if ("loop".equals(node.kind())) {
                inner.add(node.expression());
            }
            collect(node.children(), inner, found);
        }
    }

    /** The text as a person reads it; a name without a value gives nothing. */
    public String render(Map<String, Object> context) {
        var text = new StringBuilder();
        render(nodes, context, text);
        return text.toString();
    }

    private static void render(List<Node> nodes, Map<String, Object> context, StringBuilder text) {
        for (var node : nodes) {
            if (node.expression() == null) {
                text.append(node.kind());
                continue;
            }
            var value = Feel.evaluate(node.expression(), context);
            if (node.kind().equals("value")) {
                text.append(plain(value));
            } else if (node.kind().equals("if")) {
                if (Boolean.TRUE.equals(value)) {
                    render(node.children(), context, text);
                }
            } else if (value instanceof Iterable<?> rows) {
                for (var row : rows) {
                    render(node.children(), rowContext(row, context), text);
                }
            }
        }
    }

    private static Map<String, Object> rowContext(Object row, Map<String, Object> parent) {
        var context = new LinkedHashMap<>(parent);
        if (row instanceof Map<?, ?> values) {
            values.forEach((name, value) -> context.put(String.valueOf(name), value));
        }
        context.put("this", row);
        context.put("parent", parent);
        return context;
    }

    private static String plain(Object value) {
        if (value instanceof Number) {
            return new BigDecimal(value.toString()).toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
