package tsunagi.app.visit;

/** A part of the page of a visit. */
interface VisitPart {
    void show(VisitPage page);
}
