package se.tidig.engine.security;

import jakarta.servlet.Filter;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * A switch for tests: while it is on, requests bypass Tidig's security filters, which shows what a request would do
 * without them.
 */
@Component
class OpenDoors implements BeanPostProcessor {

    private volatile boolean open;

    <T> T whileOpen(Supplier<T> request) {
        open = true;
        try {
            return request.get();
        } finally {
            open = false;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!name.equals("springSecurityFilterChain")) {
            return bean;
        }
        var doors = (Filter) bean;
        return (Filter) (request, response, chain) -> {
            if (open) {
                chain.doFilter(request, response);
            } else {
                doors.doFilter(request, response, chain);
            }
        };
    }
}
