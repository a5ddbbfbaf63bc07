package tsunagi.server.console.page;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Files that pages load, each at an address that changes with its content, so that a browser may keep it for good. */
public final class Assets {
    private static final String OURS = "/tsunagi/server/console/assets/";
    private static final String LIBRARIES = "/META-INF/resources/webjars/";
    private static final int HASH_CHARACTERS = 12;
    private static final Map<String, Asset> ALL = new LinkedHashMap<>();

    static {
        put("console.css", "text/css", OURS + "console.css");
        put("console.js", "text/javascript", OURS + "console.js");
        put("charts.js", "text/javascript", OURS + "charts.js");
        put("sheet.css", "text/css", OURS + "sheet.css");
        put("icon.svg", "image/svg+xml", OURS + "icon.svg");
        put("htmx.js", "text/javascript", library("org.webjars.npm", "htmx.org", "dist/htmx.min.js"));
        put("echarts.js", "text/javascript", library("org.webjars", "echarts", "echarts.min.js"));
    }

    private Assets() {}

    /** A file and how it is served. */
    record Asset(String type, ByteString content, String hash) {}

    /** Where a page finds it. */
    public static String address(String name) {
        return "/assets/" + ALL.get(name).hash() + "/" + name;
    }

    static Optional<Asset> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** Where a file of a library lies, in the version that is there. */
    private static String library(String group, String name, String file) {
        String about = "/META-INF/maven/" + group + "/" + name + "/pom.properties";
        try (InputStream properties = Assets.class.getResourceAsStream(about)) {
            if (properties == null) {
                throw new IllegalStateException(about + " is missing");
            }
            Properties read = new Properties();
            read.load(properties);
            return LIBRARIES + name + "/" + read.getProperty("version") + "/" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(String name, String type, String resource) {
        try (InputStream file = Assets.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            byte[] content = file.readAllBytes();
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            String hash = HexFormat.of().formatHex(sha256).substring(0, HASH_CHARACTERS);
            ALL.put(name, new Asset(type, ByteString.copyFrom(content), hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
