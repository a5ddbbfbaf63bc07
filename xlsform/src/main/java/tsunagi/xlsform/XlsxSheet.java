package tsunagi.xlsform;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads one sheet of a .xlsx while it streams by. */
final class XlsxSheet extends DefaultHandler {
    private final Grid grid;
    private final StylesTable styles;
    private final SharedStrings strings;
    private final boolean is1904;
    private final StringBuilder words = new StringBuilder();
    private boolean isInValue;
    private boolean isInPhonetic;
    private boolean hasFormula;
    private boolean hasValue;
    private int row = -1;
    private int column = -1;
    private String type = "";
    private int style;

    XlsxSheet(Grid grid, StylesTable styles, SharedStrings strings, boolean is1904) {
        this.grid = grid;
        this.styles = styles;
        this.strings = strings;
        this.is1904 = is1904;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                String number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number) - 1;
                column = -1;
            }
            case "c" -> startCell(attributes);
            case "f" -> hasFormula = true;
            case "rPh" -> isInPhonetic = true;
            case "v", "t" -> isInValue = !isInPhonetic;
            case "mergeCell" -> {
                CellRangeAddress block = CellRangeAddress.valueOf(attributes.getValue("ref"));
                grid.merge(new Grid.Merged(
                        block.getFirstRow(), block.getLastRow(), block.getFirstColumn(), block.getLastColumn()));
            }
            default -> {}
        }
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
        style = attributes.getValue("s") == null ? 0 : Integer.parseInt(attributes.getValue("s"));
        words.setLength(0);
        hasFormula = false;
        hasValue = false;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (isInValue) {
            hasValue = true;
            words.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "v", "t" -> isInValue = false;
            case "rPh" -> isInPhonetic = false;
            case "c" -> {
                try {
                    endCell();
                } catch (UnreadableException e) {
                    throw new XlsxFile.TooLargeException(e);
                }
            }
            default -> {}
        }
    }

    private void endCell() throws UnreadableException {
        if (!hasValue) {
            if (hasFormula) {
                CellWords.sayNoResult(grid, row, column);
            }
            return;
        }
        String value = words.toString();
        switch (type) {
            case "s" ->
                grid.put(row, column, strings.getItemAt(Integer.parseInt(value)).getString());
            case "b" -> grid.put(row, column, value.equals("1") ? "TRUE" : "FALSE");
            case "e" -> CellWords.sayError(grid, row, column, value);
            case "n" -> grid.put(row, column, number(Double.parseDouble(value)));
            default -> grid.put(row, column, value);
        }
    }

    private String number(double number) {
        CellStyle found = style < styles.getNumCellStyles() ? styles.getStyleAt(style) : null;
        return found == null
                ? Numbers.plain(number)
                : Numbers.words(number, found.getDataFormat(), found.getDataFormatString(), is1904);
    }
}
