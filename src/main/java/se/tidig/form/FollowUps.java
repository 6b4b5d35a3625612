package se.tidig.form;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The questions of a group that are asked if one alternative of another question in it is chosen: their condition is that
 * question's and the choice. The browser shows and hides them itself; other conditions are the server's.
 */
final class FollowUps {

    private static final String PATH = "(?:_?this_?\\.)?([A-Za-z_][\\w.]*)";
    private static final String VALUE = "(\"[^\"\\\\]*\"|true|false)";
    private static final Pattern UNLIKE = Pattern.compile(PATH + "\\s*!=\\s*" + VALUE);
    private static final Pattern NOT_LIKE = Pattern.compile("not\\s*\\(\\s*" + PATH + "\\s*=\\s*" + VALUE + "\\s*\\)");
    private static final Pattern NOT_AMONG =
            Pattern.compile("not\\s*\\(\\s*list contains\\s*\\(\\s*" + PATH + "\\s*,\\s*" + VALUE + "\\s*\\)\\s*\\)");
    private static final Pattern NOT_TICKED = Pattern.compile("not\\s*\\(\\s*" + PATH + "\\s*\\)");

    private final Map<FormField, Choice> choices = new IdentityHashMap<>();

    /** That an alternative of a question is chosen. */
    private record Choice(String key, String value) {}

    private final Map<FormField, FormField> asked = new IdentityHashMap<>();

    /** @param siblings the fields of a group or row, in order */
    FollowUps(FilledForm filled, List<FormField> siblings) {
        for (int i = 0; i < siblings.size(); i++) {
            for (int j = i - 1; j >= 0; j--) {
                var before = siblings.get(j);
                var between = siblings.subList(j + 1, i);
                // It is not moved past another question.
                if (between.stream().allMatch(field -> follows(field, before))) {
                    choice(filled, before, siblings.get(i)).ifPresent(found -> {
                        choices.put(found.field(), found.choice());
                        asked.put(found.field(), before);
                    });
                }
            }
        }
    }

    /** Whether the field is shown under the question, or under one that is. */
    private boolean follows(FormField field, FormField question) {
        var above = asked.get(field);
        return above != null && (above == question || follows(above, question));
    }

    private record Found(FormField field, Choice choice) {}

    private static Optional<Found> choice(FilledForm filled, FormField question, FormField follower) {
        var component = question.component;
        var terms = terms(follower.component.hide()).orElse(Set.of());
        if (terms.isEmpty() || question.locked || question.shut || !offersChoices(component)) {
            return Optional.empty();
        }
        var own = new ArrayList<Choice>();
        for (var term : terms) {
            if (term.key().equals(component.key()) && offers(filled, question, term.value())) {
                own.add(term);
            }
        }
        if (own.size() != 1) {
            return Optional.empty();
        }
        var others = new LinkedHashSet<>(terms);
        others.remove(own.get(0));
        var outer = component.hide() == null ? Optional.of(Set.<Choice>of()) : terms(component.hide());
        return outer.filter(others::equals).map(same -> new Found(follower, own.get(0)));
    }

    private static boolean offersChoices(FormComponent component) {
        return component.key() != null
                && !FormUpload.isUpload(component)
                && (component.type() == ComponentType.RADIO
                        || component.type() == ComponentType.CHECKLIST
                        || component.type() == ComponentType.CHECKBOX);
    }

    private static boolean offers(FilledForm filled, FormField asked, String value) {
        return asked.component.type() == ComponentType.CHECKBOX
                ? value.equals("true")
                : filled.options(asked).containsKey(value);
    }

    /** What must be chosen for the condition not to hide; empty if it says more than that. */
    private static Optional<Set<Choice>> terms(String hide) {
        if (!Feel.isExpression(hide)) {
            return Optional.empty();
        }
        var terms = new LinkedHashSet<Choice>();
        for (var term : Feel.body(hide).split("\\s+or\\s+")) {
            var found = UNLIKE.matcher(term.strip());
            for (var pattern : List.of(NOT_LIKE, NOT_AMONG)) {
                found = found.matches() ? found : pattern.matcher(term.strip());
            }
            var ticked = NOT_TICKED.matcher(term.strip());
            if (found.matches()) {
                terms.add(new Choice(found.group(1), found.group(2).replace("\"", "")));
            } else if (ticked.matches()) {
                terms.add(new Choice(ticked.group(1), "true"));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(terms);
    }

    /** Whether it is shown under an alternative of another question. */
    boolean isFollowUp(FormField field) {
        return choices.containsKey(field);
    }

    /** What is asked if the alternative of the question is chosen. */
    List<FormField> of(FormField asked, String value, List<FormField> siblings) {
        var choice = new Choice(asked.component.key(), value);
        return siblings.stream()
                .filter(field -> choice.equals(choices.get(field)))
                .toList();
    }
}
