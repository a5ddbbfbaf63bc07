package tsunagi.server.console.page;

/** A システム管理者. A handler that takes this is closed to everybody else. */
public record Administrator(Page page) {
    public String personId() {
        return page.viewer().orElseThrow().personId();
    }
}
