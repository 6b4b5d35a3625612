package se.tidig.engine.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import se.tidig.CannotStart;

/**
 * Believes the proxies of {@code tidig.proxies}, and nobody else, about the client's address and about https
 * ({@code X-Forwarded-For}, {@code X-Forwarded-Proto}, {@code X-Forwarded-Host}). Log-ins are then slowed down by the
 * address of the person and not of the proxy, and links, cookies and HSTS are those of https.
 */
@Component
class Proxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final List<String> addresses;

    Proxies(@Value("${tidig.proxies:}") List<String> addresses) {
        this.addresses = addresses.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (!addresses.isEmpty()) {
            var valve = new RemoteIpValve();
            valve.setInternalProxies(
                    addresses.stream().map(Proxies::asTomcatWritesIt).collect(Collectors.joining("|")));
            valve.setHostHeader("X-Forwarded-Host");
            valve.setPortHeader("X-Forwarded-Port");
            server.addEngineValves(valve);
        }
    }

    private static String asTomcatWritesIt(String address) {
        try {
            // Only addresses: a name would have to be looked up, and could change.
            if (address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
                return Pattern.quote(InetAddress.getByName(address).getHostAddress());
            }
        } catch (UnknownHostException e) {
            // Told below.
        }
        throw new CannotStart(
                "tidig.proxies innehåller " + address
                        + ", som inte är en IP-adress. Ange proxyernas adresser med kommatecken emellan, till exempel 10.1.2.3.");
    }
}
