package se.tidig.bundle.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.VocabularyReader;

/** Reads the vocabulary once. */
@Configuration(proxyBeanMethods = false)
class VocabularyConfiguration {

    @Bean
    static Vocabulary vocabulary() {
        return VocabularyReader.read();
    }
}
