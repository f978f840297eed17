package org.eyrie.embedded;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/**
 * The file of a backup: a zip, every part of which has a checksum.
 *
 * <pre>
 * eyrie-backup     the first entry: says what the file is, and in which layout
 * password         of the database, which is why the file is for its owner's eyes only
 * data/...         databases, transaction logs and users, as Neo4j has them
 * eyrie-end        the last entry: a file that breaks off has none
 * </pre>
 */
final class BackupFile {

    private static final String MARKER = "eyrie-backup";
    private static final String MARK = "A database of Eyrie, layout 1\n";
    private static final String PASSWORD = "password";
    private static final String DATA = "data/";
    private static final String END = "eyrie-end";

    private BackupFile() {}

    /** Whole or not at all. */
    static void write(DataFolder folder, Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(draft);
        Files.createFile(draft, DataFolder.forTheOwnerAlone("rw-------"));
        try {
            try (ZipOutputStream zip = new ZipOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(draft)), StandardCharsets.UTF_8)) {
                put(zip, MARKER, MARK);
                put(zip, PASSWORD, Files.readString(folder.password()));
                // Logs first: pages of the store may be newer than what the logs were written up to, never older.
                Comparator<Path> logsFirst =
                        Comparator.comparing((Path each) -> !each.startsWith(folder.transactionLogs()));
                try (Stream<Path> files = Files.walk(folder.data())) {
                    for (Path each : files.filter(Files::isRegularFile)
                            .sorted(logsFirst.thenComparing(Comparator.naturalOrder()))
                            .toList()) {
                        zip.putNextEntry(new ZipEntry(
                                DATA + folder.data().relativize(each).toString().replace('\\', '/')));
                        Files.copy(each, zip);
                        zip.closeEntry();
                    }
                }
                put(zip, END, "");
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /**
     * Unpacks it into a new folder.
     *
     * @throws InvalidInputException if it is no backup, one of another layout, or damaged
     */
    static void read(Path file, Path fresh) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw refused(file, "there is no such file");
        }
        Files.createDirectory(fresh, DataFolder.forTheOwnerAlone("rwx------"));
        boolean ended = false;
        try (ZipInputStream zip =
                new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null || !entry.getName().equals(MARKER)) {
                throw refused(file, "this is no backup of Eyrie");
            }
            if (!new String(zip.readAllBytes(), StandardCharsets.UTF_8).equals(MARK)) {
                throw refused(file, "another version of Eyrie wrote this; use that version");
            }
            for (entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ended = entry.getName().equals(END);
                if (!ended) {
                    unpack(file, zip, entry.getName(), fresh);
                }
            }
        } catch (IOException e) {
            FolderTree.delete(fresh);
            throw refused(file, "it is damaged (" + e.getMessage() + ")");
        } catch (RuntimeException e) {
            FolderTree.delete(fresh);
            throw e;
        }
        if (!ended) {
            FolderTree.delete(fresh);
            throw refused(file, "it breaks off in the middle");
        }
    }

    /** Names in a file from elsewhere may lead anywhere. */
    private static void unpack(Path file, ZipInputStream zip, String name, Path fresh) throws IOException {
        Path target = fresh.resolve(name).normalize();
        boolean known = name.equals(PASSWORD) || (name.startsWith(DATA) && target.startsWith(fresh.resolve("data")));
        if (!known) {
            throw refused(file, "it holds something that no backup has");
        }
        Files.createDirectories(target.getParent(), DataFolder.forTheOwnerAlone("rwx------"));
        Files.createFile(target, DataFolder.forTheOwnerAlone("rw-------"));
        try (OutputStream out = Files.newOutputStream(target)) {
            zip.transferTo(out);
        }
    }

    /** By which a commit or a checkpoint is seen: each one makes a log longer, or begins another. */
    static Map<Path, Long> logSizes(DataFolder folder) throws IOException {
        Map<Path, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.transactionLogs())) {
            for (Path log : files.filter(Files::isRegularFile).toList()) {
                sizes.put(log, Files.size(log) ^ Files.getLastModifiedTime(log).toMillis() << 20);
            }
        }
        return sizes;
    }

    private static InvalidInputException refused(Path file, String why) {
        return new InvalidInputException("The backup can't be read", List.of(new Fault(file.toString(), why)));
    }
}
