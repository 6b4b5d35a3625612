package se.tidig.database;

import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import se.tidig.HeadStart;

/** Starts the embedded PostgreSQL while Spring reads its beans; a start that fails takes the server with it. */
class EmbeddedServerStart implements ApplicationListener<ApplicationContextInitializedEvent> {

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        var context = event.getApplicationContext();
        var environment = context.getEnvironment();
        if (environment.getProperty("spring.datasource.url") != null) {
            return;
        }
        var folder = Path.of(environment.getRequiredProperty("tidig.data-dir"));
        var starting = new Starting(HeadStart.of("embedded-postgres", () -> EmbeddedServer.start(folder)));
        var beans = context.getBeanFactory();
        beans.registerSingleton("startingServer", starting);
        // As the first it is destroyed last, after those that use it, and also where no bean came to be.
        ((DefaultSingletonBeanRegistry) beans).registerDisposableBean("startingServer", starting::stop);
    }

    /** The server on its way. */
    record Starting(HeadStart<EmbeddedServer> head) {

        EmbeddedServer server() {
            return head.result();
        }

        private void stop() throws Exception {
            EmbeddedServer server;
            try {
                server = server();
            } catch (RuntimeException e) {
                // It never stood, and the start has told why.
                return;
            }
            server.close();
        }
    }
}
