package tsunagi.server.admin;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where browsers reach the console: in the clear on this machine alone, by TLS anywhere else.
 *
 * @param port 0 for any that is free
 */
public record ConsoleListener(String address, int port) {
    public boolean isForThisMachineAlone() {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
