package se.tidig;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import se.tidig.engine.EngineTime;

/** Starts every test of the domain without cases and at the right time. */
class NoCases implements TestExecutionListener, Ordered {

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext().getBean(BusinessTables.class).empty();
    }

    @Override
    public void afterTestMethod(TestContext test) {
        EngineTime.offset(Duration.ZERO);
    }

    /** Runs before those that inject fields and begin transactions. */
    @Override
    public int getOrder() {
        return 100;
    }
}
