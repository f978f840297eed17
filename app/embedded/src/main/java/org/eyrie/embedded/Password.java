package org.eyrie.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.eyrie.model.StoreUnavailableException;

/**
 * The database's password. There is one although it listens on loopback only: any web page that a person visits may
 * send requests to a port of their own machine.
 */
record Password(String value) {

    static final String USER = "neo4j";

    /** Without letters and digits that look alike: people type this. 16 of 31 are 79 bits. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private static final int SALT_BYTES = 32;
    private static final int ROUNDS = 1024;

    /**
     * Reads the folder's password, or makes one for a folder that has none.
     *
     * @param random a cryptographic one
     * @throws StoreUnavailableException if there is a database but no password
     */
    static Password of(DataFolder folder, RandomGenerator random) {
        Path file = folder.password();
        try {
            if (!Files.exists(file) || Files.readString(file).isBlank()) {
                if (folder.hasDatabase()) {
                    throw new StoreUnavailableException(
                            "The file " + file + " with the database's password is missing or empty. Put it back, "
                                    + "or choose another data folder and import again.",
                            null);
                }
                keep(generate(random), file);
            }
            Password password = new Password(Files.readString(file).strip());
            if (!folder.hasDatabase()) {
                password.sow(folder, random);
            }
            return password;
        } catch (IOException e) {
            throw new StoreUnavailableException("The password in " + file + " can't be read or written: " + e, e);
        }
    }

    private static String generate(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "");
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Written aside and moved, so that a crash leaves no half of a password. */
    private static void keep(String value, Path file) throws IOException {
        Path aside = file.resolveSibling("password.new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, DataFolder.forTheOwnerAlone("rw-------"));
        Files.writeString(aside, value + "\n");
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Leaves the password where a new database looks for it, as {@code neo4j-admin dbms set-initial-password} does:
     * {@code user:SHA-256,hash,salt,rounds:}. Done here because the tool costs a second and shows its argument to
     * whoever lists processes.
     */
    private void sow(DataFolder folder, RandomGenerator random) throws IOException {
        Path file = folder.home().resolve("data").resolve("dbms").resolve("auth.ini");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, DataFolder.forTheOwnerAlone("rw-------"));
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        HexFormat hex = HexFormat.of();
        Files.writeString(
                file, "%s:SHA-256,%s,%s,%d:%n".formatted(USER, hex.formatHex(hash(salt)), hex.formatHex(salt), ROUNDS));
    }

    private byte[] hash(byte[] salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] hash = digest.digest(value.getBytes(StandardCharsets.UTF_8));
            for (int round = 1; round < ROUNDS; round++) {
                hash = digest.digest(hash);
            }
            return hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
