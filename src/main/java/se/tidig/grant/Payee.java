package se.tidig.grant;

import java.time.Instant;
import org.springframework.data.relational.core.mapping.Column;
import se.tidig.Actor;
import se.tidig.organisation.Giro;

/**
 * The account that a recipient has named, and whether a person has verified that it belongs to the recipient.
 *
 * @param account bankgiro or plusgiro as {@link Giro} writes it
 * @param holder who holds it, according to the recipient
 * @param verifiedAt when it was verified; null before that
 * @param verifiedBy user id of the person who verified it
 * @param verification how it was done
 */
public record Payee(
        @Column("giro") String account,
        @Column("giro_holder") String holder,
        @Column("payee_verified_at") Instant verifiedAt,
        @Column("payee_verified_by") Actor verifiedBy,
        @Column("payee_verification") String verification) {

    static Payee named(Giro account, String holder) {
        return new Payee(account.toString(), holder, null, null, null);
    }

    Payee verified(String how, Actor by, Instant at) {
        return new Payee(account, holder, at, by, how);
    }

    Payee doubted() {
        return new Payee(account, holder, null, null, null);
    }
}
