package se.tidig.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** The fields on the portal's page of a form, written as {@link FormJs.Shown} has them. */
final class DrawnFields {

    private static final Map<String, String> KINDS = Map.of(
            "line", "textfield",
            "lines", "textarea",
            "date", "datetime",
            "time", "datetime",
            "rows", "dynamiclist");

    private DrawnFields() {}

    @SuppressWarnings("unchecked")
    static List<String> of(RandomForms.Pair pair, Map<String, Object> data) {
        var page = new FormPages(new FormValidator(Clock.systemUTC()))
                .page(
                        FormSchema.parse(pair.form()),
                        null,
                        data,
                        (Map<String, Object>) Plain.of(pair.data()),
                        Map.of(),
                        FormMessages.SWEDISH);
        var fields = new ArrayList<String>();
        for (var element : DrawnPage.of(page)
                .select("[data-kind], fieldset.group, div.prose, hr, div.spacer, img.picture, table")) {
            if (!isHidden(element)) {
                fields.add(field(element));
            }
        }
        return fields;
    }

    /** By the stylesheet: a follow-up of an alternative that is not chosen. */
    private static boolean isHidden(Element element) {
        return element.parents().stream()
                .filter(parent -> parent.hasClass("reveal"))
                .anyMatch(reveal -> reveal.previousElementSibling().selectFirst("input[checked]") == null);
    }

    private static String field(Element element) {
        return switch (element.normalName()) {
            case "hr" -> "separator||||";
            case "img" -> "image||||";
            case "table" -> "table|" + words(element.selectFirst("caption")) + "|||";
            default -> element.hasAttr("data-kind") ? question(element) : other(element);
        };
    }

    private static String other(Element element) {
        return element.hasClass("group")
                ? "group|" + words(element.selectFirst("legend")) + "|||"
                : element.hasClass("spacer") ? "spacer||||" : "text||||";
    }

    private static String question(Element element) {
        var kind = element.attr("data-kind");
        var type = KINDS.getOrDefault(kind, kind);
        if (element.hasClass("readonly")) {
            return type + "|" + words(element.selectFirst("dt")) + "||locked|";
        }
        var label = element.selectFirst(
                kind.equals("checkbox")
                        ? "label > span"
                        : element.normalName().equals("fieldset") ? "legend" : "label");
        var isRequired = label.selectFirst(".optional") != null;
        var alternatives = type.equals("radio") || type.equals("checklist")
                ? element.select("> .choices > .choice").stream()
                        .map(Element::text)
                        .collect(Collectors.joining(";"))
                : "";
        return String.join("|", type, words(label), isRequired ? "required" : "", "", alternatives);
    }

    private static String words(Element label) {
        if (label == null) {
            return "";
        }
        var copy = label.clone();
        copy.select(".optional, .hidden, .hint").remove();
        return copy.text();
    }
}
