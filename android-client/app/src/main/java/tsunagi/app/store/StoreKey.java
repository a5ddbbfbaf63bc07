package tsunagi.app.store;

import android.content.Context;
import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyProperties;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import tsunagi.engine.storage.StorageException;

/**
 * The key to the tablet's files: random bytes that lie beside them, wrapped with a key that the device's own key store
 * holds and gives nobody.
 */
final class StoreKey {
    private static final String STORE = "AndroidKeyStore";
    private static final String ALIAS = "tsunagi-files";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final File file;

    StoreKey(Context context) {
        this.file = new File(context.getNoBackupFilesDir(), "files.key");
    }

    byte[] bytes() {
        try {
            return file.exists() ? unwrap(Files.readAllBytes(file.toPath())) : make();
        } catch (GeneralSecurityException | IOException e) {
            throw new StorageException("the key to the tablet's files cannot be had", e);
        }
    }

    private byte[] make() throws GeneralSecurityException, IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.ENCRYPT_MODE, wrappingKey());
        byte[] nonce = cipher.getIV();
        byte[] wrapped = cipher.doFinal(key);
        File unfinished = new File(file.getPath() + ".new");
        try (FileOutputStream out = new FileOutputStream(unfinished)) {
            out.write(ByteBuffer.allocate(nonce.length + wrapped.length)
                    .put(nonce)
                    .put(wrapped)
                    .array());
            out.getFD().sync();
        }
        // No file is encrypted with a key that is not on disk yet.
        if (!unfinished.renameTo(file)) {
            throw new IOException("cannot keep the key");
        }
        return key;
    }

    private static byte[] unwrap(byte[] kept) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.DECRYPT_MODE, wrappingKey(), new GCMParameterSpec(TAG_BITS, kept, 0, NONCE_BYTES));
        return cipher.doFinal(kept, NONCE_BYTES, kept.length - NONCE_BYTES);
    }

    private static SecretKey wrappingKey() throws GeneralSecurityException {
        try {
            KeyStore keys = KeyStore.getInstance(STORE);
            keys.load(null);
            if (!keys.containsAlias(ALIAS)) {
                KeyGenerator generator = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE);
                generator.init(new KeyGenParameterSpec.Builder(
                                ALIAS, KeyProperties.PURPOSE_ENCRYPT | KeyProperties.PURPOSE_DECRYPT)
                        .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                        .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                        .build());
                return generator.generateKey();
            }
            return (SecretKey) keys.getKey(ALIAS, null);
        } catch (IOException e) {
            throw new GeneralSecurityException("the device's key store does not open", e);
        }
    }
}
