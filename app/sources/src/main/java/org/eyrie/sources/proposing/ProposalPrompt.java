package org.eyrie.sources.proposing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.development.MeasuredProgram;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.SearchRecord;

/** What a model is asked: the language, what was tried and how it went, what was refused and why. */
final class ProposalPrompt {

    private static final int BEST = 8;
    private static final int DIVERSE = 6;
    private static final int REFUSED = 6;
    private static final double NINETY = 1.645;
    private static final Pattern OPERATOR = Pattern.compile("[a-z_]+(?=\\()");

    private final LanguageGuide guide;

    ProposalPrompt(LanguageGuide guide) {
        this.guide = guide;
    }

    /** The fixed part: task, language, form of the answer. */
    String system() {
        return "You invent programs that merge language models. A program is one formula, worked out for every tensor:"
                + " what is added to the base's. It begins with \"base + \". taus are the task vectors (parent minus"
                + " base), tau(i) is one of them. Operators:\n"
                + String.join("\n", guide.operators())
                + "\n"
                + "Tensors and numbers are added with + and -, and multiplied by numbers, numbers per parent or masks"
                + " with *. \"let name = expression\" on lines before the last names a part. At most 4000 characters,"
                + " 64 operators and numbers, 12 within each other.\n"
                + "Examples:\n"
                + String.join("\n", guide.examples())
                + "\n"
                + "Answer with a JSON list and nothing else: [{\"idea\": \"a sentence\", \"program\": \"base +"
                + " ...\"}].";
    }

    /** What was found so far, and how many are wanted. */
    String user(SearchRecord record, int count) {
        StringBuilder text = new StringBuilder();
        int parents = record.plan().parents().size();
        text.append("There are ").append(parents).append(" parents; the tasks are ");
        text.append(String.join(", ", record.plan().tasks())).append(".\n");
        List<MeasuredProgram> measured = MeasuredProgram.of(record);
        if (!measured.isEmpty()) {
            text.append("The best so far (score, 90 % interval, by task):\n");
            measured.stream().limit(BEST).forEach(one -> text.append(line(one)));
            List<MeasuredProgram> others = diverse(measured);
            if (!others.isEmpty()) {
                text.append("Others, unlike these:\n");
                others.forEach(one -> text.append(line(one)));
            }
        }
        List<Proposal> refused = record.proposals().stream()
                .filter(proposal -> proposal.outcome() == ProposalOutcome.REFUSED)
                .toList();
        if (!refused.isEmpty()) {
            text.append("Refused:\n");
            for (Proposal proposal : refused.subList(Math.max(0, refused.size() - REFUSED), refused.size())) {
                text.append(flat(proposal.draft().text(), 300))
                        .append("   because: ")
                        .append(flat(proposal.reason(), 300))
                        .append('\n');
            }
        }
        return text.append("Write ")
                .append(count)
                .append(" new programs that may score higher. Do not repeat any that stands here.")
                .toString();
    }

    private static String line(MeasuredProgram one) {
        StringBuilder tasks = new StringBuilder();
        one.tasks().forEach((task, mean) -> tasks.append(String.format(Locale.ROOT, " %s %.2f", task, mean)));
        return String.format(
                Locale.ROOT,
                "%.3f (%.3f to %.3f;%s)  %s%n",
                one.mean(),
                Math.max(0, one.mean() - NINETY * one.sd()),
                Math.min(1, one.mean() + NINETY * one.sd()),
                tasks,
                flat(one.text(), 1000));
    }

    /** Of the better half without the best, those whose operators differ most from what is shown already. */
    private static List<MeasuredProgram> diverse(List<MeasuredProgram> measured) {
        List<MeasuredProgram> pool = new ArrayList<>(measured.subList(
                Math.min(BEST, measured.size()), Math.max(Math.min(BEST, measured.size()), measured.size() / 2)));
        List<Set<String>> shown = new ArrayList<>();
        measured.stream().limit(BEST).forEach(one -> shown.add(operators(one.text())));
        List<MeasuredProgram> chosen = new ArrayList<>();
        while (!pool.isEmpty() && chosen.size() < DIVERSE) {
            MeasuredProgram next = pool.get(0);
            double farthest = -1;
            for (MeasuredProgram one : pool) {
                double distance = shown.stream()
                        .mapToDouble(other -> distance(operators(one.text()), other))
                        .min()
                        .orElse(1);
                if (distance > farthest) {
                    farthest = distance;
                    next = one;
                }
            }
            pool.remove(next);
            shown.add(operators(next.text()));
            chosen.add(next);
        }
        return chosen;
    }

    private static Set<String> operators(String text) {
        Set<String> operators = new LinkedHashSet<>();
        Matcher matcher = OPERATOR.matcher(text);
        while (matcher.find()) {
            operators.add(matcher.group());
        }
        return operators;
    }

    private static double distance(Set<String> a, Set<String> b) {
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        return all.isEmpty() ? 0 : 1 - both.size() / (double) all.size();
    }

    private static String flat(String text, int most) {
        String line = text.replace("\n", "; ");
        return line.length() <= most ? line : line.substring(0, most) + "...";
    }
}
