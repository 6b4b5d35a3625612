package se.tidig;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.event.RecordApplicationEvents;

/**
 * A test of the domain's services and repositories on a real PostgreSQL, without engine, models' deployment and web
 * server: what {@link Domain} holds. It starts in a fraction of {@link TidigTest}'s time, so that mutation tests can run
 * it for each broken class. Before each test there are no cases and the clock is right. What a test's services publish is
 * in {@code ApplicationEvents}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Domain.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            // Makes only the beans that the tests ask for.
            "spring.main.lazy-initialization=true",
            // One for each JVM that runs tests.
            "tidig.data-dir=target/test-data/${tidig.test-jvm:1}",
        })
@ContextConfiguration(initializers = DomainDatabase.class)
@RecordApplicationEvents
@TestExecutionListeners(listeners = NoCases.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface DomainTest {}
