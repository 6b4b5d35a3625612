package se.tidig.form.process;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Registers the error answers with every REST application: the engine's own and those of the webapps. */
public class SwedishErrors implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(RejectedMapper.class);
        context.register(NotAllowedMapper.class);
        context.register(NotFoundMapper.class);
        context.register(FaultMappers.class);
        context.register(FaultMappers.Unwrapped.class);
        context.register(FaultMappers.Other.class);
        context.register(FaultMappers.OtherShape.class);
        context.register(FaultMappers.NoJson.class);
    }
}
