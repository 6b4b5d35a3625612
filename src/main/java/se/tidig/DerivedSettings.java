package se.tidig;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Derives settings that are not given from others: the demonstration runs only on the embedded database, and jobs are
 * executed only if the roles contain {@code engine}. Impossible settings are refused before anything else starts.
 */
class DerivedSettings implements EnvironmentPostProcessor, Ordered {

    private static final String DEFAULT_PORT = "8080";
    private static final List<String> ROLES = List.of("web", "engine", "worker");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var roles = Arrays.stream(environment
                        .getProperty("tidig.roles", String.join(",", ROLES))
                        .split(","))
                .map(String::strip)
                .toList();
        if (!ROLES.containsAll(roles)) {
            throw new CannotStart("tidig.roles är \"" + String.join(",", roles)
                    + "\". Ange en eller flera av web, engine och worker, med komma emellan.");
        }
        checkPort(environment.getProperty("server.address"), environment.getProperty("server.port", DEFAULT_PORT));
        var embedded = environment.getProperty("spring.datasource.url") == null;
        var derived = new HashMap<String, Object>();
        derived.put("tidig.roles", String.join(",", roles));
        derived.put("tidig.demo", String.valueOf(embedded));
        derived.put("camunda.bpm.job-execution.enabled", String.valueOf(roles.contains("engine")));
        environment.getPropertySources().addLast(new MapPropertySource("derived", derived));
    }

    /** Checks that the port is free. The web server itself would find out last, at the first start after a minute. */
    private static void checkPort(String address, String number) {
        try (var free = new ServerSocket()) {
            var port = Integer.parseInt(number);
            free.setReuseAddress(true);
            if (port > 0) {
                free.bind(
                        address == null
                                ? new InetSocketAddress(port)
                                : new InetSocketAddress(InetAddress.getByName(address), port));
            }
        } catch (BindException e) {
            throw new PortInUseException(Integer.parseInt(number), e);
        } catch (IOException | IllegalArgumentException e) {
            // The web server reports what is wrong.
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
