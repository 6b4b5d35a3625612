package se.tidig.form.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.StartHandler;

/** The handlers that the modules provide, by form. */
@Component
class HandlerRegister {

    private final ObjectProvider<FormHandler> tasks;
    private final ObjectProvider<StartHandler> starts;
    private volatile Map<String, FormHandler> byForm;
    private volatile Map<String, StartHandler> byStartForm;

    HandlerRegister(ObjectProvider<FormHandler> tasks, ObjectProvider<StartHandler> starts) {
        this.tasks = tasks;
        this.starts = starts;
    }

    /** Passes the answers to the form's handler, if it has one. */
    Map<String, Object> accept(CaseTask task, Answers answers) {
        if (byForm == null) {
            byForm = byForm(tasks.stream());
        }
        var handler = byForm.get(task.form());
        var variables = handler == null ? null : handler.accept(task, answers);
        return variables == null ? Map.of() : variables;
    }

    Optional<StartHandler> ofStart(String form) {
        if (byStartForm == null) {
            byStartForm = byForm(starts.stream());
        }
        return Optional.ofNullable(byStartForm.get(form));
    }

    private static <T> Map<String, T> byForm(Stream<T> beans) {
        var found = new HashMap<String, T>();
        beans.forEach(bean -> {
            var handles = AnnotationUtils.findAnnotation(AopUtils.getTargetClass(bean), Handles.class);
            if (handles == null) {
                throw new IllegalStateException(bean.getClass() + " does not say which form it handles");
            }
            if (found.put(handles.form(), bean) != null) {
                throw new IllegalStateException("Two handlers of the form " + handles.form());
            }
        });
        return found;
    }
}
