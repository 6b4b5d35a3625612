package se.tidig;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Starts every test without cases, at the right time, with nobody logged in. */
class FreshStart implements TestExecutionListener, Ordered {

    @Override
    public void beforeTestMethod(TestContext test) {
        reset(test);
        test.getApplicationContext().getBean(CleanTables.class).clean();
    }

    @Override
    public void afterTestMethod(TestContext test) {
        reset(test);
    }

    private static void reset(TestContext test) {
        test.getApplicationContext().getBean(Play.class).leave();
    }

    /** Runs before those that inject fields and begin transactions. */
    @Override
    public int getOrder() {
        return 100;
    }
}
