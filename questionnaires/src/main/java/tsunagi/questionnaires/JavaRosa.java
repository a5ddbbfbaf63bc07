package tsunagi.questionnaires;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.actions.setgeopoint.SetGeopointActionHandler;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.reference.ReferenceManager;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.ExternalInstanceParser;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;
import org.javarosa.xml.TreeElementParser;
import org.javarosa.xml.util.InvalidStructureException;
import org.javarosa.xml.util.UnfullfilledRequirementsException;
import org.kxml2.io.KXmlParser;
import org.xmlpull.v1.XmlPullParser;
import org.xmlpull.v1.XmlPullParserException;

/** The one way into JavaRosa's parser, which keeps its state in static fields: one form at a time. */
final class JavaRosa {
    static final String FILE = "jr://file/";
    static final String CSV_FILE = "jr://file-csv/";

    private static final Object ONE_AT_A_TIME = new Object();

    static {
        new XFormsModule().registerModule();
        XFormParser.registerActionHandler(SetGeopointActionHandler.ELEMENT_NAME, new PlaceLeftEmpty.Handler());
    }

    private JavaRosa() {}

    static FormDef parse(String xml, FormMedia media) throws XFormParser.ParseException {
        synchronized (ONE_AT_A_TIME) {
            XFormUtils.setExternalInstanceParserFactory(() -> new FromMedia(media));
            return new XFormParser(new StringReader(xml)).parse();
        }
    }

    /** The name of the file that an instance's {@code src} points to. */
    static String fileName(String source) {
        return source.substring(source.startsWith(CSV_FILE) ? CSV_FILE.length() : FILE.length());
    }

    /** Reads secondary instances from the files that came with the form, and from nowhere else. */
    private static final class FromMedia extends ExternalInstanceParser {
        private final FormMedia media;

        FromMedia(FormMedia media) {
            this.media = media;
        }

        @Override
        public TreeElement parse(ReferenceManager references, String instanceId, String source)
                throws IOException, UnfullfilledRequirementsException, InvalidStructureException,
                        XmlPullParserException {
            return parse(references, instanceId, source, false);
        }

        @Override
        public TreeElement parse(ReferenceManager references, String instanceId, String source, boolean isPartial)
                throws IOException, UnfullfilledRequirementsException, InvalidStructureException,
                        XmlPullParserException {
            String name = fileName(source);
            byte[] file = media.file(name).orElseThrow(() -> new FileNotFoundException(name));
            return name.endsWith(".csv") ? csv(instanceId, file) : xml(instanceId, file);
        }

        private static TreeElement xml(String instanceId, byte[] file)
                throws IOException, UnfullfilledRequirementsException, InvalidStructureException,
                        XmlPullParserException {
            GuardedXml.Text text = GuardedXml.text(file);
            if (text.fault().isPresent()) {
                throw new InvalidStructureException(text.fault().get().wording().en());
            }
            KXmlParser parser = new KXmlParser();
            parser.setInput(new StringReader(text.xml()));
            parser.setFeature(XmlPullParser.FEATURE_PROCESS_NAMESPACES, true);
            parser.next();
            return new TreeElementParser(parser, 0, instanceId).parse();
        }

        private static TreeElement csv(String instanceId, byte[] file) throws IOException {
            TreeElement root = new TreeElement("root", 0);
            root.setInstanceName(instanceId);
            try (CSVParser rows = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .get()
                    .parse(new InputStreamReader(withoutMark(file), StandardCharsets.UTF_8))) {
                int position = 0;
                for (CSVRecord row : rows) {
                    root.addChild(item(instanceId, rows, row, position++));
                }
            }
            return root;
        }

        private static TreeElement item(String instanceId, CSVParser rows, CSVRecord row, int position) {
            TreeElement item = new TreeElement("item", position);
            item.setInstanceName(instanceId);
            for (String column : rows.getHeaderNames()) {
                TreeElement cell = new TreeElement(column.trim(), 0);
                cell.setInstanceName(instanceId);
                cell.setValue(new UncastData(row.isSet(column) ? row.get(column) : ""));
                item.addChild(cell);
            }
            return item;
        }

        private static ByteArrayInputStream withoutMark(byte[] file) {
            boolean hasMark = file.length >= 3
                    && (file[0] & 0xFF) == 0xEF
                    && (file[1] & 0xFF) == 0xBB
                    && (file[2] & 0xFF) == 0xBF;
            return hasMark ? new ByteArrayInputStream(file, 3, file.length - 3) : new ByteArrayInputStream(file);
        }
    }
}
