package tsunagi.rules;

/** How much a problem weighs. Neither keeps anybody from saving. */
public enum Severity {
    /** The record cannot be final as it is: something it needs is missing, or a value cannot be read. */
    ERROR,
    /** The record may be right; the supervisor should know. */
    WARNING
}
