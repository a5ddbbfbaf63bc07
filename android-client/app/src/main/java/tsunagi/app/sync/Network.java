package tsunagi.app.sync;

import android.content.Context;
import android.net.ConnectivityManager;

/** The network this tablet is in. */
public final class Network {
    private final ConnectivityManager networks;

    public Network(Context context) {
        this.networks = context.getSystemService(ConnectivityManager.class);
    }

    public boolean isThere() {
        return networks.getActiveNetwork() != null;
    }

    /** True when somebody pays by the byte, as in a mobile network. */
    public boolean isMetered() {
        return networks.isActiveNetworkMetered();
    }
}
