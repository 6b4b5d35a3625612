package se.tidig.form;

import java.util.List;
import java.util.Optional;
import org.camunda.feel.syntaxtree.Exp;

/**
 * A FEEL expression of a form, or the key of a column, which reads a field of each row.
 *
 * @param component the key of the component it stands in, or its id
 * @param isColumn whether it is the key of a column
 * @param text as written
 * @param lists the expressions of the lists whose rows it is read in, the outermost first; empty if its names are
 *     the form's
 */
public record FormExpression(String component, boolean isColumn, String text, List<String> lists) {

    /** The expression as the engine reads it; empty if it does not parse. */
    public static Optional<Exp> parsed(String text) {
        return Feel.parse(text).map(parsed -> parsed.expression());
    }
}
