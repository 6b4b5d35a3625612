package se.tidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The window of a person in the portal. Every page that it comes to fits it without being scrolled sideways. */
final class PortalWindow {

    /** More rounds than any page needs to show all that its answers lead to. */
    private static final int ROUNDS = 8;

    private static final Pattern ROW = Pattern.compile("([^\\[]+)\\[\\d+].*");

    private final Page page;

    PortalWindow(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void goesTo(String path) {
        page.navigate(path);
        fits();
    }

    void follows(String link) {
        page.getByRole(AriaRole.LINK, Screen.named(link)).first().click();
        fits();
    }

    void presses(String button) {
        page.getByRole(AriaRole.BUTTON, Screen.named(button)).first().click();
        fits();
    }

    /** The button of the page's form by what it does: {@code on}, {@code parts}, {@code save} or {@code send}. */
    void does(String what) {
        sends(page.locator("main button.btn[name=then][value=" + what + "]"));
        fits();
    }

    void sees(String... texts) {
        for (var text : texts) {
            assertThat(page.locator("main")).containsText(text);
        }
    }

    void isTold(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, Screen.named(heading)).first())
                .isVisible();
    }

    /** The page tells of errors on top, and at the question. */
    void isRefused(String question, String message) {
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText(message);
        assertThat(field(question).first()).hasAttribute("aria-invalid", "true");
    }

    /**
     * Types the answers in the fields of the open page; rows are added for those that have none, and what is asked only
     * after an answer is typed when the page has been saved.
     */
    void types(Map<String, String> answers) {
        var path = page.url().replaceFirst("[?#].*", "");
        var left = new LinkedHashMap<>(answers);
        for (int round = 0; !left.isEmpty(); round++) {
            assertThat(round)
                    .as("rounds, before " + left.keySet() + " on " + path)
                    .isLessThan(ROUNDS);
            left.entrySet().removeIf(answer -> types(answer.getKey(), answer.getValue()));
            if (!left.isEmpty()) {
                shows(left.keySet().iterator().next(), path);
            }
        }
    }

    private void shows(String name, String path) {
        var row = ROW.matcher(name);
        var add = row.matches() ? page.locator("button[name=add][value=" + row.group(1) + "]") : null;
        if (add != null && add.count() > 0) {
            sends(add);
        } else {
            sends(page.locator("main button.btn[name=then][value=save], main button.btn[name=then][value=parts]")
                    .first());
            page.navigate(path);
        }
    }

    private boolean types(String name, String value) {
        var field = field(name);
        if (field.count() == 0) {
            return false;
        }
        unfolds(name);
        if (field.first().evaluate("e => e.tagName").equals("SELECT")) {
            field.selectOption(value);
        } else if (Set.of("radio", "checkbox")
                .contains(String.valueOf(field.first().getAttribute("type")))) {
            for (var one : value.split(",")) {
                page.locator("[name='" + name + "'][value='" + one + "']").check();
            }
        } else {
            field.fill(value);
        }
        return true;
    }

    /** Opens the part of a completion that nobody has asked for, if the field stands in one. */
    private void unfolds(String name) {
        var folded = page.locator("main details.folded:not([open])")
                .filter(new Locator.FilterOptions().setHas(page.locator("[name='" + name + "']")));
        if (folded.count() > 0) {
            folded.locator("> summary").click();
        }
    }

    private Locator field(String name) {
        return page.locator("main [name='" + name + "']:not([type=hidden])");
    }

    /** What has been typed is saved without a button being pressed. */
    void savesItself() {
        page.locator("main input:visible").first().focus();
        assertThat(page.locator("#autosave")).containsText("Saved at");
        page.waitForTimeout(300);
    }

    void sendsFile(String document, String name, String content) {
        var file = page.locator("input[type=file][name='" + document + "']");
        unfolds(document);
        file.setInputFiles(new FilePayload(name, "application/pdf", content.getBytes(StandardCharsets.UTF_8)));
        sends(page.locator("button[name=upload][value='" + document + "']"));
        fits();
    }

    /** A page with autosave is sent when its own save is over, which may be after the click. */
    private void sends(Locator button) {
        page.waitForNavigation(button::click);
    }

    /** Without scripts the browser itself tells the width. */
    private void fits() {
        page.waitForLoadState();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
    }
}
