package se.tidig.form;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.ReflectionUtils;

/**
 * A method that gives case content, with what {@link Shows} or {@link Fills} says of it.
 *
 * @param key empty if each question, or each component of the record, is a key of its own
 * @param form whose answers it returns; empty if it returns none
 * @param questions that are keys of their own
 * @param use what the values are for
 */
record ContentMethod(Method method, String key, String form, List<String> questions, ContentUse use) {

    static List<ContentMethod> of(Class<?> provider) {
        return Arrays.stream(provider.getDeclaredMethods())
                .flatMap(method -> Stream.concat(
                        Stream.ofNullable(method.getAnnotation(Shows.class))
                                .map(shows -> new ContentMethod(
                                        method, shows.value(), shows.answersOf(), List.of(), ContentUse.SHOWN)),
                        Stream.ofNullable(method.getAnnotation(Fills.class))
                                .map(fills -> new ContentMethod(
                                        method,
                                        fills.value(),
                                        fills.answersOf(),
                                        List.of(fills.questions()),
                                        ContentUse.FILLED_IN))))
                .toList();
    }

    ContentMethod {
        if (!List.of(method.getParameterTypes()).equals(List.of(CaseTask.class))) {
            throw new IllegalStateException(method + " gives case content, so its one parameter must be a CaseTask");
        }
        ReflectionUtils.makeAccessible(method);
    }

    List<ShownWord> words() {
        if (!form.isEmpty()) {
            return key.isEmpty()
                    ? questions.stream().map(this::answer).toList()
                    : List.of(new ShownWord(key, Set.of(ShownWord.ANY + form)));
        }
        var type = method.getGenericReturnType();
        return key.isEmpty()
                ? ContentRecords.components(type).entrySet().stream()
                        .map(component -> new ShownWord(component.getKey(), component.getValue()))
                        .toList()
                : List.of(new ShownWord(key, ContentRecords.fields(type)));
    }

    private ShownWord answer(String question) {
        return new ShownWord(question, Set.of(ShownWord.ANY + form + "." + question));
    }

    /** The content under one of the method's keys; null if there is none. */
    Object read(CaseContent provider, String wanted, CaseTask task) {
        var result = ReflectionUtils.invokeMethod(method, provider, task);
        var value = ContentRecords.plain(result instanceof Optional<?> found ? found.orElse(null) : result, use);
        return key.isEmpty() && value instanceof Map<?, ?> byKey ? byKey.get(wanted) : value;
    }
}
