package se.tidig.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One component of a form.
 *
 * @param type what it is
 * @param id the component's id within the form
 * @param key the path of its answer within its row or the form, groups' paths included
 *     ({@code applicant.name}); for a dynamic list the path of its rows; null if it holds no answer
 * @param label as written: plain text, template or FEEL expression; null if there is none
 * @param attributes everything the form file says about it
 * @param properties the custom properties: {@code routing}, {@code check}, {@code notBefore}, {@code notFuture}, {@code rowLabel} and so on
 * @param children the components of a group or of a dynamic list's row
 */
public record FormComponent(
        ComponentType type,
        String id,
        String key,
        String label,
        Map<String, Object> attributes,
        Map<String, String> properties,
        List<FormComponent> children) {

    /** The custom property of what stands on the paper form alone. */
    public static final String PAPER_ONLY = "paperOnly";

    private static final Set<String> YES_AND_NO = Set.of("true", "false");

    /** An attribute as text; null if it is not set. */
    public String text(String attribute) {
        var value = attributes.get(attribute);
        return value == null || value instanceof Map ? null : value.toString();
    }

    /** The words that are shown by the value they stand for, in order; empty if it offers no fixed alternatives. */
    public Map<String, String> options() {
        return type.choice() ? OptionList.of(attributes.get("values")) : Map.of();
    }

    /** Whether it asks a question that is answered by yes or no. */
    public boolean yesOrNo() {
        return type == ComponentType.CHECKBOX
                || type.choice() && !type.several() && options().keySet().equals(YES_AND_NO);
    }

    /** Whether an attribute is set to true; an expression is not. */
    public boolean flag(String attribute) {
        return "true".equals(text(attribute));
    }

    /** An attribute of an attribute, such as {@code validate.min}; null if it is not set. */
    public Object nested(String attribute, String name) {
        return attributes.get(attribute) instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** A validation rule; null if it is not set. */
    public Object rule(String name) {
        return nested("validate", name);
    }

    /** The FEEL expression that hides it, {@code =} included; null if it is always shown. */
    public String hide() {
        return nested("conditional", "hide") instanceof String text && !text.isBlank() ? text : null;
    }

    public boolean disabled() {
        return flag("disabled");
    }

    /** Whether nobody can change it, whatever else is answered. */
    boolean isLockedAlways() {
        return disabled() || flag("readonly");
    }

    /** The rows of this list are those of the case: none may be added or taken away. */
    public boolean fixedRows() {
        return Boolean.FALSE.equals(attributes.get("allowAddRemove"));
    }

    /** The key of a field of this name in the same group. */
    String beside(String name) {
        return key == null ? name : key.substring(0, key.lastIndexOf('.') + 1) + name;
    }

    /** Whether no applicant is asked: the staff's own questions, and what is asked on paper only. */
    public boolean isForStaff() {
        return "staff".equals(properties.get("audience")) || "true".equals(properties.get(PAPER_ONLY));
    }

    /** Whether a person may leave it unanswered without being reminded of it. */
    boolean isOptional() {
        return "true".equals(properties.get("optional"));
    }

    /** The same with other components in it. */
    FormComponent with(List<FormComponent> others) {
        return new FormComponent(type, id, key, label, attributes, properties, others);
    }

    /** The same without the condition that hides it. */
    FormComponent alwaysShown() {
        var shown = new LinkedHashMap<>(attributes);
        shown.remove("conditional");
        return new FormComponent(type, id, key, label, shown, properties, children);
    }

    /** Whether the answer becomes a process variable. */
    public boolean routing() {
        return "true".equals(properties.get("routing"));
    }
}
