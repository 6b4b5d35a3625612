package se.tidig;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import se.tidig.call.CallFixture;

/**
 * A test of the whole application on a real engine and a real PostgreSQL. All such tests share one context, so none may
 * add its own beans or properties. Before each test there are no cases, the clock is right, nobody is logged in, and
 * the staff of {@code DemoStaff} exist; {@link Play} acts as these people.
 *
 * <p>Tables with reference data are kept between tests; they are marked with {@code comment on table ... is 'Reference
 * data'}.
 */
@Documented
@Inherited
@Tag(TidigTest.APPLICATION)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Tidig.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "tidig.demo=false",
            // No job executor and no workers, because tests run jobs and external tasks themselves.
            "tidig.roles=web",
            // Lets a test come from any address, as behind a proxy on the same machine.
            "tidig.proxies=127.0.0.1,::1",
            "tidig.metrics.token=tests-token",
            // One for each JVM that runs tests.
            "tidig.data-dir=target/test-data/${tidig.test-jvm:1}",
            "camunda.bpm.job-execution.enabled=false",
            // Spring's tests turn it off.
            "management.prometheus.metrics.export.enabled=true",
            "camunda.bpm.metrics.db-reporter-activate=false",
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Play.class, CleanTables.class, BusinessTables.class, CallFixture.class, QuickPasswords.class, Mailbox.class})
@TestExecutionListeners(listeners = FreshStart.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface TidigTest {

    /** The tag of these tests, by which a run leaves them out. */
    String APPLICATION = "application";
}
