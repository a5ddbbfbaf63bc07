package tsunagi.xlsform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** Reads the sheets of a .xls. */
final class XlsFile {
    private XlsFile() {}

    static List<Grid> read(Path file, Predicate<String> isWanted, Grid.Budget budget) throws UnreadableException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (container.getRoot().hasEntry("EncryptedPackage")) {
                throw locked();
            }
            if (container.getRoot().hasEntry("_VBA_PROJECT_CUR")) {
                throw new UnreadableException(
                        "マクロ入りのブックは受け付けません。「名前を付けて保存」で Excel ブック(.xlsx)にしてください。",
                        "Workbooks with macros are not taken. Save it as an Excel workbook (.xlsx).");
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(container)) {
                return sheets(workbook, isWanted, budget);
            }
        } catch (EncryptedDocumentException e) {
            throw locked();
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(
                    "Excel ブック(.xls)として読めません。壊れているか、別の種類のファイルです。Excel で開いて .xlsx で保存してください。",
                    "This cannot be read as an Excel workbook (.xls): it is damaged or something else. Open it in Excel and save it as"
                            + " .xlsx. (" + e.getMessage() + ")");
        }
    }

    private static UnreadableException locked() {
        return new UnreadableException(
                "パスワードで保護されています。Excel でパスワードを外して(ファイル→情報→ブックの保護)保存してください。",
                "The workbook is protected by a password. Take the password off in Excel (File, Info, Protect Workbook) and save it.");
    }

    private static List<Grid> sheets(HSSFWorkbook workbook, Predicate<String> isWanted, Grid.Budget budget)
            throws UnreadableException {
        List<Grid> grids = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (isWanted.test(workbook.getSheetName(i))) {
                grids.add(grid(workbook, workbook.getSheetAt(i), budget));
            }
        }
        return grids;
    }

    private static Grid grid(HSSFWorkbook workbook, HSSFSheet sheet, Grid.Budget budget) throws UnreadableException {
        Grid grid = new Grid(sheet.getSheetName(), budget);
        boolean is1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        for (var row : sheet) {
            for (var cell : row) {
                read(grid, (HSSFCell) cell, is1904);
            }
        }
        for (CellRangeAddress block : sheet.getMergedRegions()) {
            grid.merge(new Grid.Merged(
                    block.getFirstRow(), block.getLastRow(), block.getFirstColumn(), block.getLastColumn()));
        }
        return grid;
    }

    private static void read(Grid grid, HSSFCell cell, boolean is1904) throws UnreadableException {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        switch (type) {
            case STRING -> grid.put(row, column, cell.getRichStringCellValue().getString());
            case BOOLEAN -> grid.put(row, column, cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case NUMERIC ->
                grid.put(
                        row,
                        column,
                        Numbers.words(
                                cell.getNumericCellValue(),
                                cell.getCellStyle().getDataFormat(),
                                cell.getCellStyle().getDataFormatString(),
                                is1904));
            case ERROR ->
                CellWords.sayError(
                        grid,
                        row,
                        column,
                        FormulaError.forInt(cell.getErrorCellValue()).getString());
            default -> {}
        }
    }
}
