package tsunagi.change;

/** How large a change, and one field of it, may be before it is parked. */
public record ChangeLimits(int changeBytes, int fieldBytes) {
    /** What a server takes unless it is told otherwise. */
    public static final ChangeLimits STANDARD = new ChangeLimits(2 * 1024 * 1024, 1024 * 1024);
}
