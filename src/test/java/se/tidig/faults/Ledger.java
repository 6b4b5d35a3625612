package se.tidig.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.tidig.Reference;

/**
 * The ledger and the bank behind it: fetches vouchers from the folder and answers each with a receipt, some of them
 * twice. The folder is reached by a link, which can lead nowhere for a while, like a share that is not mounted.
 */
final class Ledger {

    private final Town town;
    private final Path payments;
    private final Path share;
    private final Map<String, List<String>> fetched = new ConcurrentHashMap<>();
    private final Map<String, String> unanswered = new ConcurrentHashMap<>();

    Ledger(Town town, Path data) throws IOException {
        this.town = town;
        this.payments = data.resolve("payments");
        this.share = data.resolveSibling("share").toAbsolutePath();
        Files.createDirectories(data);
        mount();
    }

    void mount() throws IOException {
        Files.createDirectories(share);
        point(share);
    }

    void unmount() throws IOException {
        point(share.resolveSibling("not-mounted"));
    }

    private void point(Path target) throws IOException {
        var link = payments.resolveSibling("payments.link");
        Files.createSymbolicLink(link, target);
        Files.move(link, payments, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The lines of each voucher file by its name; more than one if the file came more than once. */
    Map<String, List<String>> fetched() {
        return Map.copyOf(fetched);
    }

    /** The vouchers and drafts that lie in the folder. */
    List<String> leftBehind() {
        var left = new ArrayList<String>();
        for (var folder : List.of("out", "utkast")) {
            // A draft that was cut off keeps another ending, and nobody takes it for a voucher.
            for (var file : share.resolve(folder).toFile().list((where, name) -> name.endsWith(".csv"))) {
                left.add(folder + "/" + file);
            }
        }
        return left;
    }

    /** Fetches and answers what is there; what fails now is tried again next time. */
    void work() throws IOException {
        var out = payments.resolve("out");
        if (Files.isDirectory(out)) {
            try (var files = Files.list(out)) {
                for (var file : files.toList()) {
                    fetch(file);
                }
            }
        }
        if (Files.isDirectory(payments.resolve("in"))) {
            for (var name : List.copyOf(unanswered.keySet())) {
                answer(name, unanswered.get(name));
                unanswered.remove(name);
            }
        }
    }

    private void fetch(Path file) throws IOException {
        var name = file.getFileName().toString();
        var line = Files.readAllLines(file).get(1);
        Files.delete(file);
        fetched.computeIfAbsent(name, none -> new ArrayList<>()).add(line);
        unanswered.put(name, line);
    }

    private void answer(String name, String voucher) throws IOException {
        var fields = voucher.split(";");
        var life = town.byReference(Reference.of(fields[0].replaceFirst("-M\\d+$", "")));
        var rejected = life.course == Course.REJECTED_BY_BANK && fields[1].equals("1");
        var receipt = "order;attempt;status;date;reason\n%s;%s;%s;%s;%s\nend;1\n"
                .formatted(
                        fields[0],
                        fields[1],
                        rejected ? "rejected" : "settled",
                        town.today(),
                        rejected ? "Kontot är avslutat" : "");
        deliver("kvitto-" + name, receipt);
        if (life.index % 7 == 0) {
            deliver("kopia-" + name, receipt);
        }
    }

    /** Written under another name and renamed, as the agreement with the ledger says. */
    private void deliver(String name, String receipt) throws IOException {
        var draft = payments.resolve("in").resolve(name + ".tmp");
        Files.writeString(draft, receipt);
        Files.move(draft, payments.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
