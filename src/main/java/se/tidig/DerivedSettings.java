package se.tidig;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settings that follow from others where they are not given: the demonstration runs on the embedded database only,
 * and jobs are executed only where the role {@code engine} is played.
 */
class DerivedSettings implements EnvironmentPostProcessor, Ordered {

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
        var embedded = environment.getProperty("spring.datasource.url") == null;
        var derived = new HashMap<String, Object>();
        derived.put("tidig.roles", String.join(",", roles));
        derived.put("tidig.demo", String.valueOf(embedded));
        derived.put("camunda.bpm.job-execution.enabled", String.valueOf(roles.contains("engine")));
        environment.getPropertySources().addLast(new MapPropertySource("derived", derived));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
