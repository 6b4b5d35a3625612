package se.tidig;

import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jdbc.JdbcRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.SameRules;
import se.tidig.engine.RunningProcess;

/**
 * The stages of a case with their repositories and the tests' fixtures. The packages that need the engine or serve pages
 * are left out; {@code DisplayRuleSource} gives the packaged tables. It is no {@code @Configuration}, which the whole
 * application would find.
 */
@AutoConfigurationPackage
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcRepositoriesAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@ComponentScan(
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "se\\.tidig\\.engine\\.configuration\\.(?!EngineClock).*",
                            "se\\.tidig\\.(Tidig|Greeting|Play)\\b.*",
                            "se\\.tidig\\.(.*\\.)?(process|web|worker|security|identity|deployment|demo|mypages|portal|bench|faults)\\..*"
                        }))
class Domain {

    @Bean
    RunningProcess noProcess() {
        return Optional::empty;
    }

    @Bean
    DisplayRuleSource packagedTables() {
        return new SameRules(FileRuleSet.packaged());
    }
}
