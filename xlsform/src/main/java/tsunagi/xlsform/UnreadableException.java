package tsunagi.xlsform;

/** The file is not a spreadsheet that can be read; the issue says why and what to do. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Issue issue;

    UnreadableException(String ja, String en) {
        super(en);
        this.issue = Issue.error(Cell.FILE, ja, en);
    }

    Issue issue() {
        return issue;
    }
}
