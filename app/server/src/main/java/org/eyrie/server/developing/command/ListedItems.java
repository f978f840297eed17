package org.eyrie.server.developing.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Sha256;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchItem;
import org.eyrie.server.out.FileTrouble;
import org.eyrie.sources.lmeval.LoggedDocument;
import org.eyrie.sources.lmeval.LoggedDocuments;
import org.eyrie.sources.spi.UnreadableException;

/**
 * Items of a search that a command evaluates, as a first run listed them, such as one of the base with {@code --log_samples}.
 * A hash of search and item decides which are for choosing, two of five; the others stay for the test.
 */
public final class ListedItems {

    private static final int PARTS = 5;
    private static final int DEVELOP = 2;

    private final List<LoggedDocument> documents;

    private ListedItems(List<LoggedDocument> documents) {
        this.documents = documents;
    }

    /**
     * Those to choose by.
     *
     * @param logs files and folders that lm-evaluation-harness wrote
     * @throws InvalidInputException if they cannot be read or have none
     */
    public static ListedItems develop(List<Path> logs, DevelopmentId id) {
        return part(logs, id, true);
    }

    /**
     * Those that the choice is judged by, of which none is among {@link #develop}.
     *
     * @throws InvalidInputException as there
     */
    public static ListedItems test(List<Path> logs, DevelopmentId id) {
        return part(logs, id, false);
    }

    /** As the plan of a search has them: the place here is the position there. A name is the document's hash. */
    public List<SearchItem> searchItems() {
        return documents.stream()
                .map(document -> new SearchItem(document.task(), document.hash()))
                .toList();
    }

    /** The place of an item among its task's documents, as {@code --samples} takes it. */
    public int number(int position) {
        return documents.get(position).number();
    }

    LoggedDocument document(int position) {
        return documents.get(position);
    }

    private static ListedItems part(List<Path> logs, DevelopmentId id, boolean develop) {
        List<LoggedDocument> part;
        try {
            part = LoggedDocuments.read(logs).stream()
                    .filter(document -> develop == forChoosing(id, document))
                    .toList();
        } catch (UnreadableException e) {
            throw refused(e.place().toString(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw refused(logs.toString(), "It cannot be read: " + FileTrouble.of(e) + ".");
        }
        if (part.isEmpty()) {
            throw refused(logs.toString(), "No item of it is for this part: list more items.");
        }
        return new ListedItems(part);
    }

    private static InvalidInputException refused(String where, String why) {
        return new InvalidInputException("The list of items", List.of(new Fault(where, why)));
    }

    private static boolean forChoosing(DevelopmentId id, LoggedDocument document) {
        String text = id + "\n" + document.task() + "\n" + document.hash();
        return (Sha256.of(text)[0] & 0xff) * PARTS / 256 < DEVELOP;
    }
}
