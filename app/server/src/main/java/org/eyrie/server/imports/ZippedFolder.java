package org.eyrie.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/** Files that come as one zip, unpacked into a folder of their own for as long as they are read. */
public final class ZippedFolder implements AutoCloseable {

    /** Unpacked, in bytes. */
    private static final long MAX_BYTES = 1L << 30;

    private static final int MAX_FILES = 10_000;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private long bytes;

    private ZippedFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks a stream and closes it.
     *
     * @throws InvalidInputException if it is no zip, damaged, empty or too long, or names a place outside of itself
     */
    public static ZippedFolder of(InputStream stream) throws IOException {
        ZippedFolder unpacked = new ZippedFolder(Files.createTempDirectory("eyrie-upload-"));
        try (ZipInputStream zip = new ZipInputStream(stream)) {
            int files = unpacked.unpack(zip);
            if (files == 0) {
                throw refused("There is no file in it, or it is no zip");
            }
            return unpacked;
        } catch (ZipException damaged) {
            unpacked.close();
            throw refused("The zip is damaged: " + damaged.getMessage());
        } catch (IOException | RuntimeException failure) {
            unpacked.close();
            throw failure;
        }
    }

    /** Where the files lie. */
    public Path folder() {
        return folder;
    }

    private int unpack(ZipInputStream zip) throws IOException {
        int files = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw refused("\"" + entry.getName() + "\" leads out of the folder");
            }
            if (entry.isDirectory()) {
                continue;
            }
            if (++files > MAX_FILES) {
                throw refused("There are more than " + MAX_FILES + " files in it: send them in parts");
            }
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(zip, out);
            }
        }
        return files;
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > MAX_BYTES) {
                throw refused("It unpacks to more than a gigabyte: send it in parts");
            }
            out.write(buffer, 0, read);
        }
    }

    private static InvalidInputException refused(String reason) {
        return new InvalidInputException("The files", List.of(new Fault("body", reason + ".")));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
