package se.tidig;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A board's own log-in service (OpenID Connect) that confirms whatever a test tells it. */
public class BoardsLogin implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String REGISTRATION = "lansstyrelsen";

    /** The same service for people who act for applicants. */
    public static final String APPLICANTS = "applicant-prov";

    private static final Pattern CODE = Pattern.compile("(?:^|&)code=([^&]+)");
    private static final Map<String, Map<String, Object>> TOLD = new ConcurrentHashMap<>();
    private static HttpServer server;
    private static RSAKey key;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var base = "http://localhost:" + running().getAddress().getPort();
        var registration = "spring.security.oauth2.client.registration." + REGISTRATION + ".";
        var applicants = "spring.security.oauth2.client.registration." + APPLICANTS + ".";
        var provider = "spring.security.oauth2.client.provider." + REGISTRATION + ".";
        TestPropertyValues.of(
                        applicants + "provider=" + REGISTRATION,
                        applicants + "client-id=tidig",
                        applicants + "client-secret=hemligt",
                        applicants + "client-name=Organisationernas inloggning",
                        applicants + "authorization-grant-type=authorization_code",
                        applicants + "redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
                        applicants + "scope=openid,email",
                        registration + "client-id=tidig",
                        registration + "client-secret=hemligt",
                        registration + "client-name=Länsstyrelsen i provet",
                        registration + "authorization-grant-type=authorization_code",
                        registration + "redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
                        registration + "scope=openid",
                        provider + "authorization-uri=" + base + "/authorize",
                        provider + "token-uri=" + base + "/token",
                        provider + "jwk-set-uri=" + base + "/keys")
                .applyTo(context);
    }

    /** What the service says of the person who comes with the code, once. */
    public static void tell(String code, Map<String, Object> claims) {
        TOLD.put(code, claims);
    }

    private static synchronized HttpServer running() {
        if (server == null) {
            try {
                key = new RSAKeyGenerator(2048).keyID("prov").generate();
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException | JOSEException e) {
                throw new IllegalStateException(e);
            }
            server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
            server.createContext("/token", BoardsLogin::token);
            server.start();
        }
        return server;
    }

    private static void token(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var code = CODE.matcher(body);
        var told = code.find() ? TOLD.remove(URLDecoder.decode(code.group(1), StandardCharsets.UTF_8)) : null;
        if (told == null) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer("https://inloggning.lansstyrelsen.example")
                .subject("4711")
                .audience("tidig")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        told.forEach(claims::claim);
        var signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            signed.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        answer(
                exchange,
                200,
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                        + signed.serialize() + "\"}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
