package se.tidig.portal.web;

/**
 * The person who looks at a page.
 *
 * @param id user id of staff, or e-mail address of an applicant's person; null if nobody is logged in
 * @param name as the page shows it; null if nobody is logged in
 * @param cases whether the person sees the register of cases
 * @param cockpit whether the person may use Cockpit
 * @param representatives whether the person lets in people who act for organisations
 * @param administrator whether the person may change accounts and groups
 */
public record Visitor(
        String id,
        String name,
        boolean staff,
        boolean cases,
        boolean cockpit,
        boolean representatives,
        boolean administrator,
        boolean applicant) {

    static final Visitor NOBODY = new Visitor(null, null, false, false, false, false, false, false);

    public boolean isKnown() {
        return id != null;
    }
}
