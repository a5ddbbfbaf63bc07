package tsunagi.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The XForms with which the tablet's screens are tested are what the library's forms compile to. */
final class TabletFormsTest {
    private static final Path TESTS = Path.of("..", "android-client", "app", "src", "test");

    static List<Path> xforms() throws IOException {
        try (Stream<Path> files = Files.list(TESTS.resolve(Path.of("resources", "forms")))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("xforms")
    void xform_isWhatItsSpreadsheetCompilesTo(Path xform) throws Exception {
        String form = xform.getFileName().toString().replace(".xml", "");
        String compiled = ((Compilation.Compiled) XlsForm.compile(source(form).resolve("survey.csv"))).xform();

        assertThat(parsed(Files.readString(xform)).isEqualNode(parsed(compiled)))
                .as("%s is another form than its spreadsheet; compile it anew with `./tsunagi form compile`", xform)
                .isTrue();
    }

    private static Path source(String form) {
        Path own = TESTS.resolve(Path.of("forms", form));
        return Files.exists(own) ? own : Path.of("..", "forms", form);
    }

    private static Document parsed(String xml) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
