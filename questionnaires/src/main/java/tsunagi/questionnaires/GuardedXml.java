package tsunagi.questionnaires;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.kxml2.io.KXmlParser;
import org.xmlpull.v1.XmlPullParser;
import org.xmlpull.v1.XmlPullParserException;
import tsunagi.questionnaires.FormFault.Kind;

/** Looks through XML before anybody builds a tree of it: how large, how deep, and that it declares no entities. */
final class GuardedXml {
    static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int MOST_ELEMENTS = 400_000;
    private static final int MOST_DEPTH = 100;
    private static final int MOST_ATTRIBUTES = 100;

    private GuardedXml() {}

    /** The text, or why it is not looked at any further. */
    record Text(String xml, Optional<FormFault> fault) {}

    static Text text(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return refused(FormFault.of(
                    Kind.TOO_LARGE,
                    "",
                    "調査票が大きすぎます(上限 16 MiB)。選択肢の一覧は別のファイルに分けてください。",
                    "The form is too large (the limit is 16 MiB). Put long lists of choices into files of their own."));
        }
        try {
            String xml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String text = xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
            return new Text(text, faultIn(text));
        } catch (CharacterCodingException e) {
            return refused(
                    FormFault.of(Kind.NOT_XML, "", "調査票の文字コードが UTF-8 ではありません。", "The form is not written in UTF-8."));
        }
    }

    private static Text refused(FormFault fault) {
        return new Text("", Optional.of(fault));
    }

    private static Optional<FormFault> faultIn(String xml) {
        KXmlParser parser = new KXmlParser();
        try {
            parser.setInput(new StringReader(xml));
            parser.setFeature(XmlPullParser.FEATURE_PROCESS_NAMESPACES, true);
            int elements = 0;
            for (int token = parser.nextToken(); token != XmlPullParser.END_DOCUMENT; token = parser.nextToken()) {
                if (token == XmlPullParser.DOCDECL) {
                    return Optional.of(FormFault.of(
                            Kind.DOCUMENT_TYPE,
                            "<!DOCTYPE>",
                            "調査票に <!DOCTYPE> があります。外部のものを読み込むことがあるため受け付けません。この行を消してください。",
                            "The form has a <!DOCTYPE>, which could draw in things from outside; remove that line."));
                }
                if (token == XmlPullParser.ENTITY_REF && parser.getText() == null) {
                    return Optional.of(noXml(parser, "nobody says what &" + parser.getName() + "; is"));
                }
                if (token == XmlPullParser.START_TAG
                        && (++elements > MOST_ELEMENTS
                                || parser.getDepth() > MOST_DEPTH
                                || parser.getAttributeCount() > MOST_ATTRIBUTES)) {
                    return Optional.of(FormFault.of(
                            Kind.TOO_LARGE,
                            parser.getName(),
                            "調査票の要素が多すぎるか、入れ子が深すぎます。",
                            "The form has too many elements, or they are nested too deeply."));
                }
            }
            return elements == 0 ? Optional.of(noXml(parser, "no element")) : Optional.empty();
        } catch (XmlPullParserException | IOException | RuntimeException e) {
            return Optional.of(noXml(parser, String.valueOf(e.getMessage())));
        }
    }

    private static FormFault noXml(KXmlParser parser, String why) {
        int line = parser.getLineNumber();
        return FormFault.of(
                Kind.NOT_XML, "", "XML として読めません(" + line + " 行目)。", "This is not XML (line " + line + "): " + why);
    }
}
