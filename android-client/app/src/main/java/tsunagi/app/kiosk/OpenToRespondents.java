package tsunagi.app.kiosk;

/** A screen of its own that a respondent needs while filling in a form, such as one to sign on; the guard lets it through. */
public interface OpenToRespondents {}
