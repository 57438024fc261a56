package io.bitroutes.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;

/**
 * Says whether a file is written in GB18030. That all of it decodes is not enough, because there a stray byte and the
 * letter after it decode as well; but then the second byte is ASCII, which it seldom is in what people write.
 */
final class Gb18030Census {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER = 64 * 1024;
    private static final int FIRST_LEAD = 0x81;
    private static final int FIRST_COMMON_TRAIL = 0xA1;

    private long common;
    private long rare;
    private boolean afterLead;

    private Gb18030Census() {}

    static Gb18030Census of(Content content) throws IOException {
        Gb18030Census census = new Gb18030Census();
        if (decodes(content)) {
            census.count(content);
        }
        return census;
    }

    boolean saysGb18030() {
        return common > rare;
    }

    private static boolean decodes(Content content) throws IOException {
        char[] text = new char[BUFFER];
        try (Reader reader = new StrictReader(content.open(), GB18030, content)) {
            int read;
            do {
                read = reader.read(text);
            } while (read >= 0);
            return true;
        } catch (MalformedByteException e) {
            return false;
        }
    }

    private void count(Content content) throws IOException {
        byte[] bytes = new byte[BUFFER];
        try (InputStream source = content.open()) {
            for (int read = source.read(bytes); read >= 0; read = source.read(bytes)) {
                for (int index = 0; index < read; index++) {
                    count(Byte.toUnsignedInt(bytes[index]));
                }
            }
        }
    }

    private void count(int octet) {
        if (!afterLead) {
            afterLead = octet >= FIRST_LEAD;
            return;
        }
        afterLead = false;
        if (octet >= FIRST_COMMON_TRAIL) {
            common++;
        } else {
            rare++;
        }
    }
}
