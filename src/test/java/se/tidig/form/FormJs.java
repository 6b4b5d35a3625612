package se.tidig.form;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import se.tidig.Chromium;

/**
 * form-js 1.8.7, the same as in Tasklist 7.24, in a real browser on a machine in Sweden. The npm client fetches it
 * once, and its hash is checked; nothing of it is part of the program.
 */
final class FormJs implements AutoCloseable {

    private static final String PACKAGE = "@bpmn-io/form-js@1.8.7";
    private static final String INTEGRITY =
            "9U66Z7x+rbtVxRs+/UxTqHeJxaavtGDgaxH5QXrTJiWftUdbj74tyZESBAAL2yclVn6aHC9csekOsceVoGr2ng==";
    private static final Path KEPT = Path.of("target", "form-js", "bpmn-io-form-js-1.8.7.tgz");
    private static final String VIEWER = "package/dist/form-viewer.umd.js";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Opens forms side by side, does the same step in each, waits until nothing more is drawn, and submits them. */
    private static final String PAGE =
            """
            const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
            const settled = async frames => { for (let i = 0; i < frames; i++) await drawn(); };
            let open = [];
            const instance = (form, edit) => form.get('formFieldInstanceRegistry').getAll().find(one =>
                one.id === edit.id && (edit.row === undefined || Object.values(one.indexes || {})[0] === edit.row));
            const isLocked = (form, edit, one) => {
              const {data, ...special} = one.expressionContextInfo;
              const marked = Object.fromEntries(Object.entries(special).map(([name, value]) => ['_' + name + '_', value]));
              const field = form.get('formFieldRegistry').get(edit.id);
              const readonly = field.readonly;
              return field.disabled || readonly === true || typeof readonly === 'string' && readonly.startsWith('=')
                  && form.get('conditionChecker').check(readonly, {...special, ...data, ...marked}) === true;
            };
            const apply = ({form, box}, edit) => {
              if (edit.add) box.querySelector('.fjs-repeat-render-add')?.click();
              else if (edit.remove) box.querySelectorAll('.fjs-repeat-row-remove')[edit.row]?.click();
              else {
                const one = instance(form, edit);
                if (one && !isLocked(form, edit, one)) {
                  const field = form.get('formFieldRegistry').get(edit.id);
                  form._update({field, indexes: one.indexes, fieldInstance: one, value: edit.value});
                }
              }
            };
            window.openForms = async (pairs, isVisible) => {
              for (const pair of pairs) {
                const box = document.createElement('div');
                // What is not painted is as fast as it gets.
                if (!isVisible) box.style.display = 'none';
                document.body.append(box);
                try {
                  const form = await FormViewer.createForm(
                      {container: box, schema: pair.schema, data: pair.data, debounce: false});
                  form.on('error', () => {});
                  open.push({form, box});
                } catch (e) {
                  open.push({failed: String(e), box});
                }
              }
              await settled(3);
            };
            window.editForms = async pairs => {
              const steps = Math.max(...pairs.map(pair => pair.edits.length));
              for (let step = 0; step < steps; step++) {
                pairs.forEach((pair, n) => {
                  if (open[n].form && step < pair.edits.length) apply(open[n], pair.edits[step]);
                });
                await settled(2);
              }
            };
            const words = label => {
              const copy = label.cloneNode(true);
              copy.querySelectorAll('.fjs-asterix').forEach(mark => mark.remove());
              return copy.textContent.trim();
            };
            const drawnField = field => {
              const type = [...field.classList].map(name => name.replace('fjs-form-field-', ''))
                  .find(name => !name.startsWith('fjs-') && name !== 'grouplike');
              const isGroup = type === 'group' || type === 'dynamiclist';
              const labels = [...field.querySelectorAll(isGroup ? ':scope > label' : 'label')];
              const isLocked = field.matches('.fjs-disabled, .fjs-readonly');
              return [type, labels.length ? words(labels[0]) : '',
                  !isGroup && labels.length && labels[0].querySelector('.fjs-asterix') && !isLocked ? 'required' : '',
                  isLocked && !isGroup ? 'locked' : '',
                  ['radio', 'checklist'].includes(type) && !isLocked ? labels.slice(1).map(words).join(';') : ''].join('|');
            };
            window.shownForms = async () => {
              await settled(3);
              const results = open.map(({form, box, failed}) => {
                const result = form ? {data: form._getState().data,
                    fields: [...box.querySelectorAll('.fjs-form-field')].map(drawnField)} : {failed};
                form?.destroy();
                box.remove();
                return JSON.stringify(result);
              });
              open = [];
              return results;
            };
            window.submitForms = async () => {
              await settled(3);
              const results = open.map(({form, box, failed}) => {
                const result = form ? form.submit() : {failed};
                form?.destroy();
                box.remove();
                return JSON.stringify(result);
              });
              open = [];
              return results;
            };
            """;

    private final Playwright playwright;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    /**
     * What form-js made of one form.
     *
     * @param failed why the form does not open; null if it does
     * @param data what it submits, by key
     * @param errors by the ids of the fields; in a row by id and index
     */
    record Submitted(String failed, Map<String, Object> data, Map<String, Object> errors) {}

    /**
     * What stands on the screen of one form.
     *
     * @param failed why the form does not open; null if it does
     * @param data what the form holds, by key
     * @param fields type, label, whether required, whether locked and alternatives of each, in the order of the screen
     */
    record Shown(String failed, Map<String, Object> data, List<String> fields) {}

    FormJs() {
        var chromium = Chromium.program();
        var script = viewer();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        page = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))
                .newContext(new Browser.NewContextOptions().setLocale("sv-SE").setTimezoneId("Europe/Stockholm"))
                .newPage();
        page.onPageError(faults::add);
        page.setContent("<!doctype html><meta charset=utf-8><body>");
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(script));
        page.evaluate("() => {" + PAGE + "}");
    }

    /** Fills in and submits each pair of a schema and its edits. */
    List<Submitted> submit(List<RandomForms.Pair> pairs) {
        var written = pairs.stream().map(RandomForms.Pair::json).toList();
        page.evaluate("pairs => openForms(pairs.map(JSON.parse))", written);
        page.evaluate("pairs => editForms(pairs.map(JSON.parse))", written);
        return submitted();
    }

    /** Fills in each pair and looks at the screen. */
    List<Shown> show(List<RandomForms.Pair> pairs) {
        var written = pairs.stream().map(RandomForms.Pair::json).toList();
        page.evaluate("pairs => openForms(pairs.map(JSON.parse))", written);
        page.evaluate("pairs => editForms(pairs.map(JSON.parse))", written);
        var shown = new ArrayList<Shown>();
        for (var result : (List<?>) page.evaluate("() => shownForms()")) {
            shown.add(JSON.convertValue(map(String.valueOf(result)), Shown.class));
        }
        return shown;
    }

    /** The same, but a person types the texts of the edits, each followed by Tab. */
    List<Submitted> type(List<RandomForms.Pair> pairs) {
        page.evaluate(
                "pairs => openForms(pairs.map(JSON.parse), true)",
                pairs.stream().map(RandomForms.Pair::json).toList());
        for (int i = 0; i < pairs.size(); i++) {
            for (var edit : pairs.get(i).edits()) {
                var found = page.evaluate(
                        "([n, id]) => { const field = document.body.querySelectorAll(':scope > div')[n]"
                                + ".querySelector('[id*=\"' + id + '\"]:is(input, textarea)'); field?.focus();"
                                + " return field !== null; }",
                        List.of(i, edit.get("id")));
                if (Boolean.TRUE.equals(found)) {
                    page.keyboard().type(String.valueOf(edit.get("value")));
                    page.keyboard().press("Tab");
                }
            }
        }
        return submitted();
    }

    private List<Submitted> submitted() {
        var results = new ArrayList<Submitted>();
        for (var result : (List<?>) page.evaluate("() => submitForms()")) {
            results.add(read(String.valueOf(result)));
        }
        return results;
    }

    /** Errors of the page itself: a form that throws is drawn blank. */
    List<String> faults() {
        return faults;
    }

    private static Submitted read(String json) {
        return JSON.convertValue(map(json), Submitted.class);
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String viewer() {
        try {
            if (!Files.exists(KEPT)) {
                fetch();
            }
            if (!isWhole(Files.readAllBytes(KEPT))) {
                Files.delete(KEPT);
                return fail("What npm fetched for " + PACKAGE + " has another hash than expected.");
            }
            var tar = new GZIPInputStream(Files.newInputStream(KEPT)).readAllBytes();
            return new String(file(tar, VIEWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fetch() throws IOException {
        Files.createDirectories(KEPT.getParent());
        var log = KEPT.resolveSibling("npm.log");
        try {
            var npm = new ProcessBuilder("npm", "pack", "--silent", PACKAGE)
                    .directory(KEPT.getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!npm.waitFor(2, TimeUnit.MINUTES)) {
                npm.destroyForcibly();
            }
        } catch (IOException e) {
            missing("there is no npm");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (!Files.exists(KEPT)) {
            missing(Files.readString(log).strip());
        }
    }

    private static void missing(String why) {
        var text = "npm could not fetch " + PACKAGE + " (" + why + "): not compared with it.";
        if ("true".equals(System.getenv("CI"))) {
            fail(text);
        }
        abort(text);
    }

    private static boolean isWhole(byte[] archive) {
        try {
            var hash = MessageDigest.getInstance("SHA-512").digest(archive);
            return Base64.getEncoder().encodeToString(hash).equals(INTEGRITY);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One file of a tar archive: blocks of 512 bytes, the first of each file its name and its size in octal digits. */
    private static byte[] file(byte[] tar, String wanted) throws IOException {
        var blocks = new ByteArrayInputStream(tar);
        var head = blocks.readNBytes(512);
        while (head.length == 512 && head[0] != 0) {
            var name = new String(head, 0, 100, StandardCharsets.UTF_8).split("\0", 2)[0];
            var size = Integer.parseInt(new String(head, 124, 11, StandardCharsets.US_ASCII).trim(), 8);
            var content = blocks.readNBytes(size);
            if (name.equals(wanted)) {
                return content;
            }
            blocks.skipNBytes((512 - size % 512) % 512);
            head = blocks.readNBytes(512);
        }
        return fail("No " + wanted + " in " + KEPT);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
