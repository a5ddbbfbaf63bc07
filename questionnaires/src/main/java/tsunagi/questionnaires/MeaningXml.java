package tsunagi.questionnaires;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.kxml2.io.KXmlSerializer;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;

/** Writes the element in which an XForm carries its {@link FormMeaning}; {@link MeaningText} reads it. */
final class MeaningXml {
    static final String NAMESPACE = "urn:tsunagi:form:1";

    private final KXmlSerializer xml = new KXmlSerializer();

    private MeaningXml() {}

    static String write(FormMeaning meaning) {
        StringWriter written = new StringWriter();
        try {
            MeaningXml writer = new MeaningXml();
            writer.xml.setOutput(written);
            writer.write("form", () -> writer.form(meaning));
            writer.xml.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("a string can always be written to", e);
        }
        return written.toString();
    }

    private interface Content {
        void write() throws IOException;
    }

    private void write(String element, Content content) throws IOException {
        if (xml.getDepth() == 0) {
            xml.setPrefix("t", NAMESPACE);
        }
        xml.startTag(NAMESPACE, element);
        content.write();
        xml.endTag(NAMESPACE, element);
    }

    private void form(FormMeaning meaning) throws IOException {
        if (meaning.subject().isPresent()) {
            say("subject", EnumWord.of(meaning.subject().get()));
        }
        StringBuilder identities = new StringBuilder();
        for (RoundIdentity identity : meaning.identities()) {
            identities.append(identities.length() == 0 ? "" : " ").append(EnumWord.of(identity));
        }
        say("identities", identities.toString());
        for (Map.Entry<String, Scale> scale : meaning.scales().entrySet()) {
            write("scale", () -> scale(scale.getKey(), scale.getValue()));
        }
    }

    private void scale(String key, Scale scale) throws IOException {
        say("key", key);
        say("name", scale.getName());
        say("better", scale.hasBetter() ? EnumWord.of(scale.getBetter()) : "");
        say("least", scale.hasLeast() ? words(scale.getLeast()) : "");
        say("most", scale.hasMost() ? words(scale.getMost()) : "");
        say("unit", scale.getUnit());
        say("method", scale.hasMethod() ? EnumWord.of(scale.getMethod()) : "");
        say("missing_most", scale.hasMissingItemsMost() ? words(scale.getMissingItemsMost()) : "");
        say("missing", scale.hasMissingItems() ? EnumWord.of(scale.getMissingItems()) : "");
        say("needed", scale.hasIsNeeded() ? String.valueOf(scale.getIsNeeded()) : "");
        for (ScaleItem item : scale.getItemsList()) {
            write("item", () -> item(item));
        }
    }

    private void item(ScaleItem item) throws IOException {
        say("path", item.getQuestionPath());
        say("scale", item.getScaleKey());
        say("least", item.hasLeast() ? words(item.getLeast()) : "");
        say("most", item.hasMost() ? words(item.getMost()) : "");
        say("reversed", item.hasIsReversed() ? String.valueOf(item.getIsReversed()) : "");
        say("not_asked", item.hasPointsWhenNotAsked() ? words(item.getPointsWhenNotAsked()) : "");
        for (Map.Entry<String, Double> points : item.getPointsMap().entrySet()) {
            write("points", () -> {
                say("choice", points.getKey());
                say("value", words(points.getValue()));
            });
        }
    }

    private void say(String attribute, String words) throws IOException {
        if (!words.isEmpty()) {
            xml.attribute("", attribute, words);
        }
    }

    private static String words(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
