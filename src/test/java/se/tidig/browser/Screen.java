package se.tidig.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tidig.engine.DemoStaff;

/** A real browser and the people who use it, each with a window of their own. */
final class Screen implements AutoCloseable {

    /** Long enough for a loaded machine; elements that are there are found at once. */
    private static final double PATIENCE = 20_000;

    /** Started by the first test of this JVM: windows know nothing of each other, and a start takes seconds. */
    private static Browser browser;

    private final String base;
    private final List<BrowserContext> windows = new ArrayList<>();

    Screen(Path chromium, int port) {
        start(chromium);
        base = "http://localhost:" + port;
    }

    private static void start(Path chromium) {
        if (browser != null) {
            return;
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--no-first-run",
                                "--disable-component-update",
                                "--disable-sync")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    /** A window without a log-in; the browser speaks English, as many officers' do. */
    Page visitor() {
        return visitor("Europe/Stockholm");
    }

    /** A window of a telephone without a log-in, with or without scripts. */
    Page telephone(boolean scripts) {
        return open(options("Europe/Stockholm").setViewportSize(375, 800).setJavaScriptEnabled(scripts));
    }

    private Browser.NewContextOptions options(String zone) {
        return new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("en-GB")
                .setTimezoneId(zone)
                .setViewportSize(1280, 900);
    }

    private Page visitor(String zone) {
        return open(options(zone));
    }

    private Page open(Browser.NewContextOptions options) {
        var window = browser.newContext(options);
        windows.add(window);
        window.setDefaultTimeout(PATIENCE);
        return window.newPage();
    }

    /** A window of that width without a log-in, in which scripts run or do not. */
    Page window(int width, boolean scripts) {
        var window = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setTimezoneId("Europe/Stockholm")
                .setJavaScriptEnabled(scripts)
                .setViewportSize(width, 800));
        windows.add(window);
        window.setDefaultTimeout(PATIENCE);
        return window.newPage();
    }

    /** A window whose person has logged in on the page and been led on. */
    Page person(String name) {
        var page = visitor();
        page.navigate("/login");
        login(page, name);
        return page;
    }

    /** The same with the clock set to another time zone. */
    Page person(String name, String zone) {
        var page = visitor(zone);
        page.navigate("/login");
        login(page, name);
        return page;
    }

    static void login(Page page, String name) {
        page.getByLabel("Användarnamn eller e-postadress").fill(name);
        page.getByLabel("Lösenord").fill(DemoStaff.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Logga in")).click();
    }

    /** Those of exactly this name. */
    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
    }
}
