package se.tidig.grant;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.call.CallFigures;
import se.tidig.grant.RepaymentClaim.Action;

/** How many times money of a call has been claimed back, and the sum; empty if it never has. */
@Component
class ReclaimedFigures implements CallFigures {

    private final Grants grants;
    private final RepaymentClaims claims;

    ReclaimedFigures(Grants grants, RepaymentClaims claims) {
        this.grants = grants;
        this.claims = claims;
    }

    @Override
    public List<Figure> of(Reference call) {
        var claimed = grants.findByCallOrderByReference(call).stream()
                .flatMap(grant -> claims.findByReferenceOrderById(grant.reference()).stream())
                .filter(claim -> claim.action() == Action.CLAIM)
                .map(RepaymentClaim::amount)
                .toList();
        return claimed.isEmpty()
                ? List.of()
                : List.of(new Figure(
                        Stage.RECLAIMED, claimed.size(), claimed.stream().reduce(Sek.ZERO, Sek::plus)));
    }
}
