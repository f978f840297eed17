package org.eyrie.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/**
 * Makes the store of a database that does not run anew, by Neo4j's import tool. It is built beside the one that is there,
 * with copies of all else that belongs to the server, and moved into its place as a backup is: once the folder of what is
 * whole has its name, every start finishes what was begun, and until then nothing has changed.
 */
final class StoreFromFiles {

    /** What the tool has in its heap does not grow with the graph, but for text on its way. */
    private static final List<String> OPTIONS = List.of("-XX:+UseParallelGC", "-Xmx1g");

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Pattern STEP = Pattern.compile("\\((\\d)/(\\d)\\)");
    private static final Pattern SHARE = Pattern.compile("(\\d+)%");
    private static final int READ_OF_LOG = 4_096;
    private static final String SEVERAL_LINES = ".lines.csv";
    private static final int WHOLE = 100;

    private final DataFolder folder;
    private final List<Path> jars;

    StoreFromFiles(DataFolder folder, List<Path> jars) {
        this.folder = folder;
        this.jars = jars;
    }

    /**
     * Makes it and puts it into place.
     *
     * @param files a folder of {@code nodes-LABEL.csv} and {@code relationships-TYPE.csv}, {@code ....lines.csv} where a row may
     *     go over several lines; in lists of texts U+001F stands between them
     * @throws StoreUnavailableException if Neo4j refuses the files; nothing has changed then
     */
    void make(Path files, Progress progress) throws IOException {
        Path home = Files.createDirectories(folder.importing().resolve("neo4j"));
        Path log = folder.logs().resolve("import.log");
        try {
            build(home, files, log, progress);
            ReservedLog.cut(home.resolve("data").resolve("transactions").resolve("neo4j"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The import was cancelled; nothing was written.");
        }
        FolderTree.delete(home.resolve("conf"));
        copyTheRest(home);
        Files.move(home, folder.restored(), StandardCopyOption.ATOMIC_MOVE);
        Optional<Path> empty = Restoring.finish(folder, Instant.now());
        if (empty.isPresent()) {
            FolderTree.delete(empty.get());
        }
    }

    private void build(Path home, Path files, Path log, Progress progress) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("conf"));
        Path settings = home.resolve("conf").resolve("neo4j.conf");
        Files.writeString(
                settings, "db.tx_log.preallocate=false\ndb.tx_log.rotation.size=4m\nclient.allow_telemetry=false\n");
        List<String> command = new ArrayList<>(List.of(
                "database",
                "import",
                "full",
                "neo4j",
                "--id-type=integer",
                "--additional-config=" + settings,
                "--max-off-heap-memory=50%",
                "--high-parallel-io=on",
                "--array-delimiter=U+001F",
                "--report-file=" + files.resolve("report")));
        List<String> ofSeveralLines = new ArrayList<>();
        try (Stream<Path> listed = Files.list(files)) {
            for (Path file : listed.sorted().toList()) {
                String name = file.getFileName().toString();
                int dash = name.indexOf('-');
                command.add("--" + name.substring(0, dash) + "=" + name.substring(dash + 1, name.indexOf('.')) + "="
                        + file);
                if (name.endsWith(SEVERAL_LINES)) {
                    ofSeveralLines.add(file.toString());
                }
            }
        }
        if (!ofSeveralLines.isEmpty()) {
            command.add("--multiline-fields-format=v2");
            command.add("--multiline-fields=" + String.join(",", ofSeveralLines));
        }
        int exit = new AdminTool(folder, home, jars, OPTIONS, log).run(command, LONGEST, () -> tell(log, progress));
        if (exit != 0) {
            throw new StoreUnavailableException(
                    "Neo4j's import tool ended with " + exit + ". Nothing was written; --bulk never imports in"
                            + " transactions. " + LogTail.of(log),
                    null);
        }
    }

    /** The tool prints "(2/4) Relationship import" and dots, with a share of the step at the end of each line of them. */
    private static void tell(Path log, Progress progress) {
        String said = end(log);
        long step = 0;
        long steps = 0;
        int from = 0;
        Matcher named = STEP.matcher(said);
        while (named.find()) {
            step = Long.parseLong(named.group(1));
            steps = Long.parseLong(named.group(2));
            from = named.end();
        }
        long share = 0;
        Matcher shares = SHARE.matcher(said).region(from, said.length());
        while (shares.find()) {
            share = Long.parseLong(shares.group(1));
        }
        progress.at("loading", Math.max(0, step - 1) * WHOLE + share, steps * WHOLE);
        if (progress.cancelled()) {
            throw new CancelledException("The import was cancelled; nothing was written.");
        }
    }

    private static String end(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(READ_OF_LOG, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // it has not begun yet
        }
    }

    /** Users, the other database of the server and whatever else lies there. */
    private void copyTheRest(Path home) throws IOException {
        Path data = home.resolve("data");
        try (Stream<Path> files = Files.walk(folder.data())) {
            for (Path file : files.toList()) {
                if (file.startsWith(folder.store()) || file.startsWith(folder.storeLogs())) {
                    continue;
                }
                Path target = data.resolve(folder.data().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target, DataFolder.forTheOwnerAlone("rwx------"));
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
