package se.tidig.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The bean exists only if {@code tidig.roles} contains the role: {@code web}, {@code engine} or {@code worker}. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnRole.Played.class)
public @interface ConditionalOnRole {

    String value();

    /** Compares the role with the setting. */
    class Played implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var role = metadata.getAnnotationAttributes(ConditionalOnRole.class.getName())
                    .get("value");
            return Arrays.stream(context.getEnvironment()
                            .getProperty("tidig.roles", "web,engine,worker")
                            .split(","))
                    .map(String::strip)
                    .anyMatch(role::equals);
        }
    }
}
