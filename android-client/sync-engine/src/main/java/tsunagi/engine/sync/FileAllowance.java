package tsunagi.engine.sync;

/** Whether the line that is there now may carry photos and other files; records and forms go over any. */
public interface FileAllowance {
    /** Every line carries them. */
    FileAllowance ALWAYS = new FileAllowance() {
        @Override
        public boolean isGiven() {
            return true;
        }
    };

    /** Asked anew for each file: the line may be another by then. */
    boolean isGiven();
}
