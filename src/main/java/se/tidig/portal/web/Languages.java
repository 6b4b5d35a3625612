package se.tidig.portal.web;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Shows pages in Swedish whatever the browser asks for; {@code ?lang=en} gives English and is remembered. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language");
        resolver.setDefaultLocaleFunction(request -> SWEDISH);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change).excludePathPatterns("/camunda/**", "/engine-rest/**");
    }
}
