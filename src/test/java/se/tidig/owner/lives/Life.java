package se.tidig.owner.lives;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What makes the life of one case: how it begins, what people answer where the plain answer is not meant, what comes
 * from outside while it waits, and what it comes to. A life is lived once.
 */
final class Life {

    private final String name;
    private final Map<String, Deque<Supplier<Map<String, Object>>>> answers = new HashMap<>();
    private final Map<String, List<Coming>> outside = new HashMap<>();
    private final Map<String, String> after = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private Runnable beginning;
    private Supplier<String> outcome;

    Life(String name) {
        this.name = name;
    }

    /** Something that comes from outside once, if the time for it has come. */
    private record Coming(BooleanSupplier when, Consumer<String> what) {}

    Life begins(Runnable how) {
        beginning = how;
        return this;
    }

    /** The answers at the element in turn; the last is given again. */
    @SafeVarargs
    final Life answers(String element, Supplier<Map<String, Object>>... inTurn) {
        answers.put(element, new ArrayDeque<>(List.of(inTurn)));
        return this;
    }

    /** The task is left until the other has been done, or until there is nothing else to do. */
    Life leaves(String element, String until) {
        after.put(element, until);
        return this;
    }

    /** What comes while the case waits for a message at the element; it is told the business key. */
    Life comes(String element, Consumer<String> what) {
        return comes(element, () -> true, what);
    }

    /** The same, once the task has been done. */
    Life comesAfter(String task, String element, Consumer<String> what) {
        return comes(element, () -> done.contains(task), what);
    }

    Life comes(String element, BooleanSupplier when, Consumer<String> what) {
        outside.computeIfAbsent(element, none -> new ArrayList<>()).add(new Coming(when, what));
        return this;
    }

    /** What is done when the case has come to rest. */
    Life thereafter(Runnable what) {
        later.add(what);
        return this;
    }

    Life comesTo(Supplier<String> what) {
        outcome = what;
        return this;
    }

    String name() {
        return name;
    }

    void begin() {
        beginning.run();
    }

    String outcome() {
        return outcome.get();
    }

    Optional<Map<String, Object>> answer(String element) {
        var inTurn = answers.get(element);
        if (inTurn == null) {
            return Optional.empty();
        }
        return Optional.of((inTurn.size() > 1 ? inTurn.poll() : inTurn.peek()).get());
    }

    boolean isLeft(String element) {
        return after.containsKey(element) && !done.contains(after.get(element));
    }

    void did(String element) {
        done.add(element);
    }

    /** What comes now to a case that waits at the element. */
    Optional<Consumer<String>> coming(String element) {
        var found = outside.getOrDefault(element, List.of()).stream()
                .filter(coming -> coming.when().getAsBoolean())
                .findFirst();
        found.ifPresent(outside.getOrDefault(element, List.of())::remove);
        return found.map(Coming::what);
    }

    Optional<Runnable> next() {
        return Optional.ofNullable(later.poll());
    }
}
