package tsunagi.server.console.page;

/** Anybody who is signed in. A handler that takes this is closed to everybody else. */
public record SignedIn(Page page) {
    public Viewer viewer() {
        return page.viewer().orElseThrow();
    }
}
