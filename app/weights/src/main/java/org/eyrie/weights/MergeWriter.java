package org.eyrie.weights;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a model into a folder, shard by shard, with what else the base has beside its weights.
 *
 * <p>Killed at any moment, the same merge goes on at the first shard that is not whole; until the index and the journal say
 * so, nobody takes what is there for a model. One writer at a time has the folder.
 */
public final class MergeWriter implements Closeable {

    /** Bytes of a shard, as others write them. */
    public static final long SHARD = 5_000_000_000L;

    private static final String LOCK = "eyrie-merge.lock";

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Listener {

        /**
         * A shard is whole.
         *
         * @param resumed whether it was so before
         */
        void shard(String name, int number, int of, boolean resumed);
    }

    private final Path folder;
    private final WeightsFolder base;
    private final List<Shard> shards;
    private final FileChannel channel;
    private final FileLock lock;
    private final MergeJournal journal;
    private boolean finished;

    private MergeWriter(
            Path folder,
            WeightsFolder base,
            List<Shard> shards,
            FileChannel channel,
            FileLock lock,
            MergeJournal journal) {
        this.folder = folder;
        this.base = base;
        this.shards = shards;
        this.channel = channel;
        this.lock = lock;
        this.journal = journal;
    }

    /**
     * Takes a folder.
     *
     * @param merge what tells this merge from any other, in one line
     * @param base whose tensors, in names, shapes and types, the model is to have
     * @param most bytes of a shard; a larger tensor has one of its own
     * @throws UnusableWeightsException if another writes there, a model or another merge is there, or the disk is too full
     */
    public static MergeWriter open(Path folder, String merge, WeightsFolder base, long most) throws IOException {
        Files.createDirectories(folder);
        if (Files.isSameFile(folder, base.folder())) {
            throw new UnusableWeightsException(folder.toString(), "It is the base's own folder. Name another.");
        }
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = lock(folder, channel);
            List<Shard> shards = Shard.plan(base.inOrder(), most);
            MergeJournal journal = MergeJournal.open(folder, merge.replace('\n', ' ') + " shards of " + most);
            MergeWriter writer = new MergeWriter(folder, base, shards, channel, lock, journal);
            writer.checkRoom();
            return writer;
        } catch (IOException | RuntimeException e) {
            channel.close();
            if (hasEnded(folder)) {
                Files.deleteIfExists(folder.resolve(LOCK)); // nobody writes to a whole model
            }
            throw e;
        }
    }

    /** Whether a merge was written there to its end, or some other model. */
    public static boolean hasEnded(Path folder) {
        return !Files.exists(folder.resolve(MergeJournal.NAME))
                && (Files.exists(folder.resolve(WeightsFolder.SINGLE))
                        || Files.exists(folder.resolve(WeightsFolder.INDEX)));
    }

    private static FileLock lock(Path folder, FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Somebody of this process has it.
        }
        throw new UnusableWeightsException(
                folder.toString(), "Another merge writes there just now. Wait for it, or name another folder.");
    }

    private void checkRoom() throws IOException {
        long wanted = 0;
        for (Shard shard : shards) {
            wanted += journal.has(folder, shard) ? 0 : shard.bytes();
        }
        long room = Files.getFileStore(folder).getUsableSpace();
        if (wanted > room) {
            throw new UnusableWeightsException(
                    folder.toString(),
                    "The model takes " + megabytes(wanted) + ", and the disk has room for " + megabytes(room)
                            + ". Make room, or name a folder elsewhere.");
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /**
     * Writes what is not written yet.
     *
     * @param threads how many tensors are made at once, at least 1
     * @throws UnusableWeightsException if the disk is full; shards that are whole stay
     */
    public void write(TensorMaker maker, int threads, Listener listener) throws IOException {
        try (TensorWorkers workers = new TensorWorkers(threads)) {
            ShardWriter writer = new ShardWriter(workers);
            for (int i = 0; i < shards.size(); i++) {
                Shard shard = shards.get(i);
                boolean resumed = journal.has(folder, shard);
                if (!resumed) {
                    whole(writer, shard, maker);
                }
                listener.shard(shard.name(), i + 1, shards.size(), resumed);
            }
        }
        Companions.copy(base.folder(), folder);
        if (shards.size() > 1) {
            Map<String, String> index = new LinkedHashMap<>();
            shards.forEach(shard -> shard.tensors().forEach(tensor -> index.put(tensor.name(), shard.name())));
            long bytes = shards.stream().mapToLong(Shard::bytes).sum();
            ShardWriter.text(folder.resolve(WeightsFolder.INDEX), ShardIndex.text(index, bytes));
        }
        journal.remove();
        finished = true;
    }

    private void whole(ShardWriter writer, Shard shard, TensorMaker maker) throws IOException {
        try {
            writer.write(folder, shard, base, maker);
            journal.add(shard, Files.size(folder.resolve(shard.name())));
        } catch (UnusableWeightsException | FileSystemException e) {
            throw e;
        } catch (IOException e) {
            long room = Files.getFileStore(folder).getUsableSpace();
            if (room > shard.bytes()) {
                throw e;
            }
            UnusableWeightsException full = new UnusableWeightsException(
                    folder.resolve(shard.name()).toString(),
                    "It could not be written: " + e.getMessage() + ". The disk has room for " + megabytes(room)
                            + ". Make room and merge again: whole shards stay, and it goes on with this one.");
            full.initCause(e);
            throw full;
        }
    }

    @Override
    public void close() throws IOException {
        if (finished) {
            Files.deleteIfExists(folder.resolve(LOCK));
        }
        lock.release();
        channel.close();
    }
}
