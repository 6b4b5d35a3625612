package se.tidig.bundle.check;

import java.util.ArrayList;
import java.util.List;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/** The constants a cell compares its column with, where it is a plain list of values. */
final class FeelConstants {

    private FeelConstants() {}

    static List<Exp> compared(Exp cell) {
        var constants = new ArrayList<Exp>();
        collect(cell, constants);
        return constants;
    }

    private static void collect(Exp cell, List<Exp> constants) {
        if (cell instanceof InputEqualTo equal) {
            collect(equal.x(), constants);
        } else if (cell instanceof UnaryTestExpression test) {
            collect(test.exp(), constants);
        } else if (cell instanceof Not not) {
            collect(not.x(), constants);
        } else if (cell instanceof AtLeastOne any) {
            each(any.xs(), constants);
        } else if (cell instanceof ConstList list) {
            each(list.items(), constants);
        } else if (cell instanceof ConstString || cell instanceof ConstNumber || cell instanceof ConstBool) {
            constants.add(cell);
        }
    }

    private static void each(camundajar.impl.scala.collection.immutable.List<Exp> cells, List<Exp> constants) {
        var iterator = cells.iterator();
        while (iterator.hasNext()) {
            collect(iterator.next(), constants);
        }
    }
}
