package se.tidig.grant;

import java.util.List;
import org.springframework.data.repository.Repository;
import se.tidig.Reference;

/** The claims for repayment of grants. */
public interface RepaymentClaims extends Repository<RepaymentClaim, Long> {

    RepaymentClaim save(RepaymentClaim claim);

    List<RepaymentClaim> findByReferenceOrderById(Reference reference);
}
