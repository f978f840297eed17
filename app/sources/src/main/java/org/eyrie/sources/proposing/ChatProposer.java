package org.eyrie.sources.proposing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.ProgramProposer;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.sources.http.BodyTooLongException;
import org.eyrie.sources.http.Call;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.JsonBody;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.http.RateWindow;
import org.eyrie.sources.http.Reach;
import org.eyrie.sources.http.Reply;
import org.eyrie.sources.proposing.ChatRequest.Turn;
import org.eyrie.sources.proposing.ProgramAnswer.Written;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.task.Progress;

/**
 * Asks a language model for programs. What does not parse goes back once with its faults; what does not parse then is handed on
 * as it is, to be refused and recorded like any other. Nothing of an answer is ever executed.
 */
public final class ChatProposer implements ProgramProposer {

    private final ModelEndpoint endpoint;
    private final LanguageGuide guide;
    private final PoliteClient client;
    private final ChatRequest request;
    private final Progress progress;
    private final ProgramAnswer answers = new ProgramAnswer();

    /**
     * Opens nothing yet.
     *
     * @param progress asked whether to go on waiting for an answer, which may take minutes
     */
    public ChatProposer(ModelEndpoint endpoint, LanguageGuide guide, ClientSettings settings, Progress progress) {
        this.progress = progress;
        this.endpoint = endpoint;
        this.guide = guide;
        this.request = new ChatRequest(endpoint, guide);
        this.client = new PoliteClient(
                endpoint.uri(),
                Reach.configured(endpoint.uri()),
                endpoint.credentials(),
                RateWindow.unbounded(),
                settings);
    }

    /**
     * {@inheritDoc}
     *
     * @throws RegistryUnavailableException if the server does not answer, refuses, or answers what no such server would
     */
    @Override
    public List<ProgramDraft> propose(SearchRecord record, int count) {
        ProposalPrompt prompt = new ProposalPrompt(guide);
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn("system", prompt.system()));
        turns.add(new Turn("user", prompt.user(record, count)));
        String first = content(turns);
        List<Written> written = answers.read(first, count);
        String complaint = complaint(written);
        if (!complaint.isEmpty()) {
            turns.add(new Turn("assistant", first.substring(0, Math.min(first.length(), 20_000))));
            turns.add(new Turn("user", complaint));
            written = mended(written, answers.read(content(turns), count), count);
        }
        return written.stream()
                .map(one -> new ProgramDraft(one.program(), ProgramOrigin.LLM, List.of(), one.idea()))
                .toList();
    }

    private String complaint(List<Written> written) {
        if (written.isEmpty()) {
            return "That is no JSON list of {\"idea\", \"program\"}. Write it again, the list and nothing else.";
        }
        StringBuilder text = new StringBuilder();
        for (Written one : written) {
            guide.judge().fault(one.program()).ifPresent(fault -> text.append(one.program())
                    .append("\n  is refused: ")
                    .append(fault)
                    .append('\n'));
        }
        return text.isEmpty()
                ? ""
                : text + "Write a JSON list with these alone, mended, in the same order, and nothing else.";
    }

    /** What was right stays; what was not is replaced by what was mended, as far as there is any. */
    private List<Written> mended(List<Written> before, List<Written> after, int count) {
        Map<String, Written> all = new LinkedHashMap<>();
        List<Written> wrong = new ArrayList<>();
        for (Written one : before) {
            if (guide.judge().fault(one.program()).isPresent()) {
                wrong.add(one);
            } else {
                all.put(one.program(), one);
            }
        }
        for (Written one : after) {
            all.putIfAbsent(one.program(), one);
        }
        if (after.size() < wrong.size()) {
            wrong.subList(after.size(), wrong.size()).forEach(one -> all.putIfAbsent(one.program(), one));
        }
        return all.values().stream().limit(count).toList();
    }

    private String content(List<Turn> turns) {
        URI uri = URI.create(endpoint.uri() + "/chat/completions");
        try {
            Reply reply = client.send(Call.post(uri, request.json(turns), true), progress);
            if (reply.status() != 200) {
                throw unusable("answers " + reply.status() + ": " + beginning(reply.body()) + hint(reply.status()));
            }
            JsonNode text = JsonBody.parse(uri.toString(), reply.body())
                    .path("choices")
                    .path(0)
                    .path("message")
                    .path("content");
            if (!text.isTextual()) {
                throw unusable("answers without choices[0].message.content, so it is no OpenAI-compatible server");
            }
            return text.asText();
        } catch (BodyTooLongException e) {
            throw unusable("answers at too great a length: lower the number of tokens");
        } catch (UnreadableException e) {
            throw unusable("answers what is no JSON: " + secretless(String.valueOf(e.getMessage())));
        }
    }

    private RegistryUnavailableException unusable(String what) {
        return new RegistryUnavailableException("The model at " + endpoint.uri() + " " + what, null);
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 -> ". Give its key in a file or as " + ModelEndpoint.KEY_VARIABLE;
            case 400, 422 -> ". If it cannot bind answers so, name another kind of server, such as plain";
            case 404 -> ". Does the address end in /v1, and is the model called so?";
            default -> "";
        };
    }

    private String beginning(byte[] body) {
        String text = secretless(new String(body, StandardCharsets.UTF_8)).replaceAll("\\s+", " ");
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }

    /** Servers repeat keys that they refuse. */
    private String secretless(String text) {
        Optional<String> key = endpoint.key().map(secret -> new String(secret.bytes(), StandardCharsets.UTF_8));
        return key.isPresent() ? text.replace(key.get(), "(secret)") : text;
    }
}
