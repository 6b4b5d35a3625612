package se.tidig.engine.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.admin.impl.plugin.resources.AdminPluginsRootResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.BaseRootResource;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** All resources of the engine's REST interface, read from its classes, so that a new one is noticed. */
final class RestResources {

    private RestResources() {}

    /**
     * A method and path.
     *
     * @param path from the root of the interface, with the names of parameters in braces
     */
    record Road(String method, String path) implements Comparable<Road> {

        @Override
        public int compareTo(Road other) {
            var byPath = path.compareTo(other.path);
            return byPath == 0 ? method.compareTo(other.method) : byPath;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }

        /** The path with the value in place of each parameter. */
        String with(String value) {
            return path.replaceAll("\\{[^}]*}", value);
        }
    }

    static SortedSet<Road> all() {
        var found = new TreeSet<Road>();
        read(DefaultProcessEngineRestServiceImpl.class, "", new LinkedHashSet<>(), found);
        return found;
    }

    /** The webapps' own API, besides the REST interface; paths are from the root of the server. */
    static SortedSet<Road> ofWebapps() {
        var found = new TreeSet<Road>();
        Map.of("cockpit", BaseRootResource.class, "admin", AdminPluginsRootResource.class)
                .forEach((app, root) -> read(
                        root,
                        "/camunda/api/" + app + "/"
                                + root.getAnnotation(Path.class).value(),
                        new LinkedHashSet<>(),
                        found));
        // The plugins' scripts and styles.
        found.removeIf(road -> road.path().endsWith("/static/{file}"));
        return found;
    }

    private static void read(Class<?> resource, String at, Set<Class<?>> outer, SortedSet<Road> found) {
        if (!outer.add(resource)) {
            return;
        }
        for (var method : resource.getMethods()) {
            var path = join(at, annotated(method, Path.class).map(Path::value).orElse(""));
            var verb = verb(method);
            if (verb.isPresent()) {
                found.add(new Road(verb.get(), path));
            } else if (annotated(method, Path.class).isPresent()) {
                read(method.getReturnType(), path, outer, found);
            }
        }
        outer.remove(resource);
    }

    private static String join(String at, String path) {
        var plain = path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        return (at + (plain.isEmpty() || plain.startsWith("/") ? "" : "/") + plain).replaceAll("/+$", "");
    }

    private static Optional<String> verb(Method method) {
        for (var declared : declarations(method)) {
            for (var annotation : declared.getAnnotations()) {
                var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    return Optional.of(verb.value());
                }
            }
        }
        return Optional.empty();
    }

    private static <A extends Annotation> Optional<A> annotated(Method method, Class<A> wanted) {
        return declarations(method).stream()
                .map(declared -> declared.getAnnotation(wanted))
                .filter(annotation -> annotation != null)
                .findFirst();
    }

    /** The declarations of the method in its class, its superclasses and their interfaces. */
    private static Set<Method> declarations(Method method) {
        var declared = new LinkedHashSet<Method>();
        var types = new LinkedHashSet<Class<?>>();
        for (Class<?> type = method.getDeclaringClass(); type != null; type = type.getSuperclass()) {
            types.add(type);
            types.addAll(Arrays.asList(type.getInterfaces()));
        }
        for (var type : types) {
            try {
                declared.add(type.getMethod(method.getName(), method.getParameterTypes()));
            } catch (NoSuchMethodException e) {
                // declared in another type
            }
        }
        return declared;
    }
}
