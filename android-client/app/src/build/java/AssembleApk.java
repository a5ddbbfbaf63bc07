import com.android.apksig.ApkSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts an APK together and signs it. The same parts and the same key make the same bytes.
 *
 * <p>The key is that of the keystore given, which anybody may know; or, for an app that is handed out, the one that
 * TSUNAGI_KEYSTORE names, with TSUNAGI_KEYSTORE_PASSWORD and, where it holds several, TSUNAGI_KEY_ALIAS.
 */
public final class AssembleApk {
    private static final LocalDateTime ONE_TIME = LocalDateTime.of(1981, 1, 1, 1, 1, 2);
    private static final String DEBUG_PASSWORD = "android";

    private AssembleApk() {}

    /** Arguments: linked resources, directory of dex files, directory of native libraries, APK, least API level, debug keystore. */
    public static void main(String[] arguments) throws Exception {
        Path apk = Path.of(arguments[3]);
        Path unsigned = apk.resolveSibling("unsigned.apk");
        try (OutputStream file = Files.newOutputStream(unsigned);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            putResources(zip, Path.of(arguments[0]));
            putCode(zip, Path.of(arguments[1]));
            putLibraries(zip, Path.of(arguments[2]));
        }
        sign(unsigned, apk, Integer.parseInt(arguments[4]), Path.of(arguments[5]));
        Files.delete(unsigned);
    }

    private static void putResources(ZipOutputStream zip, Path linked) throws IOException {
        try (ZipFile in = new ZipFile(linked.toFile())) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                put(zip, entry.getName(), content, entry.getMethod() == ZipEntry.STORED);
            }
        }
    }

    private static void putCode(ZipOutputStream zip, Path directory) throws IOException {
        for (Path file : files(directory)) {
            String name = directory.relativize(file).toString();
            // What java.util.ServiceLoader looks for: gRPC finds its transports by it.
            if (name.endsWith(".dex") || name.startsWith("META-INF/services/") || isJavaResource(name)) {
                put(zip, name, Files.readAllBytes(file), false);
            }
        }
    }

    private static boolean isJavaResource(String name) {
        return name.startsWith("org/javarosa/") || name.startsWith("tsunagi/") || name.startsWith("org/joda/time/tz/");
    }

    private static void putLibraries(ZipOutputStream zip, Path directory) throws IOException {
        for (Path file : files(directory)) {
            put(zip, "lib/" + directory.relativize(file), Files.readAllBytes(file), false);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, boolean isStored) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ONE_TIME);
        if (isStored) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCompressedSize(content.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static void sign(Path unsigned, Path apk, int minApi, Path debugKeystore) throws Exception {
        Map<String, String> outside = System.getenv();
        String named = outside.get("TSUNAGI_KEYSTORE");
        Path keystore = named == null ? debugKeystore : Path.of(named);
        String password = named == null ? DEBUG_PASSWORD : outside.get("TSUNAGI_KEYSTORE_PASSWORD");
        if (password == null) {
            throw new IllegalStateException("TSUNAGI_KEYSTORE is set, TSUNAGI_KEYSTORE_PASSWORD is not");
        }
        new ApkSigner.Builder(List.of(signer(keystore, password.toCharArray(), outside.get("TSUNAGI_KEY_ALIAS"))))
                .setInputApk(unsigned.toFile())
                .setOutputApk(apk.toFile())
                .setMinSdkVersion(minApi)
                .setV1SigningEnabled(false)
                .setV2SigningEnabled(true)
                .setV3SigningEnabled(true)
                .build()
                .sign();
    }

    private static ApkSigner.SignerConfig signer(Path file, char[] password, String alias)
            throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance(file.toFile(), password);
        String name = alias == null ? keys.aliases().nextElement() : alias;
        PrivateKey key = (PrivateKey) keys.getKey(name, password);
        X509Certificate certificate = (X509Certificate) keys.getCertificate(name);
        return new ApkSigner.SignerConfig.Builder("CERT", key, List.of(certificate)).build();
    }
}
