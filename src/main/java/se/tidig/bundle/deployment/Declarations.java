package se.tidig.bundle.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.tidig.bundle.DeclaredVocabulary;
import se.tidig.bundle.Vocabulary;

/** What Java declares for models, read once. */
@Configuration(proxyBeanMethods = false)
class Declarations {

    @Bean
    static Vocabulary vocabulary() {
        return DeclaredVocabulary.read();
    }
}
