package se.tidig.form;

import java.util.List;
import java.util.function.UnaryOperator;

/** One component in one scope, and what is known of it so far. */
final class FormField {

    final FormComponent component;
    final FormScope scope;

    /** The group or list it stands in; null at the top. */
    final FormField container;

    /** The rows of a list. */
    List<FormScope> rows = List.of();

    /** What was sent, as an answer; null if nothing was. */
    Object posted;

    /** Why what was sent cannot be read, as a sentence with the field's label; null if it can. */
    UnaryOperator<String> unreadable;

    /** What form-js opens the field with. */
    Object initial;

    /** What form-js holds for the field now, hidden or not. */
    Object current;

    /** Whether its own condition holds while the values of hidden fields still count. */
    boolean hidesAtFirst;

    /** Whether it is hidden by that, itself or with its container. */
    boolean hiddenAtFirst;

    /** Whether its own condition holds on the screen. */
    boolean hides;

    boolean hidden;

    /** Whether the person cannot change it. */
    boolean locked;

    /** Whether it is read-only on the screen just now, by what the person has answered. */
    boolean shut;

    Object answer;

    FormField(FormComponent component, FormScope scope, FormField container) {
        this.component = component;
        this.scope = scope;
        this.container = container;
    }

    boolean isList() {
        return component.type() == ComponentType.DYNAMICLIST;
    }

    /** Whether it holds one answer. */
    boolean isKeyed() {
        return component.key() != null && !isList();
    }

    /** Whether the sender said anything about the field, if only that it is empty. */
    boolean isSent() {
        return Nested.has(scope.posted(), component.key());
    }

    /** {@code applicant.name}, {@code budgetLines[0].amount}. */
    String name() {
        return scope.prefix() + component.key();
    }

    /** Whether the person has said anything; a box and a list say something as they are. */
    boolean isAnswered() {
        return isAnswered(component, Nested.get(scope.posted(), component.key()));
    }

    static boolean isAnswered(FormComponent component, Object value) {
        if (FormUpload.isUpload(component)) {
            return Boolean.TRUE.equals(value)
                    || value instanceof List<?> there
                            && there.size() == component.options().size();
        }
        return component.type() == ComponentType.CHECKBOX
                || component.type() == ComponentType.DYNAMICLIST
                || value != null && !"".equals(value) && !List.of().equals(value);
    }
}
