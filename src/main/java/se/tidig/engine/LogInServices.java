package se.tidig.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * The log-in services of the settings (OpenID Connect). What a service publishes about itself is read when somebody first
 * logs in there, so that Tidig starts while a service is down, and only log-ins at that service fail.
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
public class LogInServices implements ClientRegistrationRepository {

    /** The error code if the service does not answer. */
    public static final String DOWN = "service_down";

    private static final Logger LOG = LoggerFactory.getLogger(LogInServices.class);

    /** How the ids of the services for applicants begin; all others are for staff. */
    private static final String APPLICANTS = "applicant";

    private final OAuth2ClientProperties settings;
    private final Map<String, ClientRegistration> read = new ConcurrentHashMap<>();

    LogInServices(OAuth2ClientProperties settings) {
        this.settings = settings;
    }

    /**
     * A service that people can choose.
     *
     * @param id its registration id
     * @param name as people know it; the id if the settings give none
     */
    public record LogInService(String id, String name) {}

    /** In the order of their ids, as the settings keep none. */
    public List<LogInService> forApplicants() {
        return all(LogInServices::isForApplicants);
    }

    public List<LogInService> forStaff() {
        return all(id -> !isForApplicants(id));
    }

    private List<LogInService> all(Predicate<String> wanted) {
        return settings.getRegistration().entrySet().stream()
                .filter(service -> wanted.test(service.getKey()))
                .map(service -> new LogInService(
                        service.getKey(),
                        Objects.requireNonNullElse(service.getValue().getClientName(), service.getKey())))
                .sorted(Comparator.comparing(LogInService::id))
                .toList();
    }

    public static boolean isForApplicants(String id) {
        return id.startsWith(APPLICANTS);
    }

    /**
     * Null if the settings name no such service.
     *
     * @throws OAuth2AuthenticationException with {@link #DOWN} if the service does not answer; the next log-in asks again
     */
    @Override
    public ClientRegistration findByRegistrationId(String id) {
        if (!settings.getRegistration().containsKey(id)) {
            return null;
        }
        // Outside of the map's lock, since the service may answer slowly.
        var service = read.get(id);
        if (service == null) {
            service = ask(id);
            read.put(id, service);
        }
        return service;
    }

    private ClientRegistration ask(String id) {
        var only = new OAuth2ClientProperties();
        only.getRegistration().put(id, settings.getRegistration().get(id));
        only.getProvider().putAll(settings.getProvider());
        try {
            return new OAuth2ClientPropertiesMapper(only)
                    .asClientRegistrations()
                    .get(id);
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warn(
                    "Inloggningstjänsten {} svarar inte på adressen för OpenID Connect. Kontrollera att den är igång och"
                            + " att issuer-uri stämmer. {}",
                    id,
                    e.getMessage());
            throw new OAuth2AuthenticationException(DOWN);
        }
    }
}
