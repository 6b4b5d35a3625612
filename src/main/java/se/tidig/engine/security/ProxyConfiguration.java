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
 * Trusts only the proxies of {@code tidig.proxies} for the client's address and for https ({@code X-Forwarded-For},
 * {@code X-Forwarded-Proto}, {@code X-Forwarded-Host}). So log-ins are slowed down by the person's address and not the
 * proxy's, and links, cookies and HSTS are those of https.
 */
@Component
class ProxyConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final List<String> addresses;

    ProxyConfiguration(@Value("${tidig.proxies:}") List<String> addresses) {
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
                    addresses.stream().map(ProxyConfiguration::asTomcatWritesIt).collect(Collectors.joining("|")));
            valve.setHostHeader("X-Forwarded-Host");
            valve.setPortHeader("X-Forwarded-Port");
            server.addEngineValves(valve);
        }
    }

    private static String asTomcatWritesIt(String address) {
        try {
            // Only addresses are allowed: a name would have to be looked up, and could change.
            if (address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
                return Pattern.quote(InetAddress.getByName(address).getHostAddress());
            }
        } catch (UnknownHostException e) {
            // Reported below.
        }
        throw new CannotStart(
                "tidig.proxies innehåller " + address
                        + ", som inte är en IP-adress. Ange proxyernas adresser med kommatecken emellan, till exempel 10.1.2.3.");
    }
}
