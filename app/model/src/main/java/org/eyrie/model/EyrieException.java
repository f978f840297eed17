package org.eyrie.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A failure that a person can act on: its message says what happened and what to do. */
public abstract sealed class EyrieException extends RuntimeException
        permits UnknownModelException,
                UnknownSearchException,
                UnknownBenchmarkException,
                UnknownFitException,
                UnknownJobException,
                UnknownImportException,
                InvalidInputException,
                LineageCycleException,
                NoFitException,
                OutdatedFitException,
                NoFamilyEvidenceException,
                RegistryUnavailableException,
                StoreUnavailableException,
                SchemaTooNewException,
                DataFolderInUseException,
                TooManyJobsException,
                TooManyStreamsException,
                TooBusyException,
                KeyReusedException,
                RequestUnderWayException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    EyrieException(ErrorCode code, String message) {
        this(code, message, null);
    }

    EyrieException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** What went wrong, for programs. */
    public ErrorCode code() {
        return code;
    }

    /** Names that may have been meant by one that nothing bears, the likest first; none for other failures. */
    public List<String> suggestions() {
        return List.of();
    }

    /** A question that begins the advice, or nothing. */
    static String didYouMean(List<?> near) {
        return near.isEmpty()
                ? ""
                : "Did you mean "
                        + near.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(" or ")) + "? ";
    }
}
