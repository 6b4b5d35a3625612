package se.tidig.engine.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions are in the database, so that any node serves any request and a restart logs nobody out. */
@Configuration(proxyBeanMethods = false)
class SessionStore {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> storedSessions() {
        // Two requests of one page may store the same attribute at the same time.
        var together = new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
        return repository -> {
            together.customize(repository);
            repository.setConversionService(attributes());
        };
    }

    private static GenericConversionService attributes() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, SessionStore::read);
        return conversion;
    }

    private static final DeserializingConverter READER =
            new DeserializingConverter(SessionStore.class.getClassLoader());

    /** Null for an attribute that an earlier version of a library stored; the person then logs in again. */
    private static Object read(byte[] stored) {
        try {
            return READER.convert(stored);
        } catch (SerializationFailedException e) {
            LOG.info("En inloggning från en tidigare version av Tidig gäller inte längre ({})", e.getMessage());
            return null;
        }
    }
}
