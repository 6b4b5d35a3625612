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

    /**
     * Every request sets the time of last use. If nothing else has changed, it is written at most once a minute, because
     * each write waits for the disk. A session can therefore end up to a minute early.
     */
    private static final String UPDATE =
            """
            update %TABLE_NAME% s
            set session_id = n.session_id, last_access_time = n.last_access_time, expiry_time = n.expiry_time,
                max_inactive_interval = n.max_inactive_interval, principal_name = n.principal_name
            from (values (cast(? as char(36)), cast(? as bigint), cast(? as int), cast(? as bigint), cast(? as varchar),
                    cast(? as char(36))))
                n (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
            where s.primary_id = n.primary_id
                and (s.last_access_time <= n.last_access_time - 60000
                    or (s.session_id, s.max_inactive_interval, s.principal_name)
                        is distinct from (n.session_id, n.max_inactive_interval, n.principal_name))
            """;

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> storedSessions() {
        // Two requests of one page may store the same attribute at the same time.
        var together = new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
        return repository -> {
            together.customize(repository);
            repository.setUpdateSessionQuery(UPDATE);
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
