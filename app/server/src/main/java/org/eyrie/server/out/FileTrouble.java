package org.eyrie.server.out;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What is wrong with a file, in words: Java says of many a trouble nothing but the file, and has its own names for the rest. */
public final class FileTrouble {

    private FileTrouble() {}

    /** A sentence without its full stop, such as {@code there is no such file}. */
    public static String of(IOException trouble) {
        if (trouble instanceof NoSuchFileException || trouble instanceof FileNotFoundException) {
            return "there is no such file or folder";
        }
        if (trouble instanceof AccessDeniedException) {
            return "its permissions do not allow it";
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (trouble instanceof NotDirectoryException) {
            return "it is no folder";
        }
        if (trouble instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        String reason = trouble instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : trouble.getMessage();
        return reason == null || reason.isBlank() ? trouble.toString() : reason;
    }
}
