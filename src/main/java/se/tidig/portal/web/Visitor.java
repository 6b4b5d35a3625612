package se.tidig.portal.web;

/**
 * Who looks at a page.
 *
 * @param id user id of staff, e-mail address of an applicant's person; null for somebody not logged in
 * @param name as the page shows it; null for somebody not logged in
 * @param cockpit whether Cockpit lets the person in
 * @param administrator whether the person says who is in which group
 */
public record Visitor(
        String id, String name, boolean staff, boolean cockpit, boolean administrator, boolean applicant) {

    static final Visitor NOBODY = new Visitor(null, null, false, false, false, false);

    public boolean isKnown() {
        return id != null;
    }
}
