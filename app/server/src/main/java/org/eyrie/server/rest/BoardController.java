package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.eyrie.engine.board.BoardPage;
import org.eyrie.engine.board.BoardQuestion;
import org.eyrie.engine.board.Boards;
import org.eyrie.engine.board.CalibrationRow;
import org.eyrie.engine.board.FoundModels;
import org.eyrie.server.out.Csv;

/** All models side by side. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "board")
final class BoardController {

    /** As much as anybody scrolls through. */
    private static final int MOST = 1_000;

    private static final int USUAL = 100;

    private final Boards boards;

    BoardController(Boards boards) {
        this.boards = boards;
    }

    /**
     * Models x benchmarks, measured and predicted, with the mean of the chosen benchmarks and the ranks that the
     * intervals leave.
     *
     * @param benchmark the columns, several times for several; the most measured ones where it is missing
     * @param text words of the id, in any order and case
     * @param relation finetune, merge, adapter, quantized, distill or unknown; several times for several
     * @param measured true for models that were measured on every column, false for the others
     * @param copies whether quantised copies are listed, false where it is missing
     * @param architecture of this one only
     * @param type of this one only
     * @param licence of this one only
     * @param least billions of parameters at least
     * @param most billions of parameters at most
     * @param since published on that day or later, such as 2025-01-31
     * @param sort mean, name, size, date or the name of a column; with a minus before it the largest first. Largest mean
     *     first where it is missing
     * @param offset how many rows to pass over
     * @param limit how many rows, 1 to 1,000
     */
    @Get(
            "/board{?benchmark*,text,relation*,measured,copies,architecture,type,licence,least,most,since,sort,offset,limit}")
    BoardPage board(
            @Nullable @QueryValue List<String> benchmark,
            @Nullable String text,
            @Nullable @QueryValue List<String> relation,
            @Nullable String measured,
            @Nullable String copies,
            @Nullable String architecture,
            @Nullable String type,
            @Nullable String licence,
            @Nullable String least,
            @Nullable String most,
            @Nullable String since,
            @Nullable String sort,
            @Nullable String offset,
            @Nullable String limit) {
        Inputs inputs = new Inputs();
        int from = inputs.number("offset", offset, 0, Integer.MAX_VALUE, 0);
        int length = inputs.number("limit", limit, 1, MOST, USUAL);
        BoardQuestion question = new BoardRequest(
                        benchmark,
                        text,
                        relation,
                        measured,
                        copies,
                        architecture,
                        type,
                        licence,
                        least,
                        most,
                        since,
                        sort)
                .question(inputs);
        return boards.page(question, from, length);
    }

    /**
     * Models by words of their ids, in any order and case, the one most likely meant first; where none has them, the
     * nearest ones.
     *
     * @param text the words
     * @param offset how many to pass over
     * @param limit how many, 1 to 1,000
     */
    @Get("/search{?text,offset,limit}")
    FoundModels search(@Nullable String text, @Nullable String offset, @Nullable String limit) {
        Inputs inputs = new Inputs();
        String words = inputs.required("text", text, each -> each);
        int from = inputs.number("offset", offset, 0, Integer.MAX_VALUE, 0);
        int length = inputs.number("limit", limit, 1, MOST, Pages.USUAL);
        inputs.check();
        return boards.search(Inputs.checked(words), from, length);
    }

    /** How predictions hold, by benchmark: each measured score against what is predicted without it. */
    @Get("/calibration")
    List<CalibrationRow> calibration() {
        return boards.calibration();
    }

    /**
     * All of the board as CSV: a row per model, five columns per benchmark.
     *
     * @param spreadsheet whether texts that a spreadsheet would take for formulas begin with an apostrophe
     */
    @Get(
            "/board.csv{?benchmark*,text,relation*,measured,copies,architecture,type,licence,least,most,since,sort,spreadsheet}")
    @Produces("text/csv")
    HttpResponse<String> csv(
            @Nullable @QueryValue List<String> benchmark,
            @Nullable String text,
            @Nullable @QueryValue List<String> relation,
            @Nullable String measured,
            @Nullable String copies,
            @Nullable String architecture,
            @Nullable String type,
            @Nullable String licence,
            @Nullable String least,
            @Nullable String most,
            @Nullable String since,
            @Nullable String sort,
            @Parameter(schema = @Schema(type = "boolean")) @Nullable String spreadsheet) {
        Inputs inputs = new Inputs();
        boolean harmless = inputs.flag("spreadsheet", spreadsheet);
        BoardQuestion question = new BoardRequest(
                        benchmark,
                        text,
                        relation,
                        measured,
                        copies,
                        architecture,
                        type,
                        licence,
                        least,
                        most,
                        since,
                        sort)
                .question(inputs);
        StringWriter table = new StringWriter();
        Csv.print(BoardTable.of(boards.page(question, 0, Boards.MOST_ROWS)), new PrintWriter(table), harmless);
        return HttpResponse.ok(table.toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"board.csv\"");
    }
}
