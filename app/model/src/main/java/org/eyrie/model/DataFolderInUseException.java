package org.eyrie.model;

/** Another process holds the data folder of the embedded database. */
public final class DataFolderInUseException extends EyrieException {

    private static final long serialVersionUID = 1L;

    public DataFolderInUseException(String message) {
        super(ErrorCode.DATA_FOLDER_IN_USE, message);
    }
}
