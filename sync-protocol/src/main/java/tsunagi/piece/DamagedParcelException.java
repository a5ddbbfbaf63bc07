package tsunagi.piece;

/** That a parcel cannot be unpacked, with what is wrong with it. */
public final class DamagedParcelException extends Exception {
    private static final long serialVersionUID = 1;

    public DamagedParcelException(String message) {
        super(message);
    }
}
