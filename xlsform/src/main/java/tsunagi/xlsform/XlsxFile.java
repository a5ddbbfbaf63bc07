package tsunagi.xlsform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads the sheets of a .xlsx as a stream, so that what is not a form's never takes memory. */
final class XlsxFile {
    /** One part of the file, unpacked. */
    private static final long MOST_PART_BYTES = 128L * 1024 * 1024;

    static {
        ZipSecureFile.setMaxEntrySize(MOST_PART_BYTES);
        ZipSecureFile.setMaxTextSize(Grid.MOST_CHARACTERS);
    }

    private XlsxFile() {}

    static List<Grid> read(Path file, Predicate<String> isWanted, Grid.Budget budget) throws UnreadableException {
        try (OPCPackage container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            refuseMacros(container);
            return sheets(container, isWanted, budget);
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static UnreadableException unreadable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLargeException tooLarge) {
                return tooLarge.cause();
            }
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Zip bomb") || message.contains("Max entry size") || message.contains("max. text")) {
                return new UnreadableException(
                        "圧縮を解くと異常に大きくなるファイルなので、読むのをやめました。新しいブックに内容を貼り直して保存してください。",
                        "This file unpacks to something far larger than any form, so it was not read any further. Copy its contents"
                                + " into a new workbook and save that.");
            }
        }
        return new UnreadableException(
                "Excel ブック(.xlsx)として読めません。壊れているかもしれません。Excel で開いて保存し直してください。",
                "This cannot be read as an Excel workbook (.xlsx); it may be damaged. Open it in Excel and save it anew. ("
                        + e.getMessage() + ")");
    }

    private static void refuseMacros(OPCPackage container) throws UnreadableException, OpenXML4JException {
        for (PackagePart part : container.getParts()) {
            String type = part.getContentType();
            if (type.contains("macroEnabled") || type.contains("vbaProject")) {
                throw new UnreadableException(
                        "マクロ入りのブック(.xlsm)は受け付けません。「名前を付けて保存」で Excel ブック(.xlsx)にしてください。",
                        "Workbooks with macros (.xlsm) are not taken. Save it as an Excel workbook (.xlsx).");
            }
            if (type.contains("sheet.binary")) {
                throw new UnreadableException(
                        "バイナリブック(.xlsb)は読めません。Excel ブック(.xlsx)で保存してください。",
                        "Binary workbooks (.xlsb) cannot be read. Save it as an Excel workbook (.xlsx).");
            }
        }
    }

    private static List<Grid> sheets(OPCPackage container, Predicate<String> isWanted, Grid.Budget budget)
            throws IOException, OpenXML4JException, SAXException, UnreadableException {
        XSSFReader reader = new XSSFReader(container);
        StylesTable styles = reader.getStylesTable();
        boolean is1904 = is1904(reader);
        ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(container, false);
        List<Grid> sheets = new ArrayList<>();
        XSSFReader.SheetIterator all = (XSSFReader.SheetIterator) reader.getSheetsData();
        while (all.hasNext()) {
            try (InputStream in = all.next()) {
                if (!isWanted.test(all.getSheetName())) {
                    continue;
                }
                Grid grid = new Grid(all.getSheetName(), budget);
                XMLReader parser = newParser();
                parser.setContentHandler(new XlsxSheet(grid, styles, strings, is1904));
                parser.parse(new InputSource(in));
                sheets.add(grid);
            }
        }
        return sheets;
    }

    private static boolean is1904(XSSFReader reader) throws IOException, OpenXML4JException, SAXException {
        boolean[] found = {false};
        XMLReader parser = newParser();
        parser.setContentHandler(new org.xml.sax.helpers.DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String qualified, org.xml.sax.Attributes attributes) {
                if (name.equals("workbookPr")) {
                    String value = attributes.getValue("date1904");
                    found[0] = "1".equals(value) || "true".equals(value);
                }
            }
        });
        try (InputStream in = reader.getWorkbookData()) {
            parser.parse(new InputSource(in));
        }
        return found[0];
    }

    private static XMLReader newParser() throws SAXException, IOException {
        try {
            return XMLHelper.newXMLReader();
        } catch (javax.xml.parsers.ParserConfigurationException e) {
            throw new IOException("no XML parser", e);
        }
    }

    /** Carries what a cell would not take through a parser that knows no other exceptions. */
    static final class TooLargeException extends SAXException {
        private static final long serialVersionUID = 1;

        private final UnreadableException unreadable;

        TooLargeException(UnreadableException unreadable) {
            super(unreadable);
            this.unreadable = unreadable;
        }

        UnreadableException cause() {
            return unreadable;
        }
    }
}
