package se.tidig.engine.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.tidig.Sha256;

/**
 * Compares passwords with their hashes. The hash is slow on purpose, and HTTP Basic sends the password with every
 * request. So a password that was right is remembered as a keyed digest until the JVM ends; the digest covers the hash,
 * so a password that has been changed since is not accepted.
 */
@Component
public class PasswordCheck {

    private static final int REMEMBERED = 1000;

    private final PasswordEncoder encoder;
    /** Compared with for unknown accounts, so that these take as long to refuse. */
    private final String hashOfNobody;

    private final byte[] key = new byte[32];
    private final Map<String, Boolean> right = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    PasswordCheck(PasswordEncoder encoder) {
        this.encoder = encoder;
        new SecureRandom().nextBytes(key);
        this.hashOfNobody = encoder.encode(Base64.getEncoder().encodeToString(key));
    }

    /**
     * Whether the password gives the hash.
     *
     * @param hash null for an unknown account, which takes as long to refuse as a wrong password
     */
    public boolean matches(String account, String password, String hash) {
        if (password == null) {
            return false;
        }
        if (hash == null) {
            encoder.matches(password, hashOfNobody);
            return false;
        }
        var digest = digest(account, password, hash);
        synchronized (right) {
            if (right.containsKey(digest)) {
                return true;
            }
        }
        var matches = encoder.matches(password, hash);
        if (matches) {
            synchronized (right) {
                right.put(digest, true);
            }
        }
        return matches;
    }

    private String digest(String account, String password, String hash) {
        var sha = Sha256.digest();
        sha.update(key);
        for (var part : new String[] {account, password, hash}) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update((byte) (bytes.length >> 8));
            sha.update((byte) bytes.length);
            sha.update(bytes);
        }
        return Base64.getEncoder().encodeToString(sha.digest());
    }
}
