package se.tidig.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded PostgreSQL, used if {@code spring.datasource.url} is not set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "\0")
class EmbeddedDatabase {

    // EmbeddedServerStart closes it.
    @Bean(destroyMethod = "")
    EmbeddedServer embeddedServer(EmbeddedServerStart.Starting starting) {
        return starting.server();
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    DataSource dataSource(EmbeddedServer server) throws IOException {
        return DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(server.url())
                .username(server.user())
                .password(server.password())
                .build();
    }
}
