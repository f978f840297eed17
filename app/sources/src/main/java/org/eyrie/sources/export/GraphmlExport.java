package org.eyrie.sources.export;

import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * The lineage as GraphML, for Gephi, yEd, NetworkX: models are nodes with their {@code name}, edges run from parent to child
 * as the models came to be, scores are attributes of nodes such as {@code score IFEval}, beside {@code predicted IFEval},
 * which is always without that score.
 */
public final class GraphmlExport {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private static final String NODE = "node";
    private static final String EDGE = "edge";

    private GraphmlExport() {}

    /** Where a number of attributes is written, and by which id each goes. */
    private record Keys(XMLStreamWriter xml, Map<String, String> ids) {

        void declare(String name, String element, String type) throws XMLStreamException {
            String id = "d" + ids.size();
            ids.put(element + " " + name, id);
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", id);
            xml.writeAttribute("for", element);
            xml.writeAttribute("attr.name", text(name));
            xml.writeAttribute("attr.type", type);
        }

        void data(String name, String element, @Nullable Object value) throws XMLStreamException {
            if (value != null) {
                xml.writeStartElement("data");
                xml.writeAttribute("key", Objects.requireNonNull(ids.get(element + " " + name)));
                xml.writeCharacters(text(value));
                xml.writeEndElement();
            }
        }
    }

    /**
     * Writes one document in UTF-8: nodes first, since some readers make a bare node of one that an edge names before.
     *
     * @return what it holds
     */
    public static Exported write(ExportSource graph, Writer out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        Keys keys = new Keys(xml, new HashMap<>());
        for (String trait : List.of("name", "architecture", "type", "license")) {
            keys.declare(trait, NODE, "string");
        }
        keys.declare("parameters_billions", NODE, "double");
        for (String column : columns(graph)) {
            keys.declare(column, NODE, "double");
        }
        keys.declare("relation", EDGE, "string");
        keys.declare("weight", EDGE, "double");
        xml.writeStartElement("graph");
        xml.writeAttribute("edgedefault", "directed");
        Exported sum = Exported.NOTHING;
        for (ExportPart part : graph.parts()) {
            sum = nodes(keys, part, sum);
        }
        for (ExportPart part : graph.parts()) {
            List<Derivation> edges = part.derivations();
            for (Derivation edge : edges) {
                edge(keys, edge);
            }
            sum = sum.plus(0, edges.size(), 0, 0, 0);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
        return sum;
    }

    private static void edge(Keys keys, Derivation edge) throws XMLStreamException {
        XMLStreamWriter xml = keys.xml();
        xml.writeStartElement(EDGE);
        xml.writeAttribute("source", NodeName.of(edge.parent()));
        xml.writeAttribute("target", NodeName.of(edge.child()));
        keys.data("relation", EDGE, edge.relation().code());
        keys.data("weight", EDGE, edge.weight());
        xml.writeEndElement();
    }

    private static Exported nodes(Keys keys, ExportPart part, Exported before) throws XMLStreamException {
        XMLStreamWriter xml = keys.xml();
        Map<ModelId, List<Evaluation>> scores = part.scores();
        Map<ModelId, List<Prediction>> predicted = part.predicted(scores);
        Exported sum = before;
        for (Model model : part.models()) {
            List<Evaluation> measured = scores.getOrDefault(model.id(), List.of());
            List<Prediction> shown = predicted.getOrDefault(model.id(), List.of());
            xml.writeStartElement(NODE);
            xml.writeAttribute("id", NodeName.of(model.id()));
            keys.data("name", NODE, model.id());
            keys.data("architecture", NODE, model.traits().architecture());
            keys.data("type", NODE, model.traits().type());
            keys.data("license", NODE, model.traits().license());
            keys.data("parameters_billions", NODE, model.traits().parametersBillions());
            for (Evaluation score : measured) {
                keys.data("score " + score.benchmark(), NODE, score.score());
            }
            for (Prediction prediction : shown) {
                keys.data("predicted " + prediction.benchmark(), NODE, prediction.mean());
            }
            xml.writeEndElement();
            sum = sum.plus(1, 0, measured.size(), shown.size(), 0);
        }
        return sum;
    }

    /** Attributes stand above the nodes that have them, so that there may be some which none has. */
    private static List<String> columns(ExportSource graph) {
        return graph.benchmarks().stream()
                .flatMap(benchmark -> Stream.concat(
                        Stream.of("score " + benchmark.id()),
                        graph.isPredicted() ? Stream.of("predicted " + benchmark.id()) : Stream.empty()))
                .sorted()
                .toList();
    }

    // XML 1.0 has no way to write most control characters and halves of pairs.
    private static String text(Object value) {
        StringBuilder text = new StringBuilder();
        value.toString().codePoints().forEach(point -> {
            boolean allowed = point == '\t' || point == '\n' || point == '\r' || point >= ' ';
            boolean half = point >= 0xD800 && point <= 0xDFFF;
            text.appendCodePoint((allowed && !half && point < 0xFFFE) || point > 0xFFFF ? point : '?');
        });
        return text.toString();
    }
}
