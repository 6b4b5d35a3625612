package se.tidig.database;

import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import se.tidig.HeadStart;

/** Starts the embedded PostgreSQL while Spring creates its beans, and stops it if the start fails. */
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
        // Registered first, it is destroyed last: after the beans that use it, and also if no bean was created.
        ((DefaultSingletonBeanRegistry) beans).registerDisposableBean("startingServer", starting::stop);
    }

    /** The server that is starting. */
    record Starting(HeadStart<EmbeddedServer> head) {

        EmbeddedServer server() {
            return head.result();
        }

        private void stop() throws Exception {
            EmbeddedServer server;
            try {
                server = server();
            } catch (RuntimeException e) {
                // The server did not start; the failed start reports why.
                return;
            }
            server.close();
        }
    }
}
