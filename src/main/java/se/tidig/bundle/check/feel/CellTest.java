package se.tidig.bundle.check.feel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/**
 * The condition of a table cell as a test of one value. Values are strings, booleans, numbers (a date is its number of
 * days since 1970) and {@link #NULL}.
 */
public final class CellTest {

    public static final Object NULL = new Object();

    /**
     * A number at which the cell's result changes; {@code reach} is -1 or 1 if the cell holds for all numbers below or
     * above it, else 0.
     */
    public record Bound(BigDecimal at, int reach, boolean isPoint, boolean isDay) {}

    private final boolean any;
    private final List<Object> constants = new ArrayList<>();
    private final List<Bound> bounds = new ArrayList<>();
    private final List<Exp> unknown = new ArrayList<>();
    private final Exp symbol;
    private final Predicate<Object> test;

    private CellTest(FeelExpression cell, Exp symbol) {
        this.any = cell.isAny();
        this.symbol = symbol;
        this.test = any ? value -> true : read(cell.root());
    }

    public static CellTest of(FeelExpression cell) {
        return new CellTest(cell, null);
    }

    /** The same, with one unknown expression replaced by zero. */
    public static CellTest of(FeelExpression cell, Exp symbol) {
        return new CellTest(cell, symbol);
    }

    public boolean isAny() {
        return any;
    }

    /** Whether every part of the condition is a constant, so that it can be tested. */
    public boolean isKnown() {
        return unknown.isEmpty();
    }

    /** The parts of the condition that are not constants. */
    public List<Exp> unknown() {
        return unknown;
    }

    public List<Object> constants() {
        return constants;
    }

    public List<Bound> bounds() {
        return bounds;
    }

    public boolean holds(Object value) {
        return test.test(value);
    }

    private Predicate<Object> read(Exp cell) {
        if (cell instanceof AtLeastOne any) {
            var tests = new ArrayList<Predicate<Object>>();
            for (var iterator = any.xs().iterator(); iterator.hasNext(); ) {
                tests.add(read(iterator.next()));
            }
            return value -> tests.stream().anyMatch(one -> one.test(value));
        } else if (cell instanceof Not not) {
            return read(not.x()).negate();
        } else if (cell instanceof InputEqualTo equal) {
            return constant(equal.x());
        } else if (cell instanceof UnaryTestExpression plain) {
            return constant(plain.exp());
        } else if (cell instanceof InputLessThan less) {
            return compared(less.x(), -1, order -> order < 0);
        } else if (cell instanceof InputLessOrEqual less) {
            return compared(less.x(), -1, order -> order <= 0);
        } else if (cell instanceof InputGreaterThan greater) {
            return compared(greater.x(), 1, order -> order > 0);
        } else if (cell instanceof InputGreaterOrEqual greater) {
            return compared(greater.x(), 1, order -> order >= 0);
        } else if (cell instanceof InputInRange in) {
            return from(in.range().start()).and(to(in.range().end()));
        }
        unknown.add(cell);
        return value -> false;
    }

    private Predicate<Object> from(ConstRangeBoundary start) {
        var closed = start instanceof ClosedConstRangeBoundary;
        return compared(start.value(), 0, order -> order > 0 || closed && order == 0);
    }

    private Predicate<Object> to(ConstRangeBoundary end) {
        var closed = end instanceof ClosedConstRangeBoundary;
        return compared(end.value(), 0, order -> order < 0 || closed && order == 0);
    }

    private Predicate<Object> constant(Exp exp) {
        if (exp instanceof ConstString text) {
            constants.add(text.value());
            return text.value()::equals;
        } else if (exp instanceof ConstBool truth) {
            constants.add(truth.value());
            return value -> value.equals(truth.value());
        } else if (exp instanceof ConstNull$) {
            constants.add(NULL);
            return value -> value == NULL;
        }
        var number = number(exp);
        if (number == null) {
            unknown.add(exp);
            return value -> false;
        }
        bounds.add(new Bound(number, 0, true, exp instanceof ConstDate));
        return value -> value instanceof BigDecimal other && other.compareTo(number) == 0;
    }

    private Predicate<Object> compared(Exp exp, int reach, Predicate<Integer> order) {
        var number = number(exp);
        if (number == null) {
            unknown.add(exp);
            return value -> false;
        }
        bounds.add(new Bound(number, reach, false, exp instanceof ConstDate));
        return value -> value instanceof BigDecimal other && order.test(other.compareTo(number));
    }

    private BigDecimal number(Exp exp) {
        if (exp.equals(symbol)) {
            return BigDecimal.ZERO;
        } else if (exp instanceof ConstNumber number) {
            return number.value().bigDecimal();
        } else if (exp instanceof ArithmeticNegation negative && negative.x() instanceof ConstNumber number) {
            return number.value().bigDecimal().negate();
        } else if (exp instanceof ConstDate day) {
            return BigDecimal.valueOf(day.value().toEpochDay());
        }
        return null;
    }
}
